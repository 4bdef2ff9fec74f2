"""The pages of the history of a listing."""

from dataclasses import dataclass

from directory.web.provider.field_changes import FieldChange


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: who made it, at what time, what changed, and what was said again.

    `undo_href` is None where nothing of it can be brought back.
    """

    time: str
    who: str
    is_first: bool
    changes: tuple[FieldChange, ...]
    said_again: str
    undo_href: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of one day; `restore_href` leads to the listing as it was before."""

    title: str
    restore_href: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The changes of a listing, the newest first."""

    title: str
    name: str
    back_href: str
    days: tuple[Day, ...]
    older_href: str | None
    newest_href: str | None


@dataclass(frozen=True, slots=True)
class RestorePage:
    """What would come back, field by field, with one button.

    `chosen` is the field that names the change or the day, and `left_out` the sections that stay,
    with where to go.
    """

    title: str
    name: str
    back_href: str
    action: str
    chosen: tuple[str, str]
    seen: str
    changes: tuple[FieldChange, ...]
    left_out: tuple[tuple[str, str], ...]
    is_live: bool
    was_changed: bool
