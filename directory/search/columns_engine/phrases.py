"""In which listings some stems stand one after another."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from directory.columns import Documents
from directory.columns.bits import Flags, among
from directory.search.columns_engine.nodes import FEW, AllOf
from directory.search.columns_engine.pairs import SEVERAL, Pair, Places
from directory.search.columns_engine.segment import Content


def together(stems: Sequence[int], words: AllOf, content: Content) -> Documents:
    """Return the documents, among those with all the words, in which the stems stand together.

    Where every pair of neighbours is written down, few texts have to be read again.
    """
    pairs = [content.pairs.side_by_side(*pair) for pair in pairwise(stems)]
    known = [pair for pair in pairs if pair is not None]
    if len(known) == len(pairs):
        documents, sure = _in_a_row(known, content.size)
        unsure = np.flatnonzero(~sure)
        sure[unsure] = content.stream.together(stems, documents[unsure])
        return documents[sure]
    documents = words.documents()
    for pair in known:
        documents = documents[among(documents, pair.documents)]
    return documents[content.stream.together(stems, documents)]


def _in_a_row(pairs: Sequence[Pair], size: int) -> tuple[Documents, Flags]:
    """Return the documents where each pair may follow the one before, and of which that is sure."""
    documents, places = pairs[0].documents, pairs[0].places
    sure = np.ones(len(documents), np.bool_) if len(pairs) == 1 else places != SEVERAL
    for pair in pairs[1:]:
        both, following = _following(documents, pair, size)
        documents, places, sure = documents[both], places[both], sure[both]
        sure &= following != SEVERAL
        fits = ~sure | (following == places + np.uint16(1))
        documents, places, sure = documents[fits], following[fits], sure[fits]
    return documents, sure


def _following(documents: Documents, pair: Pair, size: int) -> tuple[Flags, Places]:
    """Return which documents have a pair, and where it stands in these."""
    if (len(documents) + len(pair.documents)) * FEW < size:
        both = among(documents, pair.documents)
        return both, pair.places[np.searchsorted(pair.documents, documents[both])]
    places = np.zeros(size, np.uint32)
    places[pair.documents] = pair.places
    places[pair.documents] += 1
    found = places[documents]
    both = found > 0
    return both, (found[both] - 1).astype(np.uint16)
