"""What a text asks for, before any engine looks for it; no user's text reaches a query parser."""

from dataclasses import dataclass

from directory.search.analysis import MAX_TERMS, Word, quoted_and_loose, stems, words
from directory.search.concepts import Code, segments

_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """Stems that must stand together in one text."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that must all be found, or else one of the codes that they stand for.

    A word is found in a text by its stem, and in a name as it is written.
    """

    words: tuple[Word, ...]
    codes: tuple[Code, ...] = ()

    @property
    def name_start(self) -> str | None:
        """The beginning of a name that the run may be; what a vocabulary knows is none."""
        plain = self.words[0].plain
        return None if self.codes or len(plain) < _SHORTEST_PREFIX else plain


Clause = Quoted | Run


def clauses_of(text: str) -> tuple[Clause, ...]:
    """Return what a text asks for, part by part; nothing where it holds no word to look for."""
    phrases, loose = quoted_and_loose(text)
    quoted = (Quoted(stems(phrase)) for phrase in phrases[:MAX_TERMS])
    return (*quoted, *_runs(words(loose)[:MAX_TERMS]))


def _runs(loose: tuple[Word, ...]) -> tuple[Run, ...]:
    runs, start = [], 0
    for segment in segments(tuple(word.stem for word in loose)):
        end = start + len(segment.words)
        runs.append(Run(loose[start:end], segment.codes))
        start = end
    return tuple(runs)
