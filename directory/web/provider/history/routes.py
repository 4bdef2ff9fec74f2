"""The history of a listing: read, and brought back."""

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from directory.errors import Conflict, NotFound
from directory.storage import Changes
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.field_words import day_words
from directory.web.provider.history.page import PAGE, history_page, restore_page
from directory.web.provider.listing.author import current_author
from directory.web.provider.listing.section_page import listing_href
from directory.web.provider.problem_words import in_plain_words
from directory.web.rendering import render_page
from directory.workflows.drafted_listing import read_drafted
from directory.workflows.restore_listing import Restored, restoration, restore_listing

ADDRESS = "/my/listing/<listing>/history"
_LONGEST_NUMBER = 15  # digits

pages = Blueprint("history", __name__)


@pages.get(ADDRESS)
def read(listing: str) -> str:
    """Show who changed what, the newest first."""
    directory, before = current_directory(), _number(request.args.get("before"))
    with directory.database.reading() as session:
        name = read_drafted(session, listing).stored.name
        changes = Changes(session).of_listing(listing, PAGE + 1, before_id=before)
    me = asking_account().id
    page = history_page(name, listing_href(listing), changes, me, is_newest=before is None)
    return render_page("my/history.html", page)


@pages.get(f"{ADDRESS}/restore")
def before_restoring(listing: str) -> str:
    """Show what would come back."""
    return _preview(listing, request.args)


@pages.post(f"{ADDRESS}/restore")
def restore(listing: str) -> Response:
    """Bring it back; where the listing changed meanwhile, show again what would."""
    change, day = _chosen(request.form)
    seen, author = request.form.get("seen", ""), current_author(listing)
    try:
        done = restore_listing(current_directory(), listing, author, seen, change, day)
    except Conflict:
        return make_response(_preview(listing, request.form, was_changed=True), 409)
    flash(_said(done))
    return redirect(listing_href(listing), 303)


def _preview(listing: str, sent: MultiDict[str, str], was_changed: bool = False) -> str:
    change, day = _chosen(sent)
    found = restoration(current_directory(), listing, change, day)
    chosen: Mapping[str, str] = {"day": day.isoformat()} if day else {"change": str(change)}
    title = f"Bring back the end of {day_words(day)}" if day else "Undo this change"
    page = restore_page(found, listing_href(listing), chosen, title, was_changed)
    return render_page("my/restore.html", page)


def _chosen(sent: MultiDict[str, str]) -> tuple[int | None, date | None]:
    """Return the change or the day that is to come back; raise NotFound for neither."""
    number, day = _number(sent.get("change")), sent.get("day", "")
    if number is not None:
        return number, None
    try:
        return None, date.fromisoformat(day)
    except ValueError:
        raise NotFound("nothing was chosen to be brought back") from None


def _number(text: str | None) -> int | None:
    is_number = text is not None and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text) if text is not None and is_number else None


def _said(done: Restored) -> str:
    if done.state == "unchanged":
        return "Nothing was different, so nothing changed."
    if done.state == "live":
        return "Brought back. Patients see it now."
    if not done.problems:
        return "Brought back. Patients see it once you publish."
    why = in_plain_words(done.problems)[0].message
    return f"Brought back for you, not public yet. Please mend what is marked: {why}"
