"""The page that shows every component."""

from dataclasses import dataclass

from directory.web.patient.pages.parts import Card, HelpCard, Link, Option


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """One example of each component in each of its states."""

    title: str
    cards: tuple[Card, ...]
    tints: tuple[int, ...]
    help_card: HelpCard
    chips: tuple[Link, ...]
    options: tuple[Option, ...]
