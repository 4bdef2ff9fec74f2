"""Building the coded facts: for each code the listings that have it, as bits or as a list."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import from_flags, words_for
from directory.columns.codes import ALL_CODES, COUNTED_CODES
from directory.columns.days import day_number
from directory.columns.facts import code_numbers, ending_codes
from directory.columns.files import ArraySink
from directory.columns.ragged import ends_of
from directory.providers import Provider

# A code that fewer than one listing in so many has is kept as a list instead of bits.
_SPARSE = 256
_AT_ONCE = 1 << 14  # documents; whole words


class ValuesBuilder:
    """Takes the codes of listings and writes them both ways: by listing, and by code."""

    def __init__(self, sink: ArraySink) -> None:
        self._sink = sink
        self._codes: list[NDArray[np.uint16]] = []
        self._counts: list[NDArray[np.uint16]] = []
        self._counted: list[NDArray[np.int64]] = []
        self._endings: list[NDArray[np.uint32]] = []  # rows of day, document, code
        self._size = 0

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings."""
        endings: list[tuple[int, int, int]] = []
        codes = [
            self._codes_of(number, one, endings) for number, one in enumerate(providers, self._size)
        ]
        flat = np.fromiter(chain.from_iterable(codes), np.uint16)
        counts = np.fromiter(map(len, codes), np.uint16, len(codes))
        self._codes.append(flat)
        self._counts.append(counts)
        is_counted = flat < COUNTED_CODES
        listings = np.repeat(np.arange(len(codes)), counts)[is_counted]
        self._counted.append(np.bincount(listings, minlength=len(codes)))
        self._sink.append("values.codes", flat[is_counted])
        self._endings.append(np.array(endings, np.uint32).reshape(-1, 3))
        self._size += len(providers)

    @staticmethod
    def _codes_of(
        number: int, provider: Provider, endings: list[tuple[int, int, int]]
    ) -> list[int]:
        found = ending_codes(provider)
        endings += [
            (day_number(end), number, code) for code, end in found.items() if end is not None
        ]
        return [*code_numbers(provider), *found]

    def write(self) -> None:
        """Write what was taken in."""
        codes, ends = np.concatenate(self._codes), ends_of(np.concatenate(self._counts))
        totals = np.bincount(codes, minlength=ALL_CODES)
        self._sink.append("values.totals", totals.astype(np.uint32))
        self._sink.append("values.ends", ends_of(np.concatenate(self._counted)))
        self._write_by_code(codes, ends, totals * _SPARSE >= self._size)
        endings = np.concatenate(self._endings)
        endings = endings[np.argsort(endings[:, 0], kind="stable")]
        for place, name in enumerate(("days", "documents", "codes")):
            self._sink.append(f"values.end_{name}", np.ascontiguousarray(endings[:, place]))

    def _write_by_code(
        self,
        codes: NDArray[np.uint16],
        ends: NDArray[np.int64],
        is_dense: NDArray[np.bool_],
    ) -> None:
        rows = np.zeros((int(is_dense.sum()), words_for(self._size)), np.uint64)
        some_codes, some_documents = [codes[:0]], [np.zeros(0, np.uint32)]
        for start in range(0, self._size, _AT_ONCE):
            stop = min(start + _AT_ONCE, self._size)
            held = codes[ends[start] : ends[stop]]
            documents = np.repeat(
                np.arange(start, stop, dtype=np.uint32), np.diff(ends[start : stop + 1])
            )
            flags = np.zeros((ALL_CODES, words_for(stop - start) * 64), np.bool_)
            flags[held, documents - start] = True
            words = slice(start // 64, start // 64 + words_for(stop - start))
            rows[:, words] = [from_flags(row) for row in flags[is_dense]]
            sparse = ~is_dense[held]
            some_codes.append(held[sparse])
            some_documents.append(documents[sparse])
        self._sink.append("values.rows", rows)
        self._sink.append("values.row_ends", np.concatenate([[0], np.cumsum(is_dense)]))
        self._write_lists(np.concatenate(some_codes), np.concatenate(some_documents))

    def _write_lists(self, codes: NDArray[np.uint16], documents: NDArray[np.uint32]) -> None:
        order = np.argsort(codes, kind="stable")
        self._sink.append("values.listed", documents[order])
        self._sink.append("values.listed_ends", ends_of(np.bincount(codes, minlength=ALL_CODES)))
