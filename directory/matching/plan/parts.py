"""The parts of a plan, as records; a plan is given out as it stands."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom a plan speaks; `rank` is None where they are not among the matches."""

    id: str
    name: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody to talk with and somebody who may prescribe, the first of each."""

    therapist: Person | None
    prescriber: Person | None
    text: str


@dataclass(frozen=True, slots=True)
class GroupOffer:
    """A group beside individual work; `open` counts the places that are free.

    `concern` is what the group is about, `confirmed_at` the day on which the groups of the listing
    were last confirmed.
    """

    leader: Person
    name: str
    theme: str
    kind: str
    concern: str
    seats: int
    open: int
    starts: date | None
    schedule: str
    text: str
    led_by: str
    notes: tuple[str, ...]
    confirmed_at: date | None


@dataclass(frozen=True, slots=True)
class Grade:
    """How well something is shown to help with a concern: A, B or C."""

    concern: str
    grade: str


@dataclass(frozen=True, slots=True)
class AddOn:
    """Help that may be added to care and never takes its place."""

    code: str
    label: str
    about: str
    grades: tuple[Grade, ...]
    offered_by: tuple[Person, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Support:
    """The matches who give support alone, with what that is not."""

    text: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A place to ask; `call` is what to dial."""

    code: str
    label: str
    call: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """A kind of service with more care than one provider gives, and where to ask for it."""

    code: str
    label: str
    about: str
    ask: tuple[Source, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Approach:
    """A kind of therapy that may fit; `grade` is None where no row of evidence grades it."""

    code: str
    label: str
    concerns: tuple[str, ...]
    grade: str | None
    text: str
    length: str
    session: str
    note: str | None


@dataclass(frozen=True, slots=True)
class WayOn:
    """One thing to do where few or none match; `total` is how many it would lead to.

    `drop` names the wish to give up, `call` is what to dial.
    """

    kind: str
    text: str
    drop: str | None = None
    total: int | None = None
    call: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """One field of a request by which a person has their own way, and what it does."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What belongs beside the list of people; parts that do not apply are empty."""

    pair: Pair | None = None
    groups: tuple[GroupOffer, ...] = ()
    approaches: tuple[Approach, ...] = ()
    programs: tuple[ProgramOffer, ...] = ()
    add_ons: tuple[AddOn, ...] = ()
    support: Support | None = None
    insurance: str | None = None
    ways_on: tuple[WayOn, ...] = ()
    overrides: tuple[Override, ...] = ()
