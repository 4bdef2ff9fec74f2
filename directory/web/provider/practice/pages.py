"""The pages of practices, for those who manage one and for the clinicians in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: what was typed, and what to mend."""

    value: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class BeginPracticePage:
    """The form that begins a practice."""

    title: str
    name: Field


@dataclass(frozen=True, slots=True)
class PracticeListing:
    """A listing in the practice, with where to edit it and where to let it go."""

    name: str
    href: str
    state: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class PracticeInvited:
    """Somebody who was invited and has not answered yet."""

    whom: str
    until: str
    withdraw_href: str


@dataclass(frozen=True, slots=True)
class PracticePage:
    """A practice as those see it who manage it."""

    title: str
    name: str
    href: str
    listings: tuple[PracticeListing, ...]
    invited: tuple[PracticeInvited, ...]
    managers: tuple[str, ...]
    who: Field
    email: Field


@dataclass(frozen=True, slots=True)
class PartingPage:
    """What it means to let a listing go, or to stop managing, before it is done."""

    title: str
    says: tuple[str, ...]
    button: str
    action: str
    back_href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One listing that could join."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """An invitation into a practice, as somebody sees it who can answer it."""

    title: str
    practice: str
    managers: tuple[str, ...]
    is_for_manager: bool
    listings: tuple[Choice, ...]
    problem: str | None
    action: str


@dataclass(frozen=True, slots=True)
class OwnPracticePage:
    """Which practice a listing is in, and who there can edit it."""

    title: str
    name: str
    listing_href: str
    practice: str | None
    managers: tuple[str, ...]
    leave_action: str


@dataclass(frozen=True, slots=True)
class TitledPage:
    """A page that only says something."""

    title: str
