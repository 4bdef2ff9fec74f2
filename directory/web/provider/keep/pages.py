"""The pages on which whoever keeps a listing says that it is still true, or less."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact, what the listing says of it, and since when; `can_be_confirmed` as it stands."""

    fact: str
    name: str
    words: str
    when: str
    has_lapsed: bool
    can_be_confirmed: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One length of a pause, in weeks, and the day on which it ends."""

    weeks: int
    text: str


@dataclass(frozen=True, slots=True)
class PausePart:
    """The choices of a pause; `until` is what was typed, if `is_day` a day."""

    choices: tuple[Choice, ...]
    first: str
    last: str
    until: str
    is_day: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class LinkPage:
    """What a link in a mail lets one say, and how the listing stands."""

    title: str
    heading: str
    name: str
    saying: str
    is_done: bool
    is_error: bool
    state: tuple[str, ...]
    openings: str
    facts: tuple[FactRow, ...]
    pause: PausePart | None
    listing_href: str


@dataclass(frozen=True, slots=True)
class OverPage:
    """A link that opens nothing any more."""

    title: str


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """Everything that a listing states, each with a button that confirms it."""

    title: str
    name: str
    said: str
    state: tuple[str, ...]
    facts: tuple[FactRow, ...]
    is_full: bool
    listing_href: str


@dataclass(frozen=True, slots=True)
class PausePage:
    """A pause: how the openings stand, and until when to take nobody."""

    title: str
    heading: str
    name: str
    said: str
    is_error: bool
    openings: str
    is_paused: bool
    pause: PausePart
    listing_href: str
