"""What a roster means for the listings; applying it and taking it back."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.jobs import Job
from directory.providers.roster_files import RosterFile, RosterFinding, Stage
from directory.providers.roster_verdicts import Outcome
from directory.sentences import ENGLISH
from directory.storage import Jobs, Providers, Rosters
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.naming import GONE_LISTING
from directory.web.admin.rosters.pages import Group, NamedListing, NamedPage, RosterPage
from directory.web.admin.rosters.routes import HERE
from directory.web.downloads import attachment
from directory.web.rendering import render_page
from directory.workflows.roles.second_admin import propose
from directory.workflows.rosters.bring_roster import READ, roster_of
from directory.workflows.rosters.decide_roster import (
    APPLY,
    STEP,
    TAKE_BACK,
    ask_to_apply,
    ask_to_take_back,
    needs_another,
    step_document,
)

_A_PAGE = 50
_LOOKS_AGAIN = "3"  # seconds
_WORK: Mapping[Stage, tuple[str, str]] = {
    "reading": (READ, "We are reading the file"),
    "applying": (APPLY, "We are applying it"),
    "undoing": (TAKE_BACK, "We are taking it back"),
}
_GROUPS: Mapping[Outcome, tuple[str, str]] = {
    "off": (
        "Off the site",
        "The board limited the license or took it away, or it ran out and there is no other.",
    ),
    "lapsed": ("Still on the site, with a license that ran out", "Another license is active."),
    "unsure": ("For you to look at", "The number is the same, but a name or a word is not."),
    "confirmed": ("As the board says", "The list is kept as evidence of that."),
}
_BECAME = {
    "": "",
    "applied": "Done",
    "changed": "Edited meanwhile, so it stays as it is",
    "undone": "Taken back",
}

pages = Blueprint("roster_desk", __name__)


@pages.get(f"{HERE}/<roster>")
def see(roster: str) -> Response:
    """Show what a roster means, or how far the worker is."""
    with current_directory().database.reading() as session:
        found = roster_of(session, roster)
        kind, text = _WORK.get(found.stage, ("", ""))
        job = Jobs(session).newest(kind, roster) if kind else None
        counts = Rosters(session).counts(roster)
    if found.stage == "columns":
        return redirect(f"{HERE}/{roster}/columns", 303)
    page = _page(found, job, text, counts)
    answer = make_response(render_page("admin/rosters/roster.html", page))
    if page.working:
        answer.headers["Refresh"] = _LOOKS_AGAIN
    return answer


@pages.get(f"{HERE}/<roster>/listings")
def listings(roster: str) -> str:
    """Show the listings for which a roster means the same."""
    wanted, after = request.args.get("outcome", ""), request.args.get("after", "")[:64]
    outcome = _outcome(wanted)
    with current_directory().database.reading() as session:
        roster_of(session, roster)
        found = Rosters(session).findings(roster, outcome, after, _A_PAGE + 1)
        shown = found[:_A_PAGE]
        named = Providers(session).get_many([one.provider_id for one in shown])
    names = {one.id: one.name for one in named}
    here, more = f"{HERE}/{roster}", len(found) > _A_PAGE
    asked = {"outcome": outcome, "after": shown[-1].provider_id} if more else {}
    page = NamedPage(
        title=_GROUPS[outcome][0],
        back_href=here,
        listings=tuple(_named(one, names) for one in shown),
        more_href=f"{here}/listings?{urlencode(asked)}" if asked else None,
    )
    return render_page("admin/rosters/listings.html", page)


@pages.post(f"{HERE}/<roster>/apply")
def apply(roster: str) -> Response:
    """Do what was shown; where many listings go, a second admin has to agree."""
    directory, admin = current_directory(), acting_admin()
    with directory.database.reading() as session:
        found = roster_of(session, roster)
    if not needs_another(found):
        ask_to_apply(directory, roster, admin)
    elif propose(directory, STEP, step_document(found), admin) == "waiting":
        flash("Another admin has to agree first. They have been told.")
    return redirect(f"{HERE}/{roster}", 303)


@pages.post(f"{HERE}/<roster>/take-back")
def take_back(roster: str) -> Response:
    """Set every listing back to what it was before the roster."""
    ask_to_take_back(current_directory(), roster, acting_admin())
    return redirect(f"{HERE}/{roster}", 303)


@pages.get(f"{HERE}/<roster>/file")
def download(roster: str) -> Response:
    """Send the file as it came; a browser never opens it within this site."""
    with current_directory().database.reading() as session:
        found = Rosters(session).file_of(roster)
    if found is None:
        raise NotFound(f"there is no roster {roster}")
    return attachment(found, f"roster-{roster}", "application/octet-stream")


def _outcome(wanted: str) -> Outcome:
    return next((one for one in _GROUPS if one == wanted), "off")


def _page(found: RosterFile, job: Job | None, text: str, counts: Mapping[str, int]) -> RosterPage:
    has_failed = job is not None and job.state == "failed"
    here = f"{HERE}/{found.id}"
    return RosterPage(
        title=found.name,
        back_href=HERE,
        action=here,
        stage=found.stage,
        told=tuple(_told(found)),
        working=text if job and not job.is_over else "",
        failed=job.note if job and has_failed else "",
        groups=tuple(_groups(here, counts)),
        needs_another=needs_another(found),
        can_apply=found.stage == "read" and any(counts.values()),
        off=counts.get("off", 0),
    )


def _told(found: RosterFile) -> Iterator[str]:
    yield f"{found.about.state}, {found.source}, as of {ENGLISH.day(found.as_of)}."
    if "rows" in found.counts:
        rows, unread = found.counts["rows"], found.counts.get("unread", 0)
        left = f" Without a license that we can read: {unread:,}." if unread else ""
        yield f"Rows read: {rows:,}.{left}"
    if found.counts.get("changed"):
        changed = found.counts["changed"]
        yield f"Edited meanwhile, so they stay as they are: {changed:,}."


def _groups(here: str, counts: Mapping[str, int]) -> Iterator[Group]:
    for outcome, (title, about) in _GROUPS.items():
        href = f"{here}/listings?outcome={outcome}" if counts.get(outcome) else ""
        yield Group(title, about, f"{counts.get(outcome, 0):,}", href)


def _named(one: RosterFinding, names: Mapping[str, str]) -> NamedListing:
    name = names.get(one.provider_id, GONE_LISTING)
    return NamedListing(name, f"/admin/listings/{one.provider_id}", one.words, _BECAME[one.became])
