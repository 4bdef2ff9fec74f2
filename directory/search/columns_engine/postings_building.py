"""Writing the listings of each stem, with what makes a frequent stem quick to ask for."""

import numpy as np
from numpy.typing import NDArray

from directory.columns import ArraySink, Documents
from directory.columns.bits import from_documents, words_for
from directory.columns.ragged import ends_of
from directory.search.columns_engine.runs import Impacts, Runs

# A stem that one listing in so many has, and some hundreds at least, also gets bits, ranks and its
# best listings.
_FREQUENT, _AT_LEAST = 64, 512
_BEST = 2048
# One that every eighth listing has gets a column as well: an impact for each listing, 0 without.
_VERY_FREQUENT = 8


def write_postings(sink: ArraySink, runs: Runs, stems: int, size: int) -> NDArray[np.int64]:
    """Write the listings by the numbers of their stems; return how many each stem has."""
    totals = runs.totals(stems)
    frequent = np.flatnonzero((totals * _FREQUENT >= size) & (totals >= _AT_LEAST))
    sink.append("texts.ends", ends_of(totals))
    sink.append("texts.frequent", frequent.astype(np.uint32))
    very = frequent[totals[frequent] * _VERY_FREQUENT >= size]
    sink.append("texts.very_frequent", very.astype(np.uint32))
    sink.append("texts.columns", np.zeros((0, size), np.uint16))
    sink.append("texts.documents", np.zeros(0, np.uint32))
    sink.append("texts.impacts", np.zeros(0, np.uint16))
    sink.append("texts.rows", np.zeros((0, words_for(size)), np.uint64))
    sink.append("texts.ranks", np.zeros((0, words_for(size)), np.uint32))
    sink.append("texts.best", np.zeros((0, _BEST), np.uint32))
    for part in runs.merged(totals):
        sink.append("texts.documents", part.documents)
        sink.append("texts.impacts", part.impacts)
        first, last = np.searchsorted(frequent, (part.first, part.first + len(part.ends) - 1))
        for stem in (frequent[first:last] - part.first).tolist():
            entries = slice(part.ends[stem], part.ends[stem + 1])
            _write_frequent(sink, part.documents[entries], part.impacts[entries], size)
            if totals[stem + part.first] * _VERY_FREQUENT >= size:
                column = np.zeros(size, np.uint16)
                column[part.documents[entries]] = part.impacts[entries]
                sink.append("texts.columns", column[np.newaxis])
    return totals


def _write_frequent(sink: ArraySink, documents: Documents, impacts: Impacts, size: int) -> None:
    bits = from_documents(documents, size)
    counts = np.bitwise_count(bits).astype(np.uint32)
    sink.append("texts.rows", bits[np.newaxis])
    sink.append("texts.ranks", (np.cumsum(counts, dtype=np.uint32) - counts)[np.newaxis])
    best = np.zeros(_BEST, np.uint32)
    order = np.argsort(-impacts.astype(np.int32), kind="stable")[:_BEST]
    best[: len(order)] = documents[order]
    sink.append("texts.best", best[np.newaxis])
