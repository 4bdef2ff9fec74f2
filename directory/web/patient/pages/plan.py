"""What stands beside the people on the page of results."""

from dataclasses import dataclass

from directory.web.patient.pages.parts import Link, Option


@dataclass(frozen=True, slots=True)
class PairPart:
    """Who to talk with and who may prescribe."""

    text: str
    people: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One place to ask, with what dials it."""

    text: str
    dial: Link | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: its name, where it leads, its sentences, notes, and where to ask."""

    name: str
    link: Link | None
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Fold:
    """Things under one heading that opens with a tap."""

    heading: str
    items: tuple[Item, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The plan in brief; where programs come before people, so does the plan."""

    pair: PairPart | None
    folds: tuple[Fold, ...]
    comes_first: bool


@dataclass(frozen=True, slots=True)
class OwnWay:
    """The form by which a person has it another way."""

    intents: tuple[Option, ...]
    orders: tuple[Option, ...]
    leave_out: tuple[Option, ...]
    is_changed: bool
