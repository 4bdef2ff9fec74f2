"""From a few listings to one table, where what is not the same for all stands out."""

from collections.abc import Sequence
from datetime import date

from directory.providers import Provider
from directory.sentences import say
from directory.web.patient.cards import card_of
from directory.web.patient.contact import phones_of
from directory.web.patient.pages.shortlist import Cell, ComparePage, CompareRow
from directory.web.patient.told_facts import facts_of


def compare_page(providers: Sequence[Provider], today: date) -> ComparePage:
    """Return the table of two to four listings as they stand today."""
    facts = [facts_of(provider, today) for provider in providers]
    return ComparePage(
        title=say("Compare"),
        cards=tuple(card_of(provider, today) for provider in providers),
        phones=tuple(next(iter(phones_of(provider)), None) for provider in providers),
        rows=tuple(_row(name, tuple(each[name] for each in facts)) for name in facts[0]),
    )


def _row(name: str, cells: tuple[Cell, ...]) -> CompareRow:
    return CompareRow(name, cells, len({cell.values for cell in cells}) == 1)
