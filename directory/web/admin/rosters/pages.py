"""The pages of rosters."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_wtf import FlaskForm


@dataclass(frozen=True, slots=True)
class ListedRoster:
    """One roster in the list."""

    name: str
    href: str
    about: str
    stage: str


@dataclass(frozen=True, slots=True)
class RostersPage:
    """All rosters, and the form to bring another."""

    title: str
    form: FlaskForm
    rosters: tuple[ListedRoster, ...]


@dataclass(frozen=True, slots=True)
class RosterColumnsPage:
    """The columns of a roster and its status words, with examples."""

    title: str
    back_href: str
    action: str
    form: FlaskForm
    examples: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Listings for which a roster means the same."""

    title: str
    about: str
    count: str
    href: str


@dataclass(frozen=True, slots=True)
class NamedListing:
    """One listing that a roster names."""

    name: str
    href: str
    words: str
    became: str


@dataclass(frozen=True, slots=True)
class RosterPage:
    """What a roster means, and what can be done about it."""

    title: str
    back_href: str
    action: str
    stage: str
    told: tuple[str, ...]
    working: str
    failed: str
    groups: tuple[Group, ...]
    needs_another: bool
    can_apply: bool
    off: int


@dataclass(frozen=True, slots=True)
class NamedPage:
    """The listings for which a roster means the same, some at a time."""

    title: str
    back_href: str
    listings: tuple[NamedListing, ...]
    more_href: str | None
