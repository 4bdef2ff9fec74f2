"""`python -m benchmarks.own_words.learn`: learn the weights that suggestions are made with.

Learnt from made-up messages (examples.csv), the vocabulary's own words, a sentence model's view of
single words, and how common each concern is (prevalence.csv); no patient's text is read.
"""

import argparse
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.own_words.meaning import meaning_of_words, texts_of
from benchmarks.own_words.minilm import MiniLM
from benchmarks.own_words.prevalence import commonness
from benchmarks.own_words.questions import rows
from directory.triage.words import terms
from directory.vocabulary import CONCERNS

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "directory" / "triage" / "data" / "word_weights.npz"
CODES = tuple(CONCERNS)
# Chosen on made-up messages held out and on the development questions (docs/own-words.md).
RIDGE, MEANING, PAIRS = 3.0, 1.5, 0.7
KEPT_WORDS = 9000
# Texts that a pair of words has to be in: what is said once may be chance.
PAIR_TEXTS = 2


class Lessons:
    """Texts as rows of weights of words and pairs, with the concern that each is about."""

    def __init__(self, meaning: Mapping[str, Any]) -> None:
        own = [(code, text) for code in CODES for text in texts_of(CONCERNS[code])]
        made_up = [(row["code"], row["text"]) for row in rows(HERE / "examples.csv")]
        self.about = np.array([CODES.index(code) for code, _ in own + made_up])
        texts = [terms(text) for _, text in own + made_up]
        seen = Counter(word for text in texts for word in set(text))
        self.words = _kept(seen, meaning)
        rarity = [math.log((len(texts) + 1) / (seen[word] + 1)) + 1 for word in self.words]
        self.rarity = np.array(rarity) * [PAIRS if " " in word else 1 for word in self.words]
        nothing = np.zeros(len(CODES))
        pull = np.stack([meaning.get(word, nothing) for word in self.words])
        self.meaning = pull / self.rarity[:, None]
        self.x = self._rows(texts)

    def _rows(self, texts: Sequence[Sequence[str]]) -> Any:
        place = {word: index for index, word in enumerate(self.words)}
        x = np.zeros((len(texts), len(self.words)), np.float32)
        for row, text in zip(x, texts, strict=True):
            for word, count in Counter(text).items():
                if word in place:
                    row[place[word]] = 1 + math.log(count)
        x *= self.rarity
        return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)


def _kept(seen: Counter[str], meaning: Mapping[str, Any]) -> list[str]:
    """Return the words of the texts, the most telling of the others, and the pairs heard again."""
    words = [word for word in seen if " " not in word]
    pairs = [word for word, texts in seen.items() if " " in word and texts >= PAIR_TEXTS]
    others = sorted(meaning.keys() - seen.keys())
    others.sort(key=lambda word: -float(np.abs(meaning[word]).max()))
    return sorted([*words, *others[: max(0, KEPT_WORDS - len(words))], *pairs])


def learn(lessons: Lessons) -> Any:
    """Return the weight of each word for each concern: least squares, one against all.

    A text is its words and, as 97 more columns, what the sentence model makes of them: so a word
    that no message holds still weighs what words of like meaning weigh.
    """
    meant = lessons.x @ lessons.meaning
    scale = MEANING / math.sqrt((meant**2).sum(1).mean())
    target = np.eye(len(CODES))[lessons.about]
    x = np.hstack([lessons.x, meant * scale])
    slack = RIDGE * np.eye(len(x))
    alpha = np.linalg.solve(x @ x.T + slack, target - target.mean(0))
    weights = lessons.x.T @ alpha + scale**2 * lessons.meaning @ (meant.T @ alpha)
    weights -= weights.mean(1, keepdims=True)
    return weights / (lessons.x @ weights).std()


def write(lessons: Lessons, weights: Any, out: Path) -> None:
    """Write the table that ships with the package: a byte for each word and concern."""
    counts = {row["code"]: int(row["questions"]) for row in rows(HERE / "prevalence.csv")}
    step = np.abs(weights).max(1) / 127
    np.savez_compressed(
        out,
        codes=np.array(CODES),
        words=np.array(lessons.words),
        rarity=lessons.rarity.astype(np.float32),
        step=step.astype(np.float32),
        weights=np.round(weights / step[:, None]).astype(np.int8),
        commonness=commonness([counts[code] for code in CODES]).astype(np.float32),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    lessons = Lessons(meaning_of_words(MiniLM()))
    write(lessons, learn(lessons), options.out)
    pairs, size = sum(" " in word for word in lessons.words), options.out.stat().st_size
    print(f"{len(lessons.words) - pairs} words, {pairs} pairs, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
