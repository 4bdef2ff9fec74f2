"""The floor: nothing but counting six facets' values by popcount, straightforwardly in NumPy."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from benchmarks.documents import Document
from benchmarks.engines.contestant import folder_bytes
from benchmarks.questions import Answer, Question
from directory.search.protocol import FILTERS


class Floor:
    """A bitset for every value of every filter: no text, no order, no limits."""

    leaves_out = frozenset(
        {
            "text_common",
            "text_rare",
            "text_misspelt",
            "text_facets",
            "text_filters",
            "any_word",
            "phrase",
            "deep_page",
            "radius",
            "nearest",
            "match",
        }
    )

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "floor"
        self._values: dict[str, tuple[list[str], np.ndarray]] = {}

    def build(self, documents: Iterable[Document]) -> None:
        """Write one matrix of bits a filter, a row a value."""
        self._folder.mkdir(parents=True)
        found: dict[str, dict[str, list[int]]] = {name: {} for name in FILTERS}
        size = 0
        for document in documents:
            size = document.number
            for name in FILTERS:
                for value in document.values[name]:
                    found[name].setdefault(value, []).append(size - 1)
        for name, values in found.items():
            rows = np.zeros((len(values), -(-size // 64)), dtype=np.uint64)
            for row, numbers in zip(rows, values.values(), strict=True):
                bits = np.zeros(rows.shape[1] * 64, dtype=np.uint8)
                bits[numbers] = 1
                row[:] = np.packbits(bits, bitorder="little").view(np.uint64)
            np.save(self._folder / f"{name}.npy", rows)
            (self._folder / f"{name}.txt").write_text("\n".join(values), encoding="utf-8")

    def open(self) -> None:
        """Map the matrices into memory."""
        for name in FILTERS:
            values = (self._folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
            rows = np.load(self._folder / f"{name}.npy", mmap_mode="r")
            self._values[name] = (values, rows.view(np.ndarray))

    def prepare(self, question: Question) -> Question:
        """Nothing is needed beforehand."""
        return question

    def answer(self, question: Question) -> Answer:
        """Count the values of the facets asked for, each with the other filters set."""
        sets = {
            name: self._having(name, values) for name, values in question.search.filters.items()
        }
        everyone = np.full(self._values["license"][1].shape[1], ~np.uint64(0))
        matching = _intersection(everyone, sets.values())
        facets = {}
        for facet in question.search.facets:
            others = (bits for name, bits in sets.items() if name != facet)
            within = _intersection(everyone, others) if facet in sets else matching
            values, rows = self._values[facet]
            counts = np.bitwise_count(rows & within).sum(axis=1, dtype=np.int64).tolist()
            facets[facet] = {
                value: count for value, count in zip(values, counts, strict=True) if count
            }
        total = int(np.bitwise_count(matching).sum())
        return Answer(total, (), facets)

    def _having(self, name: str, values: tuple[str, ...]) -> np.ndarray:
        known, rows = self._values[name]
        wanted = [known.index(value) for value in values if value in known]
        return np.bitwise_or.reduce(rows[wanted], axis=0)

    def disk_bytes(self) -> int:
        """Return the size of the matrices."""
        return folder_bytes(self._folder)

    def close(self) -> None:
        """Let go of the memory maps."""
        self._values.clear()


def _intersection(bits: np.ndarray, others: Iterable[np.ndarray]) -> np.ndarray:
    for other in others:
        bits = bits & other
    return bits
