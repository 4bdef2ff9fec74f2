"""What one row of a file comes to: a listing, a skipped row, or an error that says how to mend."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from directory.exchange.lines import without_unreadable
from directory.providers import Provider

_SHOWN = 80  # characters of a value that an error repeats
_MOST_KEPT = 1 << 20  # characters of a row that goes with its error


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A value that was mended or left out; the row itself goes in."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row that became a listing; `line` is its first physical line, the header being 1.

    `cells` are the values as the file has them, in the order of its titles; () for JSON.
    """

    line: int
    provider: Provider
    warnings: tuple[RowWarning, ...] = ()
    cells: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sound row that is none of ours, and why."""

    line: int
    reason: str
    warnings: tuple[RowWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be used: the first fault found, and how to mend it.

    `cells` are its values as the file has them, in the order of the titles; where it could not be
    split, and for JSON, they are () and `text` is the row. Both are empty for a row too long to
    show. Bytes that are not UTF-8, and control characters, are question marks in them.
    """

    line: int
    column: str
    value: str
    message: str
    cells: tuple[str, ...] = field(default=(), compare=False, repr=False)
    text: str = field(default="", compare=False, repr=False)


Outcome = Record | Skipped | RowError


class RowRefused(Exception):
    """Raised while a row is read, at the first fault; the reader turns it into a RowError."""

    def __init__(self, column: str, value: object, message: str) -> None:
        super().__init__(message)
        self.column, self.value, self.message = column, value, message

    def on_line(self, line: int, cells: Sequence[str] = (), text: str = "") -> RowError:
        """Return the error with its place in the file and the row itself."""
        kept = kept_cells(cells), kept_text(text)
        return RowError(line, self.column, shown(self.value), self.message, *kept)


def shown(value: object) -> str:
    """Return a value as errors show it: short, on one line, question marks for lost bytes."""
    text = value if isinstance(value, str) else "" if value is None else str(value)
    text = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def kept_cells(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells that an error keeps, () where they are too long to be shown to anybody."""
    if sum(map(len, cells)) > _MOST_KEPT:
        return ()
    return tuple(map(kept_text, cells))


def kept_text(text: str) -> str:
    """Return the text that an error keeps, "" where it is too long to be shown to anybody."""
    if len(text) > _MOST_KEPT:
        return ""
    return without_unreadable(text)
