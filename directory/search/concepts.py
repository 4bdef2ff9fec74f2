"""Words that stand for a code: "talk therapy", "shrink", "mommy issues" and their like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory.columns.codes import WORDED_FACETS
from directory.search.analysis import stems
from directory.vocabulary import VOCABULARIES
from directory.vocabulary.edition import per_edition

_LONGEST = 6
# What a listing may be found by when its own words name it; a licence or a payer it must state.
_MENTIONED = ("service", "modality", "format", "concern")
# A short word alone, such as "act" or "space", says too little to be one.
_SHORTEST_MENTION = 8

Code = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words of a query, and the codes that it may stand for."""

    words: tuple[str, ...]
    codes: tuple[Code, ...] = ()


@per_edition
def _codes_by_words() -> dict[tuple[str, ...], tuple[Code, ...]]:
    found: dict[tuple[str, ...], tuple[Code, ...]] = {}
    for field in WORDED_FACETS:
        for code, term in VOCABULARIES[field].items():
            for name in (term.label, *term.synonyms):
                words = stems(name)
                if 0 < len(words) <= _LONGEST:
                    found[words] = tuple(dict.fromkeys((*found.get(words, ()), (field, code))))
    return found


def searched_names() -> Iterator[str]:
    """Yield every label and synonym that a query is searched for."""
    for field in WORDED_FACETS:
        for term in VOCABULARIES[field].values():
            yield from (term.label, *term.synonyms)


def segments(words: tuple[str, ...]) -> Iterator[Segment]:
    """Cut stemmed words into runs, taking the longest run that a vocabulary knows each time."""
    known = _codes_by_words()
    start = 0
    while start < len(words):
        longest = min(_LONGEST, len(words) - start)
        runs = (words[start : start + size] for size in range(longest, 0, -1))
        run = next((run for run in runs if run in known), words[start : start + 1])
        yield Segment(run, known.get(run, ()))
        start += len(run)


@per_edition
def runs_with_mentions() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return every run of stems that names codes, with the mentions that it makes."""
    told = (
        (words, tuple(mention_of(code) for code in codes if code[0] in _MENTIONED))
        for words, codes in _codes_by_words().items()
        if len(words) > 1 or len(words[0]) >= _SHORTEST_MENTION
    )
    return tuple((words, found) for words, found in told if found)


@per_edition
def _mentions_by_first() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words, told in runs_with_mentions():
        found.setdefault(words[0], []).append((words, told))
    return found


def mention_of(code: Code) -> str:
    """Return the word, which no text can hold, under which the mention of a code is indexed."""
    return ":".join(code)


def mentions(words: Sequence[str]) -> frozenset[str]:
    """Return the mentions of every code that some stemmed words name in whatever way."""
    by_first = _mentions_by_first()
    found: set[str] = set()
    for start, word in enumerate(words):
        for run, told in by_first.get(word, ()):
            if tuple(words[start : start + len(run)]) == run:
                found.update(told)
    return frozenset(found)
