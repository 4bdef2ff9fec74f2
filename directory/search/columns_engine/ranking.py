"""The best of a selection: the next few documents in the order asked for."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.columns import Documents
from directory.columns.bits import Flags, flags_of, holds
from directory.columns.strings import encode
from directory.geography import EARTH_RADIUS_MILES, Point
from directory.search.columns_engine.first_few import first_in, greatest, lowest
from directory.search.columns_engine.nodes import FEW, Node
from directory.search.columns_engine.segment import Segment
from directory.search.columns_engine.selection import Selection
from directory.search.protocol import SearchQuery
from directory.search.sorting import Key
from directory.search.standing import best_score

Keys = NDArray[np.float64]
After = tuple[Key, str]
_DECIMALS = 6
_ROUNDED = 10.0**-_DECIMALS
_LEAST, _MOST = float(np.finfo(np.float32).tiny), 1e30  # no score is less or more
_ROUGHLY = 1e-5  # of a score, beyond what adding up in 32 bits and rounding may change
_FIRST_MILES, _WIDER = 8.0, 4.0


class Ranked(NamedTuple):
    """A listing found, by the key under which it sorts."""

    key: Key
    id: str
    score: float
    miles: float | None


class Ranking:
    """Ranks the documents of one set for one query; `node` scores its words, if it has any."""

    def __init__(
        self, segment: Segment, query: SearchQuery, node: Node | None, after: After | None
    ) -> None:
        self._segment, self._query, self._node = segment, query, node
        self._columns = segment.content.columns
        self._after = after

    def first(self, selection: Selection, most: int) -> list[Ranked]:
        """Return the first hits after the cursor."""
        documents, keys = self._first(selection, most)
        scores = -keys if self._query.sort == "best" else self._scores(documents)
        miles = self._miles(documents, self._query.near)
        if self._query.sort == "name":
            sorted_by: list[Key] = [(False, name) for name in self._columns.names.many(documents)]
        else:
            sorted_by = list(map(_key, keys.tolist()))
        ids = self._columns.ids.many(documents)
        rounded = np.round(scores, _DECIMALS).tolist()
        return list(map(Ranked, sorted_by, ids, rounded, miles))

    def _first(self, selection: Selection, most: int) -> tuple[Documents, Keys]:
        sort = self._query.sort
        if sort == "name":
            return self._by_name(selection, most)
        if sort == "nearest" and self._query.near is not None:
            return self._by_distance(selection, most, self._query.near)
        if sort == "best" and self._node is not None:
            return self._by_score(self._node, selection, most)
        if sort == "best" and selection.count * FEW > selection.size:
            return self._by_standing(selection, most)
        return self._by_key(selection.documents, most)

    def _by_score(self, node: Node, selection: Selection, most: int) -> tuple[Documents, Keys]:
        """Score exactly only what may be among the first by a rougher score of everything."""
        if not node.is_read_sooner(selection.count):
            return self._by_key(selection.documents, most)
        rough = np.zeros(node.size, np.float32)
        node.add_roughly_to(rough)
        rough *= self._segment.content.standing.factors
        rough *= flags_of(selection.bits)[: len(rough)]
        after = min(max(-self._after_key, 0.0), _MOST)
        later = rough[rough < _below(after)] if self._after else rough
        least = _below(greatest(later, most)) if len(later) > most else 0.0
        found = rough >= max(least, _LEAST)
        if self._after:
            found &= rough <= after * (1 + _ROUGHLY) + _ROUNDED
        return self._by_key(np.flatnonzero(found).astype(np.uint32), most)

    def _by_key(self, documents: Documents, most: int) -> tuple[Documents, Keys]:
        keys = self._keys(documents)
        if self._after is not None:
            later = self._is_later(keys, documents)
            keys, documents = keys[later], documents[later]
        first = lowest(keys, most)
        return documents[first], keys[first]

    def _keys(self, documents: Documents) -> Keys:
        """Return what documents sort by, upwards; what is not known comes last, as infinity."""
        numbers = self._columns.numbers
        if self._query.sort == "fee":
            fees = numbers.fee_min[documents]
            return np.where(np.isnan(fees), np.inf, np.round(fees, _DECIMALS))
        if self._query.sort == "soonest":
            days = self._opening_days(documents)
            return np.where(days < 0, np.inf, days)
        if self._query.sort == "nearest":
            return np.full(len(documents), np.inf)
        return np.round(-self._scores(documents), _DECIMALS)

    def _opening_days(self, documents: Documents) -> NDArray[np.float64]:
        values = self._columns.values
        taking = holds(values.having("accepting", ("yes", "waitlist")), documents)
        return np.where(taking, self._columns.numbers.next_opening_days[documents], -1.0)

    def _scores(self, documents: Documents) -> Keys:
        standing = self._segment.content.standing
        worth: Keys = standing.worth[standing.classes[documents]]
        if self._node is None:
            return worth
        return best_score(self._node.scores(documents), worth)

    def _is_later(self, keys: Keys, documents: Documents) -> Flags:
        key = self._after_key
        later: NDArray[np.bool_] = (keys > key) | (
            (keys == key) & (documents >= self._after_document)
        )
        return later

    @property
    def _after_key(self) -> float:
        if self._after is None:
            return -np.inf
        (unknown, value), _ = self._after
        return np.inf if unknown else float(value)

    @property
    def _after_document(self) -> int:
        """The first document whose id comes after the cursor's."""
        if self._after is None:
            return 0
        ids, id = self._columns.ids, self._after[1]
        place = ids.place(encode(id))
        return place + (place < len(ids) and ids[place] == id)

    def _by_standing(self, selection: Selection, most: int) -> tuple[Documents, Keys]:
        """Walk from the best class down, since many documents share each."""
        standing = self._segment.content.standing
        found, missing = [standing.order[:0]], most
        for level, worth in enumerate(standing.worth.tolist()):
            key = round(-worth, _DECIMALS)
            if key < self._after_key:
                continue
            of_class = standing.order[standing.ends[level] : standing.ends[level + 1]]
            if key == self._after_key:
                of_class = of_class[np.searchsorted(of_class, self._after_document) :]
            some = first_in(of_class, selection, missing)
            found.append(some)
            missing -= len(some)
            if not missing:
                break
        documents = np.concatenate(found)
        return documents, np.round(-standing.worth[standing.classes[documents]], _DECIMALS)

    def _by_name(self, selection: Selection, most: int) -> tuple[Documents, Keys]:
        after = None if self._after is None else (str(self._after[0][1]), self._after[1])
        order = self._columns.names_order[self._columns.place_of_name(after) :]
        documents = first_in(order, selection, most)
        return documents, np.zeros(len(documents))

    def _by_distance(self, selection: Selection, most: int, near: Point) -> tuple[Documents, Keys]:
        """Look around the point, each time further, until enough of many are found."""
        reach = _FIRST_MILES + max(0.0, self._after_key)
        while reach < EARTH_RADIUS_MILES and selection.count * FEW > selection.size:
            around = self._columns.points.within(near, reach)
            documents, keys = self._away(around[holds(selection.bits, around)], near)
            sure = keys <= reach - _ROUNDED
            if np.count_nonzero(sure) >= most:
                documents, keys = documents[sure], keys[sure]
                break
            reach *= _WIDER
        else:
            documents, keys = self._away(selection.documents, near)
        first = lowest(keys, most)
        return documents[first], keys[first]

    def _away(self, documents: Documents, near: Point) -> tuple[Documents, Keys]:
        """Return those after the cursor with their miles, infinity where there is no place."""
        keys = np.round(self._columns.points.miles(near, documents), _DECIMALS)
        later = self._is_later(keys, documents)
        return documents[later], keys[later]

    def _miles(self, documents: Documents, near: Point | None) -> Iterator[float | None]:
        if near is None:
            return iter([None] * len(documents))
        found = self._columns.points.miles(near, documents).tolist()
        return (None if miles == np.inf else miles for miles in found)


def _key(key: float) -> Key:
    return (True, 0.0) if key == np.inf else (False, key)


def _below(score: float) -> float:
    """Return a little less: whatever is below sorts after the score, however rough it is."""
    return score * (1 - _ROUGHLY) - _ROUNDED
