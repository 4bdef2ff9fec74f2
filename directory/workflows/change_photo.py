"""Giving a listing a photo, and taking it away; the history tells that it changed."""

from sqlmodel import Session

from directory.photos import FIELD, read_photo
from directory.providers.history import Author
from directory.providers.photo import Photo
from directory.storage import Changes, Photos
from directory.workflows.opening import Directory

# What the history says of a photo: the picture before is gone, and only that can be told.
_ONE, _ANOTHER = "a photo", "another photo"


def change_photo(directory: Directory, provider_id: str, data: bytes, author: Author) -> None:
    """Show what an uploaded file holds; raise Invalid where it is no photo that can be shown."""
    _replace(directory, provider_id, read_photo(data), author)


def remove_photo(directory: Directory, provider_id: str, author: Author) -> None:
    """Show initials again."""
    _replace(directory, provider_id, None, author)


def _replace(directory: Directory, provider_id: str, photo: Photo | None, author: Author) -> None:
    with directory.database.writing() as session:
        before = Photos(session).name_of(provider_id)
        if before == (photo and photo.name):
            return
        _keep(session, provider_id, photo, directory)
        now = None if photo is None else _ANOTHER if before else _ONE
        was = _ONE if before else None
        changes = Changes(session)
        changes.add(provider_id, directory.clock(), author, {FIELD: was}, {FIELD: now})


def _keep(session: Session, provider_id: str, photo: Photo | None, directory: Directory) -> None:
    if photo is None:
        Photos(session).remove(provider_id)
    else:
        Photos(session).put(provider_id, photo, directory.clock())
