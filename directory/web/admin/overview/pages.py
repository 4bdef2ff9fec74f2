"""The overview."""

from dataclasses import dataclass
from typing import Literal

from directory.web.plots import Plot

State = Literal["good", "look", "broken", "none"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the site: how it is, in a word and a sentence, and where it is mended.

    `none` has nothing to say yet. `command` is what to type where no page can mend it.
    """

    name: str
    state: State
    says: str
    link: str = ""
    href: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Things that wait, how many, and where they are decided."""

    count: str
    name: str
    href: str
    late: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody with a role did, or the worker."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how to begin."""

    says: str
    link: str = ""
    href: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview; `steps` where nobody real is listed yet, only those of a demo if any.

    `missed` says what people looked for most and did not find.
    """

    title: str
    lead: str
    steps: tuple[Step, ...]
    has_demo: bool
    parts: tuple[Part, ...]
    needs: tuple[Need, ...]
    missed: tuple[str, ...]
    plots: tuple[Plot, ...]
    changes: tuple[Change, ...]
    looked_at: str
