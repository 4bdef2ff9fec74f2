"""Adding a photo to a listing, and taking it away."""

from typing import Any

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as Reply

from directory.errors import Invalid
from directory.photos import TOO_LARGE
from directory.storage import Photos, Providers
from directory.web.access import current_directory
from directory.web.provider.listing.author import current_author
from directory.web.provider.photo.form import MOST_SENT, PhotoForm
from directory.web.provider.photo.pages import PhotoPage
from directory.web.rendering import render_page
from directory.workflows.keeping.change_photo import change_photo, remove_photo
from directory.workflows.keeping.drafted_listing import is_live

pages = Blueprint("photo", __name__, url_prefix="/my/listing/<listing>/photo")


@pages.url_value_preprocessor
def take_more(_endpoint: str | None, _arguments: dict[str, Any] | None) -> None:
    """Let a photo be larger than other forms; this has to be said before anything is read."""
    request.max_content_length = MOST_SENT


@pages.get("")
def show(listing: str) -> str:
    """Show the photo and the form."""
    return render_page("my/photo.html", _page(listing))


@pages.post("")
def add(listing: str) -> Reply:
    """Show what was sent from now on, or say why that cannot be."""
    try:
        change_photo(current_directory(), listing, PhotoForm().sent(), current_author(listing))
    except Invalid as error:
        return _again(listing, error.problems[0].message)
    return redirect(f"/my/listing/{listing}/photo?saved=1", 303)


@pages.post("/remove")
def remove(listing: str) -> Reply:
    """Show initials again."""
    remove_photo(current_directory(), listing, current_author(listing))
    return redirect(f"/my/listing/{listing}/photo?saved=1", 303)


@pages.errorhandler(413)
def too_large(_error: Exception) -> Response:
    """Say how large a photo may be; what was sent has not been read."""
    return _again((request.view_args or {})["listing"], TOO_LARGE)


def _again(listing: str, problem: str) -> Response:
    return make_response(render_page("my/photo.html", _page(listing, problem)), 422)


def _page(listing: str, problem: str | None = None) -> PhotoPage:
    with current_directory().database.reading() as session:
        stored = Providers(session).one(listing)
        name = Photos(session).name_of(listing)
    here = f"/my/listing/{listing}"
    return PhotoPage(
        title="Error: Your photo" if problem else "Your photo",
        name=stored.name,
        back_href=here,
        action=f"{here}/photo",
        remove_action=f"{here}/photo/remove",
        photo=f"{here}/photo.jpg" if name else None,
        is_public=is_live(stored),
        is_coming_back="saved" in request.args,
        problem=problem,
    )
