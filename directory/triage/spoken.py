"""A text as the words that are spoken: slang, spelling and contractions brought to one form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.vocabulary.phrases import (
    END,
    HARMLESS_PHRASES,
    SAFETY_PHRASES,
    SPOKEN_FORMS,
    WORD_CLASSES,
    Phrase,
)

_WORDS = re.compile(r"[^\W_]+|[.!?;|\n]")
# What comes after a "but" is a thought of its own: no harmless phrase may swallow it.
_STOPS = frozenset({*".!?;|\n", "but"})

Names = frozenset[str]


def _names_in(phrase: Phrase) -> Names:
    sides = (phrase.not_before, phrase.not_after, phrase.after, phrase.not_among)
    return frozenset().union(*(step.words for step in phrase.steps), *sides)


_ALL = (*HARMLESS_PHRASES, *(each.phrase for each in SAFETY_PHRASES))
_ASKED_FOR: Names = frozenset().union(*map(_names_in, _ALL), WORD_CLASSES)
_BEGINNINGS = frozenset(name for name in _ASKED_FOR if name.endswith("*"))
_LONGEST = max(map(len, _BEGINNINGS))


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a text in order, each with the names that phrases may call it by."""

    names: tuple[Names, ...]
    places: Mapping[str, tuple[int, ...]]
    heard: Names


def listen(text: str) -> Spoken:
    """Return the words of a plain text, with an end after every sentence."""
    words = tuple(_spoken_words(text))
    called = {word: _names_of(word) for word in frozenset(words)}
    return _indexed((*(called[word] for word in words), _END))


def without(spoken: Spoken, spans: Iterable[tuple[int, int]]) -> Spoken:
    """Return the words with an end of sentence in the place of every span."""
    names = list(spoken.names)
    for first, last in spans:
        names[first : last + 1] = [_END] * (last + 1 - first)
    return _indexed(tuple(names))


_END: Names = frozenset({END})


def _indexed(names: tuple[Names, ...]) -> Spoken:
    places: dict[str, list[int]] = {}
    for place, called in enumerate(names):
        for name in called:
            places.setdefault(name, []).append(place)
    by_name = {name: tuple(found) for name, found in places.items()}
    return Spoken(names, by_name, frozenset(by_name))


def _spoken_words(text: str) -> Iterator[str]:
    for pattern, form in SPOKEN_FORMS:
        text = pattern.sub(form, text)
    words: list[str] = _WORDS.findall(text)
    return (word for word in words if "FILLER" not in WORD_CLASSES.get(word, ()))


def _names_of(word: str) -> Names:
    if word in _STOPS:
        return _END
    if word.isdigit():
        return frozenset({"#", word})
    beginnings = {f"{word[:length]}*" for length in range(1, min(len(word), _LONGEST) + 1)}
    called = (beginnings & _BEGINNINGS) | ({word} & _ASKED_FOR)
    return frozenset(called).union(*(WORD_CLASSES.get(name, ()) for name in called))


def spans_of(phrase: Phrase, spoken: Spoken) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of the phrase wherever it is said."""
    for name in phrase.steps[0].words & spoken.heard:
        for place in spoken.places[name]:
            for last in _lasts(phrase, spoken, 1, place):
                if not _near_before(phrase, spoken, place):
                    yield place, last


def is_said(phrase: Phrase, spoken: Spoken) -> bool:
    """Say whether the phrase is said anywhere."""
    # The last words of a phrase are mostly the rarest.
    for step in reversed(phrase.steps):
        if step.words.isdisjoint(spoken.heard):
            return False
    return any(True for _ in spans_of(phrase, spoken))


def _near_before(phrase: Phrase, spoken: Spoken, place: int) -> bool:
    before = spoken.names[max(place - 2, 0) : place]
    if before[-1:] == (_END,):
        return False
    return any(not phrase.not_before.isdisjoint(names) for names in before)


def _lasts(phrase: Phrase, spoken: Spoken, step: int, place: int) -> Iterator[int]:
    """Yield where the phrase ends whose steps before this one end at a place."""
    if step == len(phrase.steps):
        if _ends_well(phrase, spoken.names[place + 1]):
            yield place
        return
    wanted = phrase.steps[step]
    for later in range(place + 1, place + 2 + wanted.gap):
        names = spoken.names[later]
        if names is _END or not phrase.not_among.isdisjoint(names):
            return
        if not wanted.words.isdisjoint(names):
            yield from _lasts(phrase, spoken, step + 1, later)


def _ends_well(phrase: Phrase, following: Names) -> bool:
    if not phrase.not_after.isdisjoint(following):
        return False
    return not phrase.after or not phrase.after.isdisjoint(following)
