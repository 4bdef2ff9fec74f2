"""The history of a listing: read, and brought back."""

from datetime import date, datetime

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from directory.errors import Conflict, NotFound
from directory.providers.history import Author
from directory.storage import Changes, Keepers, Practices
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.letters import contact_letters
from directory.web.permissions import SOLE_KEEPERS_SECTIONS
from directory.web.problem_words import in_plain_words
from directory.web.provider.history.page import PAGE, history_page, restore_page
from directory.web.provider.listing.author import current_author
from directory.web.provider.listing.section_page import listing_href
from directory.web.rendering import render_page
from directory.workflows.keeping.drafted_listing import drafted_listing, read_drafted
from directory.workflows.keeping.restore_listing import (
    Restored,
    Wanted,
    restoration,
    restore_listing,
)
from directory.workflows.keeping.tell_of_contacts import tell_of_contacts

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
    since = _since(listing, current_author(listing))
    told = [one for one in changes if since is None or one.at >= since]
    me, day = asking_account().id, since.date() if since else None
    page = history_page(name, listing_href(listing), told, me, day, is_newest=before is None)
    return render_page("my/history.html", page)


@pages.get(f"{ADDRESS}/restore")
def before_restoring(listing: str) -> str:
    """Show what would come back."""
    return _preview(listing, request.args)


@pages.post(f"{ADDRESS}/restore")
def restore(listing: str) -> Response:
    """Bring it back; where the listing changed meanwhile, show again what would."""
    seen, author = request.form.get("seen", ""), current_author(listing)
    wanted = _wanted(listing, request.form, author)
    directory = current_directory()
    before = drafted_listing(directory, listing).stored
    try:
        done = restore_listing(directory, listing, wanted, author, seen)
    except Conflict:
        return make_response(_preview(listing, request.form, was_changed=True), 409)
    tell_of_contacts(directory, contact_letters(), before)
    flash(_said(done))
    return redirect(listing_href(listing), 303)


def _preview(listing: str, sent: MultiDict[str, str], was_changed: bool = False) -> str:
    wanted = _wanted(listing, sent, current_author(listing))
    found = restoration(current_directory(), listing, wanted)
    page = restore_page(found, listing_href(listing), wanted, was_changed)
    return render_page("my/restore.html", page)


def _wanted(listing: str, sent: MultiDict[str, str], author: Author) -> Wanted:
    """Return the change or the day that is to come back; raise NotFound for neither.

    Who edits for a practice edits nothing of a license, here neither.
    """
    barred = SOLE_KEEPERS_SECTIONS if author.kind == "practice" else frozenset[str]()
    since, number = _since(listing, author), _number(sent.get("change"))
    try:
        day = date.fromisoformat(sent.get("day", "")) if number is None else None
    except ValueError:
        raise NotFound("nothing was chosen to be brought back") from None
    if since and not _is_since(since, number, day):
        raise NotFound("this was before they came to the listing")
    return Wanted(change=number, day=day, barred=barred)


def _since(listing: str, author: Author) -> datetime | None:
    """Return from when on the author may read the history.

    What a listing said before it joined a practice, as where somebody lived, is not the practice's;
    and what somebody said who kept it before is not the next keeper's.
    """
    with current_directory().database.reading() as session:
        if author.kind == "practice":
            return Practices(session).joined_at(listing)
        return Keepers(session).since(author.account_id or "", listing)


def _is_since(since: datetime, number: int | None, day: date | None) -> bool:
    if number is None:
        return day is not None and day >= since.date()
    with current_directory().database.reading() as session:
        change = Changes(session).get(number)
    return change is not None and change.at >= since


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
