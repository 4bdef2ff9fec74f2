"""The learnt weights of patients' words: what each word says for or against each concern."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class WordWeights:
    """A row of bytes for each word or pair of words; a byte times its step is a weight.

    `commonness` is what each concern starts with before a word is read.
    """

    codes: tuple[str, ...]
    place: dict[str, int]
    rarity: Floats
    step: Floats
    weights: NDArray[np.int8]
    commonness: Floats

    def evidence(self, counts: Mapping[str, int]) -> Floats:
        """Return what the words of a text say for each concern, whatever the text's length.

        At least one of the words must be known.
        """
        rows, said = self._known(counts)
        total: Floats = (said * self.step[rows]) @ self.weights[rows]
        return np.asarray(total / np.linalg.norm(said))

    def length(self, counts: Mapping[str, int]) -> float:
        """Return how much a text says in known words, the rare ones counting more."""
        return float(np.linalg.norm(self._known(counts)[1]))

    def _known(self, counts: Mapping[str, int]) -> tuple[list[int], Floats]:
        """Return the row of each known word, and how much it is said."""
        known = [word for word in counts if word in self.place]
        rows = [self.place[word] for word in known]
        times = np.array([counts[word] for word in known])
        return rows, self.rarity[rows] * (1 + np.log(times))


@cache
def word_weights() -> WordWeights:
    """Return the table that ships with the package, read when it is first asked for."""
    with as_file(files("directory.triage") / "data" / "word_weights.npz") as path:
        table: Any = np.load(path)
        words = table["words"].tolist()
        return WordWeights(
            codes=tuple(table["codes"].tolist()),
            place={word: place for place, word in enumerate(words)},
            rarity=table["rarity"],
            step=table["step"],
            weights=table["weights"],
            commonness=table["commonness"],
        )
