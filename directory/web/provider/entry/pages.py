"""The pages that lead to one's own listings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnListing:
    """One listing that somebody may edit, or waits for, and in a few words how it stands."""

    name: str
    href: str | None
    state: str


@dataclass(frozen=True, slots=True)
class ManagedPractice:
    """A practice that somebody manages, with its listings."""

    name: str
    href: str
    listings: tuple[OwnListing, ...]


@dataclass(frozen=True, slots=True)
class OwnListingsPage:
    """The listings to choose from, the claims, and the practices that one manages."""

    title: str
    listings: tuple[OwnListing, ...]
    claims: tuple[OwnListing, ...]
    practices: tuple[ManagedPractice, ...]


@dataclass(frozen=True, slots=True)
class FoundListing:
    """One listing that may be the reader's own."""

    name: str
    license: str
    place: str
    state: str
    href: str


@dataclass(frozen=True, slots=True)
class FindListingPage:
    """Two doors: a listing that is here already, or a new one."""

    title: str
    query: str
    problem: str | None
    found: tuple[FoundListing, ...] | None
    are_more: bool
