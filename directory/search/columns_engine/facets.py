"""Filters, limits and the counts of facets, each facet without its own filter."""

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np

from directory.columns import Columns
from directory.columns.codes import codes_of, range_of
from directory.columns.values import Counts
from directory.geography.towns import towns
from directory.search.columns_engine.segment import Segment
from directory.search.columns_engine.selection import Selection
from directory.search.protocol import SearchQuery

# To count the codes of one document costs about as much as so many words of the rows of all codes.
_WORDS_A_DOCUMENT = 256


def within_limits(selection: Selection, segment: Segment, query: SearchQuery) -> Selection:
    """Return those of a selection that keep to the limits of fee, town and distance."""
    columns, found = segment.content.columns, selection
    if query.sliding_scale is not None:
        sliding = columns.values.having("sliding_scale", ("yes",))
        found = found.within(sliding if query.sliding_scale else ~sliding)
    if query.towns:
        known = towns()
        offices = columns.offices.in_towns(known.having(query.towns), known.of_zip)
        found = found.within(offices)
    if query.within_miles is not None:
        found = _near(found, columns, query)
    if query.max_fee is not None:
        found = found.where(columns.numbers.fee_min[found.documents] <= query.max_fee)
    return found


def _near(selection: Selection, columns: Columns, query: SearchQuery) -> Selection:
    if query.near is None or query.within_miles is None:
        return Selection(selection.size, documents=np.zeros(0, np.uint32))
    near = columns.points.within(query.near, query.within_miles)
    return Selection(selection.size, documents=near).within(selection.bits)


class Filtered:
    """A selection of one set with the filters of a query, all of them or all but one."""

    def __init__(self, selection: Selection, segment: Segment, query: SearchQuery) -> None:
        self._values = segment.content.columns.values
        self._selection, self._query = selection, query
        self._rows = {
            name: self._values.having(name, codes) for name, codes in query.filters.items()
        }
        self.chosen = self._all_but(None)

    def _all_but(self, left_out: str | None) -> Selection:
        rows = (row for name, row in self._rows.items() if name != left_out)
        return reduce(Selection.within, rows, self._selection)

    def counts(self) -> dict[str, Counts]:
        """Return for each facet asked how many listings each of its codes has."""
        alone = [facet for facet in self._query.facets if facet in self._rows]
        others = [facet for facet in self._query.facets if facet not in self._rows]
        found = self._counts(others, self.chosen)
        for facet in alone:
            found |= self._counts([facet], self._all_but(facet))
        return found

    def _counts(self, facets: Sequence[str], selection: Selection) -> dict[str, Counts]:
        if selection.count * _WORDS_A_DOCUMENT < selection.size // 64 * len(facets):
            counts = self._values.counts_of_all(selection.documents)
            return {facet: counts[range_of(facet)] for facet in facets}
        return {facet: self._values.counts(facet, selection.bits) for facet in facets}


def facets_of(
    counted: list[dict[str, Counts]], query: SearchQuery
) -> Mapping[str, Mapping[str, int]]:
    """Return the counts of all sets together, by code, without the codes that nobody has."""
    found = {}
    for facet in query.facets:
        counts = sum((counts[facet] for counts in counted[1:]), counted[0][facet]).tolist()
        found[facet] = {
            code: count for code, count in zip(codes_of(facet), counts, strict=True) if count
        }
    return found
