"""What waits for an admin, the most urgent first."""

from collections.abc import Iterator
from datetime import date, datetime

from flask import Blueprint, redirect
from sqlmodel import Session
from werkzeug.wrappers import Response

from directory.providers.claims import Claim
from directory.sentences import ENGLISH
from directory.storage import Claims, Corrections, LicenseChecks, Providers, Removals
from directory.web.access import current_directory
from directory.web.admin.queue.claim_facts import WAYS, is_disputed
from directory.web.admin.queue.pages import Line, QueuePage, Waiting
from directory.web.rendering import render_page

pages = Blueprint("queue", __name__)


@pages.get("/admin/claims")
def old_address() -> Response:
    """Lead to where the queue stands now."""
    return redirect("/admin/queue", 301)


@pages.get("/admin/queue")
def see() -> str:
    """Show everything that waits."""
    directory = current_directory()
    with directory.database.reading() as session:
        found = (*_claims(session, directory.clock()), *_others(session, directory.today()))
    lines = tuple(line for line in found if line.items)
    count = sum(len(line.items) for line in lines)
    return render_page("admin/queue.html", QueuePage(f"Waiting ({count})", lines, count))


def _claims(session: Session, now: datetime) -> Iterator[Line]:
    """Yield the claims that wait for an admin, by what is to be done."""
    written = Claims(session).in_states(("frozen", "proven", "asked", "approved", "settled"))
    claims = [claim.at(now) for claim in written]
    for title, state in (
        ("Stopped by an objection: decide whose it is", "frozen"),
        ("Proven: check the license and decide", "proven"),
        ("Call, write or look", "asked"),
    ):
        items = tuple(_claim(session, one) for one in claims if one.state == state)
        yield Line(title, items)
    due = tuple(_claim(session, one) for one in claims if one.letter_due)
    yield Line("Tell the address on file by letter", due)


def _others(session: Session, today: date) -> Iterator[Line]:
    removals = sorted(Removals(session).waiting(), key=lambda one: one.due)
    yield Line(
        "Asked to be removed",
        tuple(
            Waiting(
                name=_name(session, one.provider_id),
                what=f"Decide by {ENGLISH.day(one.due)}"
                + (", hidden now" if one.hidden_at else ""),
                since=ENGLISH.day(one.asked_at.date()),
                href=f"/admin/removals/{one.id}",
                is_late=one.due < today,
            )
            for one in removals
        ),
    )
    yield Line(
        "Listings to check",
        tuple(
            _waiting(session, one.provider_id, one.asked_at, f"/admin/checks/{one.provider_id}")
            for one in LicenseChecks(session).waiting()
        ),
    )
    yield Line(
        "Corrections",
        tuple(
            _waiting(session, one.provider_id, one.asked_at, f"/admin/corrections/{one.id}")
            for one in Corrections(session).waiting()
        ),
    )


def _claim(session: Session, claim: Claim) -> Waiting:
    dispute = "Dispute. " if is_disputed(session, claim) else ""
    return Waiting(
        name=_name(session, claim.provider_id),
        what=f"{dispute}{WAYS[claim.way]}",
        since=ENGLISH.day(claim.since.date()),
        href=f"/admin/claims/{claim.id}",
    )


def _waiting(session: Session, provider_id: str, at: datetime, href: str) -> Waiting:
    return Waiting(_name(session, provider_id), "", ENGLISH.day(at.date()), href)


def _name(session: Session, provider_id: str) -> str:
    found = Providers(session).get(provider_id)
    return found.name if found else "A listing that is gone"
