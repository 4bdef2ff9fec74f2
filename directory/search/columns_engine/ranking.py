"""The best of a selection: the next few documents in the order asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.columns import Documents
from directory.columns.bits import Flags, holds
from directory.columns.strings import encode
from directory.geography import EARTH_RADIUS_MILES, Point
from directory.search.columns_engine.nodes import Node
from directory.search.columns_engine.segment import Segment
from directory.search.columns_engine.selection import Selection
from directory.search.protocol import Hit, SearchQuery
from directory.search.sorting import Key
from directory.search.standing import best_score

Keys = NDArray[np.float64]
After = tuple[Key, str]
_DECIMALS = 6
_ROUNDED = 10**-_DECIMALS
_FIRST_MILES, _WIDER = 8.0, 4.0
_AT_ONCE = 4096
_SAMPLE, _SAMPLE_PAYS = 4096, 4


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit with the key under which it sorts."""

    key: Key
    hit: Hit


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
        documents = self._first(selection, most)
        scores = self._scores(documents)
        miles = self._miles(documents, self._query.near)
        each = zip(documents.tolist(), scores.tolist(), miles, strict=True)
        return [self._ranked(*one) for one in each]

    def _first(self, selection: Selection, most: int) -> Documents:
        sort = self._query.sort
        if sort == "name":
            return self._by_name(selection, most)
        if sort == "nearest" and self._query.near is not None:
            return self._by_distance(selection, most, self._query.near)
        if sort == "best" and self._node is None:
            return self._by_standing(selection, most)
        if sort == "best":
            return self._by_score(selection.documents, most)
        return self._by_key(selection.documents, most)

    def _by_score(self, documents: Documents, most: int) -> Documents:
        """Leave out whatever cannot be among the first before the rest is put in order."""
        scores = self._scores(documents)
        if self._after is not None:
            later = scores < -self._after_key
            level = np.flatnonzero(np.abs(scores + self._after_key) <= _ROUNDED)
            keys = np.round(-scores[level], _DECIMALS)
            later[level] = self._is_later(keys, documents[level])
            documents, scores = documents[later], scores[later]
        if len(scores) > most:
            some = np.flatnonzero(scores >= _greatest(scores, most) - _ROUNDED)
            documents, scores = documents[some], scores[some]
        return documents[_lowest(np.round(-scores, _DECIMALS), most)]

    def _by_key(self, documents: Documents, most: int) -> Documents:
        keys = self._keys(documents)
        if self._after is not None:
            later = self._is_later(keys, documents)
            keys, documents = keys[later], documents[later]
        return documents[_lowest(keys, most)]

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
        return best_score(self._node.quick_scores(documents), worth)

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

    def _by_standing(self, selection: Selection, most: int) -> Documents:
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
            some = _first_in(of_class, selection, missing)
            found.append(some)
            missing -= len(some)
            if not missing:
                break
        return np.concatenate(found)

    def _by_name(self, selection: Selection, most: int) -> Documents:
        order = self._columns.names_order
        return _first_in(order[self._columns.place_of_name(self._after_name) :], selection, most)

    @property
    def _after_name(self) -> tuple[str, str] | None:
        return None if self._after is None else (str(self._after[0][1]), self._after[1])

    def _by_distance(self, selection: Selection, most: int, near: Point) -> Documents:
        """Look around the point, each time further, until enough are found."""
        points = self._columns.points
        reach = _FIRST_MILES
        if self._after is not None and self._after_key < np.inf:
            reach += self._after_key
        while reach < EARTH_RADIUS_MILES:
            around = points.within(near, reach)
            documents = around[holds(selection.bits, around)]
            keys = np.round(points.miles(near, documents), _DECIMALS)
            sure = keys <= reach - _ROUNDED
            sure &= self._is_later(keys, documents)
            if np.count_nonzero(sure) >= most:
                documents, keys = documents[sure], keys[sure]
                break
            reach *= _WIDER
        else:
            documents = selection.documents
            keys = np.round(points.miles(near, documents), _DECIMALS)
            later = self._is_later(keys, documents)
            documents, keys = documents[later], keys[later]
        return documents[_lowest(keys, most)]

    def _miles(self, documents: Documents, near: Point | None) -> Iterator[float | None]:
        if near is None:
            return iter([None] * len(documents))
        found = self._columns.points.miles(near, documents).tolist()
        return (None if miles == np.inf else miles for miles in found)

    def _ranked(self, document: int, score: float, miles: float | None) -> Ranked:
        hit = Hit(self._columns.ids[document], score, miles)
        return Ranked(self._key(document, hit), hit)

    def _key(self, document: int, hit: Hit) -> Key:
        if self._query.sort == "name":
            return (False, self._columns.names[document])
        if self._query.sort == "nearest":
            return (hit.miles is None, round(hit.miles or 0.0, _DECIMALS))
        if self._query.sort == "best":
            return (False, round(-hit.score, _DECIMALS))
        key = float(self._keys(np.array([document], np.uint32))[0])
        return (True, 0.0) if key == np.inf else (False, key)


def _greatest(scores: Keys, most: int) -> float:
    """Return the score of the last of the best; a sample tells which need not be looked at."""
    step = len(scores) // _SAMPLE
    if step > _SAMPLE_PAYS:
        sample = scores[::step]
        rank = 2 * most * len(sample) // len(scores) + 16
        likely = scores[scores >= np.partition(sample, -rank)[-rank]]
        scores = likely if len(likely) >= most else scores
    return float(np.partition(scores, -most)[-most])


def _lowest(keys: Keys, most: int) -> NDArray[np.intp]:
    """Return the places of the lowest keys in order; of equal ones those that come first."""
    if len(keys) <= most:
        return np.argsort(keys, kind="stable")
    limit = np.partition(keys, most - 1)[most - 1]
    below = np.flatnonzero(keys < limit)
    level = np.flatnonzero(keys == limit)[: most - len(below)]
    return np.concatenate([below[np.argsort(keys[below], kind="stable")], level])


def _first_in(order: Documents, selection: Selection, most: int) -> Documents:
    """Return the first documents of an order that are selected, looking at no more than needed."""
    found, missing, start, step = [order[:0]], most, 0, _AT_ONCE
    while missing and start < len(order):
        part = order[start : start + step]
        some = part[holds(selection.bits, part)][:missing]
        found.append(some)
        missing -= len(some)
        start, step = start + step, step * 2
    return np.concatenate(found)
