"""The learnt weights of patients' words: what each word says for or against each concern."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordWeights:
    """A row of bytes for each word; a byte times the word's step is a weight.

    `commonness` is what each concern starts with before a word is read.
    """

    codes: tuple[str, ...]
    place: dict[str, int]
    rarity: Floats
    step: Floats
    weights: NDArray[np.int8]
    commonness: Floats

    def evidence(self, counts: dict[str, int]) -> Floats:
        """Return what the counted words of a text say for each concern, whatever its length."""
        known = [word for word in counts if word in self.place]
        rows = [self.place[word] for word in known]
        said = 1 + np.log(np.array([counts[word] for word in known], np.float32))
        said = said * self.rarity[rows]
        total: Floats = (said * self.step[rows]) @ self.weights[rows].astype(np.float32)
        return total / np.maximum(np.linalg.norm(said), np.float32(1e-6))


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

