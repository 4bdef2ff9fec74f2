"""The photos of providers."""

from flask import Blueprint, Response

from directory.errors import NotFound
from directory.providers.photo import Size
from directory.storage import Photos
from directory.web.access import current_directory

pages = Blueprint("photos", __name__, url_prefix="/photos")


@pages.get("/<name>.jpg")
def large(name: str) -> Response:
    """Send the photo of a profile."""
    return _photo(name, "large")


@pages.get("/<name>/small.jpg")
def small(name: str) -> Response:
    """Send the photo of a card."""
    return _photo(name, "small")


def send_photo(data: bytes | None) -> Response:
    """Send a file where there is one; raise NotFound where there is none.

    A browser that kept it would tell the next person at the screen whom somebody looked at.
    """
    if data is None:
        raise NotFound("there is no such photo")
    response = Response(data, mimetype="image/jpeg")
    response.headers["Cache-Control"] = "no-store"
    return response


def _photo(name: str, size: Size) -> Response:
    """Send a file of a listing that anybody may see."""
    with current_directory().database.reading() as session:
        data = Photos(session).public_file(name, size)
    return send_photo(data)
