"""The words of a text, cut down to their stems."""

import re

from directory.triage.phrases import plain

# Pronouns and "not" stay in: who a text speaks of says much about what it is about.
_COMMON = """
a about after all also am an and any are as at be because been before being but by can could
did do does doing don for from get go got had has have having here how i i'm i've if in into
is it it's its just know like ll me more most my now of on once one only or other out over own
re really s should so some such t than that that's the their them then there these things
this those through to too until up very was were what when where which while who why will
with would you your
"""
STOP_WORDS = frozenset(_COMMON.split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SUFFIXES = ("ations", "ation", "ings", "ing", "edly", "ed", "ness", "ly", "es", "s", "e")


def stems(text: str) -> tuple[str, ...]:
    """Return the meaningful words of a text, each cut down to its stem."""
    return tuple(stem(word) for word in _WORD.findall(plain(text)) if word not in STOP_WORDS)


def stem(word: str) -> str:
    """Strip a common English ending, where at least three letters are left."""
    word = word.replace("'", "")
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-2]
    ending = next((e for e in _SUFFIXES if word.endswith(e) and len(word) - len(e) >= 3), "")
    word = word.removesuffix(ending)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
