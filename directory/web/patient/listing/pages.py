"""The page of one provider."""

from dataclasses import dataclass

from directory.web.patient.parts import Card, Fact, Link


@dataclass(frozen=True, slots=True)
class Row:
    """One known fact of a profile, and since when, in words; empty where no one confirmed it.

    `is_given` marks words of the provider, such as an address.
    """

    name: str
    values: tuple[str, ...]
    confirmed: str
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class LicenseRow:
    """One licence of a profile."""

    title: str
    state: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One group that a provider leads."""

    name: str
    kind: str
    schedule: str
    seats: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Ways to reach a provider: their own, and a message through us where that is possible."""

    phones: tuple[Link, ...]
    website: Link | None
    message_href: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Modality:
    """A kind of therapy as a profile tells it."""

    heading: str
    about: str


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """Everything known about one provider, and what is not."""

    title: str
    card: Card
    bio: tuple[str, ...]
    contact: Contact
    license_about: str
    powers: tuple[Fact, ...]
    licenses: tuple[LicenseRow, ...]
    more_licenses: tuple[LicenseRow, ...]
    more_states: str
    modalities: tuple[Modality, ...]
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    not_confirmed: str
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestingPage:
    """A listing that is hidden because nobody confirmed it for long."""

    title: str
    name: str
