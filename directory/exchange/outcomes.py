"""What one row of a file comes to: a listing, a skipped row, or an error that says how to mend."""

from dataclasses import dataclass

from directory.providers import Provider

_SHOWN = 80  # characters of a value that an error repeats


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A value that was mended or left out; the row itself goes in."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row that became a listing; `line` is its first physical line, the header being 1."""

    line: int
    provider: Provider
    warnings: tuple[RowWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sound row that is none of ours, and why."""

    line: int
    reason: str
    warnings: tuple[RowWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be used: the first fault found, and how to mend it."""

    line: int
    column: str
    value: str
    message: str


Outcome = Record | Skipped | RowError


class RowRefused(Exception):
    """Raised while a row is read, at the first fault; the reader turns it into a RowError."""

    def __init__(self, column: str, value: object, message: str) -> None:
        super().__init__(message)
        self.column, self.value, self.message = column, value, message

    def on_line(self, line: int) -> RowError:
        """Return the error with its place in the file."""
        return RowError(line, self.column, shown(self.value), self.message)


def shown(value: object) -> str:
    """Return a value as errors show it: short, on one line, question marks for lost bytes."""
    text = value if isinstance(value, str) else "" if value is None else str(value)
    text = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
