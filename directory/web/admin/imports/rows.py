"""The rows of a dry run: what is new, what changes, and what is said about them."""

from collections.abc import Mapping
from typing import get_args

from flask import Blueprint, Response, request

from directory.errors import NotFound
from directory.providers import Provider
from directory.storage import NoteKind, Staged, Staging
from directory.vocabulary import LICENSES
from directory.web.access import current_directory
from directory.web.admin.imports.differences import differences
from directory.web.admin.imports.pages import (
    PAGE_SIZE,
    ChangesPage,
    Listed,
    NotesPage,
    Pager,
    Told,
)
from directory.web.admin.imports.uploads import ADDRESS
from directory.web.downloads import CSV, attachment
from directory.web.rendering import render_page
from directory.workflows.imports.bring_import import upload_of
from directory.workflows.imports.failed_rows import failed_rows

_TITLES: Mapping[str, str] = {"new": "New listings", "changed": "Listings that change"}
_COUNTS: Mapping[str, str] = {
    "new": "created",
    "changed": "updated",
    "skipped": "skipped",
    "warning": "warnings",
    "error": "errors",
}
_NOTES: Mapping[str, tuple[str, str]] = {
    "skipped": ("Rows that are none of ours", "They are sound, and stay out."),
    "warning": ("Values that were mended or left out", "The rest of each row is not touched."),
}

pages = Blueprint("import_rows", __name__)


@pages.get(f"{ADDRESS}/listings/<which>")
def listings(upload: str, which: str) -> str:
    """Show the listings that are new, or that change, cell by cell."""
    if which not in _TITLES:
        raise NotFound("there is no such page")
    pager = pager_of(upload, which, f"/admin/imports/{upload}/listings/{which}?page=")
    with current_directory().database.reading() as session:
        rows = Staging(session, upload).page(which == "new", pager.skip, PAGE_SIZE)
    page = ChangesPage(_TITLES[which], tuple(map(_listed, rows)), pager, f"/admin/imports/{upload}")
    return render_page("admin/imports/listings.html", page)


@pages.get(f"{ADDRESS}/notes/<which>")
def notes(upload: str, which: str) -> str:
    """Show what is said about rows."""
    if which not in _NOTES:
        raise NotFound("there is no such page")
    kind: NoteKind = next(kind for kind in get_args(NoteKind) if kind == which)
    pager = pager_of(upload, which, f"/admin/imports/{upload}/notes/{which}?page=")
    with current_directory().database.reading() as session:
        found = Staging(session, upload).notes(kind, pager.skip, PAGE_SIZE)
    told = tuple(Told(note.line, note.column, note.message) for note in found)
    page = NotesPage(*_NOTES[which], told, pager, f"/admin/imports/{upload}")
    return render_page("admin/imports/notes.html", page)


@pages.get(f"{ADDRESS}/failed.csv")
def failed(upload: str) -> Response:
    """Send the rows that cannot be used as a file, with a column that says why."""
    found = upload_of(current_directory(), upload)
    return attachment(failed_rows(current_directory(), found), "rows-to-mend.csv", CSV)


def pager_of(upload: str, which: str, href: str) -> Pager:
    """Return the page that an address asks for, the nearest where there is none of its number."""
    counts = upload_of(current_directory(), upload).counts
    number = request.args.get("page", "1")
    asked = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 1
    return Pager(asked, counts.get(_COUNTS[which], 0), href).within()


def _listed(row: Staged) -> Listed:
    listing = row.listing
    cells = differences(row.before, row.after) if row.before else ()
    return Listed(row.line, listing.name, _about(listing), cells)


def _about(listing: Provider) -> str:
    places = "; ".join(f"{place.city}, {place.state}" for place in listing.locations)
    npi = f"NPI {listing.npi}" if listing.npi else listing.id
    return ", ".join(filter(None, (LICENSES[listing.license].label, places, npi)))
