"""The pages of imports."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from flask_wtf import FlaskForm

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go on to, and what it says of itself."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of many this is, counted from 1; addresses end in the number of a page."""

    number: int
    total: int
    href: str

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, ceil(self.total / PAGE_SIZE))

    @property
    def skip(self) -> int:
        """How many things stand on the pages before."""
        return (self.number - 1) * PAGE_SIZE

    def within(self) -> "Pager":
        """Return the nearest page that there is."""
        return replace(self, number=min(max(1, self.number), self.last))


@dataclass(frozen=True, slots=True)
class Work:
    """Work that runs or waits: what it does, how far it is in percent, and why it failed."""

    text: str
    percent: int | None
    failed: str = ""


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """Files that wait for somebody, and what was imported before."""

    title: str
    may_import: bool
    waiting: tuple[Link, ...]
    done: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BringPage:
    """The form for a file."""

    title: str
    form: FlaskForm
    limit: str
    back_href: str = "/admin/imports"


@dataclass(frozen=True, slots=True)
class ExportPage:
    """The form for a file of all listings."""

    title: str
    form: FlaskForm
    back_href: str = "/admin/imports"


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows came to one thing, and where they are listed."""

    number: str
    text: str
    href: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class UploadPage:
    """A file, how far it is, and what can be done with it."""

    title: str
    action: str
    state: str
    told: tuple[str, ...]
    counts: tuple[Count, ...]
    work: Work | None
    problem: str
    confirm: FlaskForm
    asks_to_hide: bool
    has_something: bool
    can_read_again: bool
    columns_href: str
    batch_href: str
    left_out: tuple["LeftOut", ...]
    back_href: str = "/admin/imports"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was confirmed and not carried out, and why."""

    line: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ColumnsPage:
    """The titles of a file, and for each a choice of what it is."""

    title: str
    action: str
    form: FlaskForm
    examples: Mapping[str, str]
    back_href: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One row that cannot be used, and the field in which it is mended; none where none can."""

    line: int
    column: str
    message: str
    row: str
    field: str
    is_whole_row: bool


@dataclass(frozen=True, slots=True)
class MendPage:
    """Some of the rows that cannot be used."""

    title: str
    action: str
    slips: tuple[Slip, ...]
    form: FlaskForm
    pager: Pager
    download_href: str
    back_href: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of a listing, as it is and as it would be."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing of a dry run: what it is, or which of its cells would change."""

    line: int
    name: str
    about: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Listings that are new, or that would change."""

    title: str
    listed: tuple[Listed, ...]
    pager: Pager
    back_href: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is said about one row."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class NotesPage:
    """What is said about rows, line by line."""

    title: str
    about: str
    notes: tuple[Told, ...]
    pager: Pager
    back_href: str


@dataclass(frozen=True, slots=True)
class BatchPage:
    """An import that was made, and what taking it back would do."""

    title: str
    action: str
    told: tuple[str, ...]
    is_whole: bool
    can_undo: bool
    goes: str
    comes_back: str
    edited: tuple[Link, ...]
    edited_count: int
    kept: tuple[Link, ...]
    kept_count: int
    claimed: tuple[Link, ...]
    claimed_count: int
    gone_count: int
    merges: tuple[Link, ...]
    merge_count: int
    work: Work | None
    stays: tuple[Link, ...]
    stays_count: int
    form: FlaskForm
    waits_for_another: bool = False
    back_href: str = "/admin/imports"
