"""Unmet demand as a file."""

from collections.abc import Iterable, Iterator

from directory.exchange.csv_lines import csv_lines
from directory.providers.unmet_demand import UnmetSum
from directory.web.admin.demand.words import label_of

_TITLES = ("week", "since", "state", "subject", "code", "label", "found", "searches")


def demand_csv(sums: Iterable[UnmetSum]) -> Iterator[str]:
    """Yield one line for each sum that may be told."""
    return csv_lines((_TITLES, *map(_row, sums)))


def _row(one: UnmetSum) -> tuple[object, ...]:
    wish, label = one.wish, label_of(one.wish)
    return one.week, one.since, wish.state, wish.subject, wish.code, label, one.found, one.count
