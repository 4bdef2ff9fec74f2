"""Whoosh queries built in code; no text of a user ever reaches a query parser."""

from whoosh.query import And, Or, Phrase, Query, Term

from directory.search.analysis import (
    MAX_TERMS,
    NAME_ANALYZER,
    quoted_and_loose,
    stems,
)
from directory.search.concepts import Segment, segments

# Text fields with what a word in each is worth beside a word of the bio.
TEXT_FIELDS = {"labels": 2.0, "groups": 1.2, "place": 1.0, "bio": 1.0}
NAME_WEIGHT = 3.0
CODE_WEIGHT = 2.5


def text_query(text: str, every_word: bool = True) -> Query | None:
    """Return the query for what a user typed, or None where it holds no word to look for."""
    phrases, loose = quoted_and_loose(text)
    clauses = [_phrase(stems(phrase)) for phrase in phrases[:MAX_TERMS]]
    names = {stem: token for token in _name_tokens(loose) for stem in stems(token)}
    clauses += [_segment(part, names) for part in segments(stems(loose)[:MAX_TERMS])]
    if not clauses:
        return None
    return And(clauses) if every_word else Or(clauses)


def _name_tokens(text: str) -> list[str]:
    return [token.text for token in NAME_ANALYZER(text)]


def _phrase(words: tuple[str, ...]) -> Query:
    return Or([Phrase(field, list(words), boost=boost) for field, boost in TEXT_FIELDS.items()])


def _segment(segment: Segment, names: dict[str, str]) -> Query:
    """A segment is found where all its words are, or where one of its codes is."""
    words = And([_word(word, names) for word in segment.words])
    codes = [Term(field, code, boost=CODE_WEIGHT) for field, code in segment.codes]
    return Or([words, *codes]) if codes else words


def _word(word: str, names: dict[str, str]) -> Query:
    fields = [Term(field, word, boost=boost) for field, boost in TEXT_FIELDS.items()]
    return Or([*fields, Term("name", names.get(word, word), boost=NAME_WEIGHT)])
