"""The page that shows every component."""

from dataclasses import dataclass

from directory.web.patient.parts import Card, HelpCard, Option
from directory.web.patient.search.pages import Chip, Facet, Turn


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """One example of each component in each of its states."""

    title: str
    cards: tuple[Card, ...]
    tints: tuple[int, ...]
    help_card: HelpCard
    chips: tuple[Chip, ...]
    turns: tuple[Turn, ...]
    facet: Facet
    options: tuple[Option, ...]
