"""That what an answer says is whole, and tells nobody of a feared partner."""

import re
from collections.abc import Iterator
from typing import Any

from directory.vocabulary import CONCERNS
from tests.oracle.answer import Answer
from tests.oracle.person import CONCERNS_OF_FEAR

# What a listing says of itself, and lines that stand on every card, are not our sentences.
_CODES = frozenset({"factor", "state", "field", "id", "url", "theme", "kind", "role", "source"})
_NOT_OURS = frozenset({"provider", "unconfirmed", "lines"})
_CODE = re.compile(r"[a-z0-9_.\[\]-]+")
_BROKEN = re.compile(r"\bNone\b|\bnan\b|\bnull\b|[{}\[\]<>]|  |^\s|\s$|^$|_|,\s*[.,]|\.\.|\bTrue\b")
_TELLING = re.compile(
    r"\b(partners?|violen\w*|abus\w*|domestic|batter\w*|frighten\w*|afraid|unsafe"
    r"|couples?|hark)\b",
    re.IGNORECASE,
)


def sentences(answer: Answer) -> Iterator[str]:
    """Yield every text of an answer but codes and what the listings say of themselves."""
    for match in answer.matches:
        yield from _texts(match)
    for name in ("crisis", "out_of_scope", "plan"):
        yield from _texts(answer.body.get(name))


def _texts(part: Any, name: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in _NOT_OURS:
                yield from _texts(value, key)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value, name)
    elif isinstance(part, str) and name not in _CODES and not _CODE.fullmatch(part):
        yield part


def sentences_are_whole(answer: Answer) -> Iterator[str]:
    """No sentence is empty or shows the inside of a program."""
    for sentence in sentences(answer):
        if _BROKEN.search(sentence):
            yield f"a broken sentence: {sentence!r}"


def nothing_is_said_twice(answer: Answer) -> Iterator[str]:
    """No caution and nothing unchecked stands twice, unless the very wish does."""
    wishes = [(wish.factor, wish.value) for wish in answer.person.preferences]
    if len(set(wishes)) < len(wishes):
        return
    for match in answer.matches:
        for name in ("cautions", "not_checked"):
            if len(set(match[name])) < len(match[name]):
                yield f"{name} says something twice: {match[name]}"


def needs_have_a_state(answer: Answer) -> Iterator[str]:
    """Every need is met, not met or not known, and stands once."""
    for match in answer.matches:
        states = {need["state"] for need in match["needs"]}
        if states - {"met", "not_met", "not_known"}:
            yield f"states of needs are {sorted(states)}"


def nothing_tells_of_a_feared_partner(answer: Answer) -> Iterator[str]:
    """`partner_violence` is never named, nor does anything else tell.

    Another concern that the person named themselves is their own word and may be said back.
    """
    if answer.person.fears_partner:
        for sentence in sentences(answer):
            if telling := _TELLING.search(_without_own_concerns(sentence, answer.person.concerns)):
                yield f"{telling[0]!r} tells in {sentence!r}"


def _without_own_concerns(sentence: str, concerns: tuple[str, ...]) -> str:
    for code in set(concerns) - CONCERNS_OF_FEAR:
        label = re.escape(CONCERNS[code].label)
        sentence = re.sub(label, "…", sentence, flags=re.IGNORECASE)
    return sentence
