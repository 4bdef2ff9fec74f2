"""A listing as patients will see it, for those who keep it: what they saved, public or not."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response

from directory.errors import Problem
from directory.providers import Provider
from directory.providers.photo import Size
from directory.providers.sections import SECTIONS, section_of_problem
from directory.storage import Photos
from directory.web.access import current_directory
from directory.web.patient.listing.pages import ProfilePage
from directory.web.patient.listing.photos import send_photo
from directory.web.patient.listing.profile import profile_of
from directory.web.patient.parts import Card, Link
from directory.web.patient.shortlist.calling import calling
from directory.web.patient.shortlist.shortlist import Shortlist
from directory.web.problem_words import in_plain_words
from directory.web.rendering import render_page, told
from directory.workflows.keeping.drafted_listing import DraftedListing, drafted_listing
from directory.workflows.messages.send_message import obstacle

pages = Blueprint("preview", __name__, url_prefix="/my/listing/<listing>")


@dataclass(frozen=True, slots=True)
class ToMend:
    """One thing that keeps a listing from being shown, and the section that mends it."""

    text: str
    section: Link | None


@dataclass(frozen=True, slots=True)
class NoPreviewPage:
    """What to mend before there is anything to show."""

    title: str
    name: str
    back_href: str
    problems: tuple[ToMend, ...]


@dataclass(frozen=True, slots=True)
class PreviewNote:
    """What the page is, beside what it shows."""

    back_href: str
    is_public: bool
    has_drafts: bool
    takes_messages: bool


@pages.get("/preview")
def preview(listing: str) -> str:
    """Show the card and the page of a listing with its drafts, or what is missing for that."""
    directory = current_directory()
    drafted = drafted_listing(directory, listing)
    if drafted.listing is None:
        return render_page("preview_none.html", _none(drafted))
    shown = drafted.listing
    takes_messages = obstacle(directory, shown) is None
    note = PreviewNote(
        back_href=f"/my/listing/{listing}",
        is_public=drafted.is_live,
        has_drafts=bool(drafted.drafts),
        takes_messages=takes_messages,
    )
    part = calling(shown, None, Shortlist())
    return render_page("preview.html", _page(shown), calling=told(part), note=note)


@pages.get("/photo.jpg")
def large_photo(listing: str) -> Response:
    """Send the photo of a profile to those who keep it."""
    return _photo(listing, "large")


@pages.get("/photo/small.jpg")
def small_photo(listing: str) -> Response:
    """Send the photo of a card to those who keep it."""
    return _photo(listing, "small")


def _page(shown: Provider) -> ProfilePage:
    directory = current_directory()
    page = profile_of(shown, directory.today())
    with directory.database.reading() as session:
        has_photo = Photos(session).name_of(shown.id) is not None
    return replace(page, title=f"Preview of {shown.name}", card=_card(page.card, has_photo))


def _card(card: Card, has_photo: bool) -> Card:
    """Return the card with links that stay on the page: what they lead to may not be public."""
    photo = f"/my/listing/{card.id}/photo" if has_photo else None
    return replace(card, href="#page", photo=photo)


def _none(drafted: DraftedListing) -> NoPreviewPage:
    name, back = drafted.stored.name, f"/my/listing/{drafted.stored.id}"
    problems = tuple(_to_mend(problem, back) for problem in in_plain_words(drafted.to_mend))
    return NoPreviewPage(f"Preview of {name}", name, back, problems)


def _to_mend(problem: Problem, back: str) -> ToMend:
    section = section_of_problem(problem)
    link = Link(SECTIONS[section].title, f"{back}/{section}") if section else None
    return ToMend(problem.message, link)


def _photo(listing: str, size: Size) -> Response:
    with current_directory().database.reading() as session:
        data = Photos(session).file_of(listing, size)
    return send_photo(data)
