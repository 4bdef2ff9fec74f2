"""The pages on which people write to a provider, and a provider answers."""

from dataclasses import dataclass

from directory.web.patient.parts import HelpCard, Link, Slip


@dataclass(frozen=True, slots=True)
class Written:
    """One field of a form: what was typed, and what to mend."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class MessagePage:
    """The form for a message to one provider."""

    title: str
    name: str
    profile_href: str
    slips: tuple[Slip, ...]
    words: Written
    address: Written
    help_card: HelpCard | None
    has_seen_help: bool
    goes_nowhere: bool
    is_full: bool
    phones: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoMessagePage:
    """Why no message can be passed on, and what else to do."""

    title: str
    name: str
    profile_href: str
    why: str
    phones: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SentPage:
    """What comes after a message."""

    title: str
    name: str
    profile_href: str
    goes_nowhere: bool
    phones: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """The form for a provider's reply."""

    title: str
    name: str
    action: str
    slips: tuple[Slip, ...]
    words: Written
    address: str


@dataclass(frozen=True, slots=True)
class ReplyOverPage:
    """A link that opens nothing, or nothing any more."""

    title: str
    was_sent: bool
