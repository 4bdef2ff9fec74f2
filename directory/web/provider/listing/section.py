"""One section of a listing: shown with what was typed last, saved, and never over another save."""

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.providers.sections import section_of_problem
from directory.web.access import current_directory
from directory.web.letters import contact_letters
from directory.web.problem_words import in_plain_words
from directory.web.provider.listing.author import current_author
from directory.web.provider.listing.section_page import (
    conflict_page,
    listing_href,
    problems_to_show,
    section_page,
    seen_of,
)
from directory.web.provider.listing.sections import SECTIONS, ListingForm, SectionForm
from directory.web.rendering import render_page
from directory.workflows.keeping.discard_draft import discard_draft
from directory.workflows.keeping.drafted_listing import DraftedListing, drafted_listing
from directory.workflows.keeping.save_section import Conflicting, Saved, save_section
from directory.workflows.keeping.tell_of_contacts import tell_of_contacts

ADDRESS = "/my/listing/<listing>/<section>"
# The button on the page of a conflict that goes back to the form.
_AGAIN = "again"
_SAID = {
    "live": "Saved. Patients see it now.",
    "unchanged": "Nothing was different. We noted that it is still true today.",
}

pages = Blueprint("section", __name__)


@pages.get(ADDRESS)
def show(listing: str, section: str) -> Response:
    """Show a section with its stored values, or with what was typed and is not public yet."""
    kind = _kind(section)
    drafted = drafted_listing(current_directory(), listing)
    form = kind.filled(drafted.values)
    unplaced = kind.blame(form, problems_to_show(drafted, section))
    page = section_page(kind, drafted, form, seen_of(drafted, section), unplaced)
    return make_response(render_page("my/section.html", page, form=form))


@pages.post(ADDRESS)
def save(listing: str, section: str) -> Response:
    """Save a section; whatever cannot be saved is shown again as it was typed."""
    kind, directory = _kind(section), current_directory()
    drafted = drafted_listing(directory, listing)
    form, seen = kind.filled(drafted.values), request.form.get("seen", "")
    if _AGAIN in request.form or not form.validate():
        return _once_more(kind, drafted, form, seen)
    values, author = kind.values_of(form), current_author(listing)
    try:
        saved = save_section(directory, listing, section, values, author, seen)
    except Conflicting as conflict:
        page = conflict_page(kind, drafted, conflict, MultiDict(request.form))
        return make_response(render_page("my/conflict.html", page), 409)
    tell_of_contacts(directory, contact_letters(), drafted.stored)
    return redirect(_told(drafted, section, saved), 303)


@pages.post(f"{ADDRESS}/discard")
def discard(listing: str, section: str) -> Response:
    """Throw away what was typed into a section and is not public."""
    seen = request.form.get("seen", "")
    is_gone = discard_draft(current_directory(), listing, _kind(section).code, seen)
    if not is_gone:
        flash("This part was changed meanwhile, so nothing was thrown away. Please look again.")
        return redirect(f"{listing_href(listing)}/{section}", 303)
    flash("Thrown away. This part is as it was.")
    return redirect(listing_href(listing), 303)


def _kind(section: str) -> SectionForm:
    if section not in SECTIONS:
        raise NotFound(f"a listing has no section {section}")
    return SECTIONS[section]


def _once_more(
    kind: SectionForm, drafted: DraftedListing, form: ListingForm, seen: str
) -> Response:
    page = section_page(kind, drafted, form, seen)
    status = 422 if page.slips else 200
    return make_response(render_page("my/section.html", page, form=form), status)


def _told(before: DraftedListing, section: str, saved: Saved) -> str:
    """Say what became of a save; return where to go from here."""
    href = listing_href(before.stored.id)
    if saved.state != "draft":
        flash(_SAID[saved.state])
        return href
    if any(section_of_problem(problem) == section for problem in saved.problems):
        flash("Saved for you. Please mend what is marked before patients can see it.")
        return f"{href}/{section}"
    flash(_waits_for(saved) if before.is_live else "Saved. Patients see it once you publish.")
    return href


def _waits_for(saved: Saved) -> str:
    """Say why a section that is in order by itself is not public."""
    problem = in_plain_words(saved.problems)[0]
    at_fault = section_of_problem(problem)
    where = f" in “{SECTIONS[at_fault].title}”" if at_fault else ""
    return f"Saved, not public yet, because something{where} does not fit: {problem.message}"
