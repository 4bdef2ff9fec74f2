"""From a few listings to one table, in which what all share steps back."""

from collections.abc import Sequence
from datetime import date

from directory.providers import Provider
from directory.sentences import say
from directory.web.patient.listing.cards import card_of
from directory.web.patient.listing.contact import phones_of
from directory.web.patient.shortlist.pages import (
    Cell,
    ComparedCell,
    ComparedValue,
    ComparePage,
    CompareRow,
)
from directory.web.patient.shortlist.told_facts import facts_of


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
    shared = frozenset.intersection(*(frozenset(cell.values) for cell in cells))
    is_same = len({cell.values for cell in cells}) == 1
    return CompareRow(
        name=name,
        cells=tuple(_compared(cell, frozenset() if is_same else shared) for cell in cells),
        is_same=is_same,
    )


def _compared(cell: Cell, shared: frozenset[str]) -> ComparedCell:
    values = tuple(ComparedValue(value, value in shared) for value in cell.values)
    return ComparedCell(values, cell.note)
