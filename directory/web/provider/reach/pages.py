"""The page that tells for whom a listing would be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend: what it is, what it costs, and where, None where no section mends it."""

    text: str
    href: str | None
    link: str = ""
    costs: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as the person reads it; the icon tells whether it fits."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class FactorRow:
    """What one factor of the ranking gives, and why."""

    name: str
    points: str
    sayings: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ExampleCard:
    """One made-up person, and where the listing would stand among those they are shown."""

    who: str
    brings: str
    asks: str
    level: str
    result: str
    is_shown: bool
    score: str
    factors: tuple[FactorRow, ...]
    cautions: tuple[str, ...]
    against: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class ReachPage:
    """Three made-up people; `to_mend` is what keeps the listing from being looked at at all."""

    title: str
    name: str
    back_href: str
    is_draft: bool
    examples: tuple[ExampleCard, ...]
    to_mend: tuple[Mend, ...]
    missing: tuple[Mend, ...]
    percent: int
    stated: int
    asked: int
