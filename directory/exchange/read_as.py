"""What somebody decided about a file: its format, what its columns are, cells mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

WHOLE_ROW = ""  # the column of a mend that replaces a whole row
_NOTHING: Mapping[tuple[int, str], str] = MappingProxyType({})
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How to read one file.

    `columns` gives for each title of the file the column of ours that it fills, "" where it is not
    read; left empty, the titles are our own names. `mends` gives the value to read at a line and a
    title (for JSON the path of a field); at `WHOLE_ROW` it stands for the whole row, and a blank
    one leaves the row out. `everywhere` fills columns of ours that the file lacks, in every row.
    """

    format: str
    columns: Mapping[str, str] = field(default_factory=lambda: _NO_COLUMNS)
    mends: Mapping[tuple[int, str], str] = field(default_factory=lambda: _NOTHING)
    everywhere: Mapping[str, str] = field(default_factory=lambda: _NO_COLUMNS)


LineMends = Mapping[int, Mapping[str, str]]


def mends_by_line(mends: Mapping[tuple[int, str], str]) -> LineMends:
    """Return the mends of each line by column."""
    lines: dict[int, dict[str, str]] = {}
    for (line, column), value in mends.items():
        lines.setdefault(line, {})[column] = value
    return lines
