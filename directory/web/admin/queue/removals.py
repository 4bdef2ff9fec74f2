"""The desk where wishes to be removed are decided."""

from collections.abc import Mapping

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.providers.removals import Reason, Removal, What
from directory.sentences import ENGLISH
from directory.storage import Keepers, Providers, Removals
from directory.web.access import current_directory, current_settings
from directory.web.admin.acting import acting_admin
from directory.web.admin.naming import GONE_LISTING
from directory.web.admin.queue.facts import listing_facts
from directory.web.admin.queue.forms import ReasonForm
from directory.web.admin.queue.pages import KnownFact, RemovalPage
from directory.web.rendering import render_page
from directory.web.times import told_time
from directory.workflows.removals.decide_removal import carry_out_removal, refuse_removal
from directory.workflows.removals.removal_letters import RemovalLetters

ADDRESS = "/admin/removals/<removal>"
_WHATS: Mapping[What, str] = {"all": "The whole listing", "details": "The street and the phone"}
_REASONS: Mapping[Reason, str] = {
    "not_asked": "They did not ask to be listed",
    "wrong": "What it says is wrong",
    "retired": "They do not do this work any more",
    "unsafe": "They are not safe when people can find them",
    "died": "The person has died",
    "other": "Something else",
}

pages = Blueprint("removal_desk", __name__)


@pages.get(ADDRESS)
def see(removal: str) -> Response:
    """Show what was asked, and why."""
    return _show(removal)


@pages.post(f"{ADDRESS}/carry-out")
def carry_out(removal: str) -> Response:
    """Remove it for good."""
    carry_out_removal(current_directory(), _letters(), removal, acting_admin())
    flash("Removed. No import brings it back.")
    return redirect("/admin/queue", 303)


@pages.post(f"{ADDRESS}/refuse")
def refuse(removal: str) -> Response:
    """Leave the listing as it was, and say why."""
    form = ReasonForm()
    if not form.validate():
        return _show(removal, form)
    me = acting_admin()
    refuse_removal(current_directory(), _letters(), removal, me, form.reason.data)
    flash("Not removed. If it was hidden, patients see it again.")
    return redirect("/admin/queue", 303)


def _letters() -> RemovalLetters:
    return RemovalLetters(current_settings())


def _show(id: str, reason: ReasonForm | None = None) -> Response:
    with current_directory().database.reading() as session:
        removal = Removals(session).get(id)
        if removal is None:
            raise NotFound(f"there is no wish {id}")
        listing = Providers(session).get(removal.provider_id)
        facts = tuple(listing_facts(session, listing)) if listing else ()
        is_kept = Keepers(session).is_kept(removal.provider_id)
    page = RemovalPage(
        title=f"Remove {listing.name}?" if listing else GONE_LISTING,
        action=f"/admin/removals/{id}",
        facts=(*facts, *_removal_facts(removal)),
        is_decided=removal.decided_at is not None,
        is_kept=is_kept,
        reason=reason or ReasonForm(formdata=None),
    )
    status = 422 if page.reason.errors else 200
    return make_response(render_page("admin/removal.html", page), status)


def _removal_facts(removal: Removal) -> tuple[KnownFact, ...]:
    confirmed = removal.hidden_at
    told = (
        ("Asked for", _WHATS[removal.what]),
        ("Why", _REASONS[removal.reason]),
        ("In their words", removal.words),
        ("Asked", told_time(removal.asked_at)),
        (
            "Confirmed from the contact on file",
            f"{told_time(confirmed)}, hidden since" if confirmed else "No",
        ),
        ("Decide by", ENGLISH.day(removal.due)),
        ("Answer goes to", removal.answer_to or "Nobody: they left no address"),
    )
    return tuple(KnownFact(name, (words,)) for name, words in told if words)
