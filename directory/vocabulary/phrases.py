"""Phrases to look for in own words: danger, its harmless twins, and help that is not ours.

A phrase is written word by word. A word stands for itself, `kill*` for all that begin so, a name
in capitals for a class of words, and `a|b` for either. `.3` lets up to three words pass between.
At its end `!a|b` forbids the next word and `=a|b` demands it; `$` is the end of a sentence. At its
start `-a|b` forbids the two words before it in a sentence. `~a|b` forbids words after its first.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from directory.sentences import Sentence
from directory.vocabulary.codes import SAFETY_FLAGS
from directory.vocabulary.terms import check_codes, read_table

OUT_OF_SCOPE_FIELDS = ("speech_therapy", "physical_therapy", "occupational_therapy", "other")
END = "$"
SIDES = "-!=~"

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """The next word of a phrase: which words will do, and how many may pass before it."""

    gap: int
    words: Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in their order, and those that must or must not stand before, among and after them."""

    steps: tuple[Step, ...]
    not_before: Words = frozenset()
    not_after: Words = frozenset()
    after: Words = frozenset()
    not_among: Words = frozenset()


@dataclass(frozen=True, slots=True)
class SafetyPhrase:
    """A phrase and the flag that it raises."""

    flag: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class ScopePhrase:
    """A pattern for help that this directory does not list, and where to look for it instead."""

    field: str
    pattern: re.Pattern[str]
    text: Sentence


def read_phrase(written: str) -> Phrase:
    """Read a phrase as it is written in the data files; raise ValueError for one without words."""
    steps: list[Step] = []
    sides: dict[str, Words] = {}
    gap = 0
    for part in written.split():
        if part[0] == ".":
            gap = int(part[1:])
        elif part[0] in SIDES:
            sides[part[0]] = _either(part[1:])
        elif sides.keys() & {"!", "="}:
            raise ValueError(f"a word stands after the end of the phrase: {written!r}")
        else:
            steps.append(Step(gap, _either(part)))
            gap = 0
    if not steps or any(END in step.words for step in steps):
        raise ValueError(f"a phrase needs words, and no end of sentence among them: {written!r}")
    return Phrase(tuple(steps), *(sides.get(mark, frozenset()) for mark in SIDES))


def _either(part: str) -> Words:
    return frozenset(part.split("|"))


def read_safety_phrase(row: dict[str, str]) -> SafetyPhrase:
    """Read a row of the safety phrases; raise ValueError for a flag that there is not."""
    check_codes("safety_phrases.csv", (row["flag"],), SAFETY_FLAGS)
    return SafetyPhrase(row["flag"], read_phrase(row["phrase"]))


def read_scope_phrase(row: dict[str, str]) -> ScopePhrase:
    """Read a row of the scope words; raise ValueError for a field that there is not."""
    if row["field"] not in OUT_OF_SCOPE_FIELDS:
        raise ValueError(f"scope_words.csv: unknown field {row['field']!r}")
    return ScopePhrase(row["field"], re.compile(row["pattern"]), Sentence(row["text"]))


def _names_of_words() -> Mapping[str, frozenset[str]]:
    """Return for every word (or beginning with a star) of a class the classes that it is in."""
    found: dict[str, set[str]] = {}
    for row in read_table("word_classes.csv"):
        for word in row["words"].split():
            found.setdefault(word, set()).add(row["class"])
    return {word: frozenset(names) for word, names in found.items()}


SAFETY_PHRASES = tuple(map(read_safety_phrase, read_table("safety_phrases.csv")))
HARMLESS_PHRASES = tuple(read_phrase(row["phrase"]) for row in read_table("safe_phrases.csv"))
SCOPE_PHRASES = tuple(map(read_scope_phrase, read_table("scope_words.csv")))
SPOKEN_FORMS = tuple((re.compile(row["pattern"]), row["form"]) for row in read_table("spoken.csv"))
WORD_CLASSES = _names_of_words()
OURS = tuple(re.compile(row["pattern"]) for row in read_table("scope_ours.csv"))
