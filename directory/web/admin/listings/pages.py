"""The pages on which listings are found and looked after."""

from dataclasses import dataclass

from flask_wtf import FlaskForm

from directory.web.admin.listings.forms import VerifyForm
from directory.web.admin.queue.pages import KnownFact


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow a list, with how many there are."""

    name: str
    href: str
    is_chosen: bool
    count: str


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One listing in the list."""

    name: str
    href: str
    id: str
    license: str
    state: str
    checked: str
    due: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ListingsPage:
    """Listings that were found, some at a time."""

    title: str
    text: str
    shown: str
    choices: tuple[Choice, ...]
    rows: tuple[ListedRow, ...]
    more_href: str | None
    first_href: str | None
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ToldCheck:
    """One check that was made."""

    title: str
    facts: tuple[KnownFact, ...]
    is_undone: bool
    undo_action: str
    stays: str


@dataclass(frozen=True, slots=True)
class ToldFile:
    """One file of evidence."""

    name: str
    about: str
    href: str
    delete_action: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change of a listing."""

    at: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class ToldNotice:
    """One thing that a roster or a call found; `close_action` where nobody has looked at it."""

    at: str
    words: str
    answer: str
    close_action: str


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A listing with its checks, its evidence and its history, and what can be done."""

    title: str
    back_href: str
    action: str
    standing: str
    is_public: bool
    is_held: bool
    is_coach: bool
    facts: tuple[KnownFact, ...]
    notices: tuple[ToldNotice, ...]
    reports: tuple[KnownFact, ...]
    looked_action: str
    checks: tuple[ToldCheck, ...]
    files: tuple[ToldFile, ...]
    changes: tuple[ToldChange, ...]
    findings: VerifyForm
    reason: FlaskForm
    note: FlaskForm
    upload: FlaskForm
    problem: str
    is_wrong: bool
    next_href: str | None
