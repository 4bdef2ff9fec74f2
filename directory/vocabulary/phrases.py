"""Phrases to look for in own words: danger, its harmless twins, and help that is not ours."""

import re
from dataclasses import dataclass

from directory.vocabulary.codes import SAFETY_FLAGS
from directory.vocabulary.terms import check_codes, read_table

OUT_OF_SCOPE_FIELDS = ("speech_therapy", "physical_therapy", "occupational_therapy", "other")


@dataclass(frozen=True, slots=True)
class SafetyPhrase:
    """A pattern over plain lower-case text, itself in lower case, and the flag that it raises."""

    flag: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ScopePhrase:
    """A pattern for help that this directory does not list, and where to look for it instead."""

    field: str
    pattern: re.Pattern[str]
    text: str


def _safety_phrase(row: dict[str, str]) -> SafetyPhrase:
    check_codes("safety_phrases.csv", (row["flag"],), SAFETY_FLAGS)
    return SafetyPhrase(row["flag"], re.compile(row["pattern"]))


def _scope_phrase(row: dict[str, str]) -> ScopePhrase:
    if row["field"] not in OUT_OF_SCOPE_FIELDS:
        raise ValueError(f"scope_words.csv: unknown field {row['field']!r}")
    return ScopePhrase(row["field"], re.compile(row["pattern"]), row["text"])


SAFETY_PHRASES = tuple(map(_safety_phrase, read_table("safety_phrases.csv")))
HARMLESS_PHRASES = tuple(re.compile(row["pattern"]) for row in read_table("safe_phrases.csv"))
SCOPE_PHRASES = tuple(map(_scope_phrase, read_table("scope_words.csv")))
