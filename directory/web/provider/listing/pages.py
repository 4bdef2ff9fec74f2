"""The pages of the editor."""

from dataclasses import dataclass

from directory.web.held_form import HeldField
from directory.web.provider.field_changes import FieldChange
from directory.web.provider.listing.sections import Slip


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section to be filled in; `seen` tells which state of it the form was made from.

    `draft_saved` is the day on which something was saved here that patients do not see.
    """

    title: str
    hint: str
    name: str
    template: str
    action: str
    back_href: str
    seen: str
    slips: tuple[Slip, ...]
    draft_saved: str | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two states of one section, side by side, and what was typed, to be sent again."""

    title: str
    name: str
    section: str
    changes: tuple[FieldChange, ...]
    seen: str
    action: str
    back_href: str
    typed: tuple[HeldField, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One section on the task list; a `tag` has the colour of its kind, `done` has none.

    `href` is None where the section is not for whoever looks.
    """

    title: str
    href: str | None
    hint: str
    state: str
    tag: str | None


@dataclass(frozen=True, slots=True)
class Action:
    """A way to change how the whole listing stands; the main one is a button."""

    text: str
    href: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a listing does not say, where to say it, and what it costs."""

    what: str
    costs: str
    href: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link with a word on where it leads."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class TaskListPage:
    """A listing as its keeper sees it: how it stands, what is to be done, and ways on."""

    title: str
    tag: str
    tag_colour: str
    standing: str
    actions: tuple[Action, ...]
    tasks: tuple[Task, ...]
    percent: int
    gaps: tuple[Gap, ...]
    more_gaps: int
    reach_href: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class PublishPage:
    """What is missing before a listing can be published, else the one thing to say and a button."""

    title: str
    name: str
    back_href: str
    action: str
    missing: tuple[Slip, ...]
    asks_statement: bool
    statement_problem: str | None
    waits_for_check: bool


@dataclass(frozen=True, slots=True)
class TakeOffPage:
    """What taking a listing off the site means, with one button."""

    title: str
    name: str
    back_href: str
