"""Giving a listing a photo, and taking it away; the history tells that it changed."""

from datetime import datetime

from sqlmodel import Session

from directory.photos import FIELD, read_photo
from directory.providers.history import Author
from directory.storage import Changes, Photos
from directory.workflows.opening import Directory

# What the history says of a photo: the picture before is gone, and only that can be told.
_ONE, _ANOTHER = "a photo", "another photo"


def change_photo(directory: Directory, provider_id: str, data: bytes, author: Author) -> None:
    """Show what an uploaded file holds; raise Invalid where it is no photo that can be shown."""
    photo, at = read_photo(data), directory.clock()
    with directory.database.writing() as session:
        before = Photos(session).name_of(provider_id)
        if before == photo.name:
            return
        Photos(session).put(provider_id, photo, at)
        was, now = (_ONE, _ANOTHER) if before else (None, _ONE)
        Changes(session).add(provider_id, at, author, {FIELD: was}, {FIELD: now})


def remove_photo(directory: Directory, provider_id: str, author: Author) -> None:
    """Show initials again."""
    with directory.database.writing() as session:
        drop_photo(session, provider_id, author, directory.clock())


def drop_photo(session: Session, provider_id: str, author: Author, at: datetime) -> None:
    """Take the photo of a listing away, where it has one, within one session."""
    if Photos(session).name_of(provider_id) is not None:
        Photos(session).remove(provider_id)
        Changes(session).add(provider_id, at, author, {FIELD: _ONE}, {FIELD: None})
