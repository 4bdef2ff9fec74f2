"""What a text asks for, as Whoosh's query nodes."""

from whoosh.query import And, ConstantScoreQuery, Or, Phrase, Prefix, Query, Require, Term

from directory.search.analysis import Word
from directory.search.asked import Clause, Quoted, clauses_of
from directory.search.concepts import mention_of
from directory.search.weighting import NAME_START_WEIGHT, TEXT_FIELDS


def text_query(text: str, every_word: bool = True) -> Query | None:
    """Return the query for what a user typed, or None where it holds no word to look for."""
    found = [_clause(clause) for clause in clauses_of(text)]
    if not found:
        return None
    return And(found) if every_word else Or(found)


def _clause(clause: Clause) -> Query:
    """A run is found where all its words are, or where one of its codes is."""
    if isinstance(clause, Quoted):
        return _quoted(clause.stems)
    words: Query = And([_word(word) for word in clause.words])
    others = [Term(field, code) for field, code in clause.codes]
    others += [Term("mentions", mention_of(code)) for code in clause.codes]
    if clause.name_start:
        start = Prefix("name", clause.name_start)
        others.append(ConstantScoreQuery(start, NAME_START_WEIGHT))
    return Or([words, *others]) if others else words


def _quoted(stems: tuple[str, ...]) -> Query:
    """A phrase counts as much as its words do; that they stand together only lets it in."""
    together = Or([Phrase(field, list(stems)) for field in TEXT_FIELDS])
    return Require(And([Or(_in_texts(stem)) for stem in stems]), together)


def _word(word: Word) -> Query:
    return Or([*_in_texts(word.stem), Term("name", word.plain)])


def _in_texts(stem: str) -> list[Query]:
    return [Term(field, stem) for field in TEXT_FIELDS]
