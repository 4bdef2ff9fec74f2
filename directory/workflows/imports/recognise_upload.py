"""What an uploaded file seems to be, by its beginning and by what was said of the same titles."""

from dataclasses import dataclass
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.lines import is_unreadable
from directory.exchange.recognising import recognise as recognise_file
from directory.storage import ChosenColumns, Uploads
from directory.workflows.opening import Directory

_LONGEST_TITLE = 500  # characters
_MOST_CHOSEN = 400  # columns that somebody can say the meaning of on one page


@dataclass(frozen=True, slots=True)
class RecognisedUpload:
    """A format with its titles; where columns are to be chosen, what they seem to be.

    `is_known` where nobody has to say what the columns are.
    """

    format: str
    titles: tuple[str, ...]
    chosen: ChosenColumns | None
    is_known: bool


def recognise(directory: Directory, path: Path) -> RecognisedUpload:
    """Look at the beginning of a file; raise Unusable where it cannot be read at all."""
    found = recognise_file(path)
    if not all(map(_is_title, found.titles)):
        raise Unusable(f"{path.name} has no titles: its first row should name the columns")
    if not found.proposals:
        return RecognisedUpload(found.format, found.titles, None, is_known=True)
    if len(found.titles) > _MOST_CHOSEN:
        many = f"{len(found.titles):,} columns, and {_MOST_CHOSEN} are the most to choose from"
        raise Unusable(f"{path.name} has {many}: delete those that say nothing of a listing")
    with directory.database.reading() as session:
        remembered = Uploads(session).remembered(found.titles)
    proposed = ChosenColumns({one.title: one.column for one in found.proposals})
    chosen = remembered or proposed
    return RecognisedUpload(found.format, found.titles, chosen, is_known=bool(remembered))


def _is_title(title: str) -> bool:
    """Tell whether somebody can read a title: no page can show bytes that are no text."""
    return len(title) <= _LONGEST_TITLE and not is_unreadable(title)
