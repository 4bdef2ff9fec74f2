"""The parts that several pages share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a form control."""

    value: str
    text: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with the icon that goes before it, and what qualifies it.

    `is_given` marks a text that holds words of the provider, such as the name of a town.
    """

    icon: str
    text: str
    note: str = ""
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A short honest note on a listing; `note` ones ask for attention."""

    text: str
    is_note: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to mend in a form, and where it is."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, marked where it is what was searched for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A provider at a glance; `tint` is the number of the avatar's colour.

    `photo` is the address of their picture without its ending, None where initials stand for it.
    """

    id: str
    href: str
    name: str
    pronouns: str | None
    initials: str
    tint: int
    license: str
    license_may: str
    badges: tuple[Badge, ...]
    facts: tuple[Fact, ...]
    helps_with: str
    snippet: tuple[Piece, ...]
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A crisis line with links that dial or write to it."""

    name: str
    call: str | None
    call_number: str | None
    text: str | None
    text_link: str | None
    chat: str | None


@dataclass(frozen=True, slots=True)
class HelpCard:
    """A headline and the lines to reach."""

    headline: str
    body: str
    lines: tuple[HelpLine, ...]
    limits: str
