"""Whoosh used the ordinary way: its own scoring, filters, sorting and grouping."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema
from whoosh.index import Index, create_in, open_dir
from whoosh.query import And, Every, NumericRange, Or, Phrase, Query, Term
from whoosh.searching import Results, Searcher
from whoosh.sorting import Count, Facets, FieldFacet

from benchmarks.documents import Document, code_words
from benchmarks.engines.contestant import folder_bytes
from benchmarks.engines.geography import box_around
from benchmarks.questions import PAGE_SIZE, Answer, Question
from directory.search.analysis import Word
from directory.search.asked import Clause, Quoted
from directory.search.protocol import FILTERS
from directory.search.weighting import CODE_WEIGHT, FIELD_WEIGHTS, NAME_WEIGHT

_MEMORY_MB = 512


class PlainWhoosh:
    """One index folder; Whoosh sorts by no distance, and its radius is the box around it."""

    leaves_out = frozenset({"match", "nearest"})

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "whoosh"
        self._index: Index
        self._searcher: Searcher

    def build(self, documents: Iterable[Document]) -> None:
        """Add every document with one writer."""
        self._folder.mkdir(parents=True)
        with create_in(self._folder, _schema()).writer(limitmb=_MEMORY_MB) as writer:
            for document in documents:
                writer.add_document(**_fields(document))

    def open(self) -> None:
        """Open the index."""
        self._index = open_dir(self._folder)
        self._searcher = self._index.searcher()

    def prepare(self, question: Question) -> Question:
        """Nothing is needed beforehand: deep pages are reached by their number."""
        return question

    def answer(self, question: Question) -> Answer:
        """Answer with all words, and where nothing has them all with any."""
        if question.any_word:
            found = self._searcher.search(_text(question.clauses, Or), limit=PAGE_SIZE)
            return Answer(None, _ids(found, 0))
        text = _text(question.clauses, And) if question.clauses else Every()
        found = self._answer(question, text)
        if found.total or len(question.clauses) < 2 or self._is_found(text):
            return found
        return self._answer(question, _text(question.clauses, Or))

    def _is_found(self, text: Query) -> bool:
        return not self._searcher.search(text, limit=1).is_empty()

    def _answer(self, question: Question, text: Query) -> Answer:
        search = question.search
        order: dict[str, Any] = {} if question.clauses else {"sortedby": "standing"}
        if search.sort == "name":
            order = {"sortedby": "sort_name"}
        alone = [facet for facet in search.facets if facet not in search.filters]
        found = self._search(question, text, alone, **order)
        facets = {facet: _counts(found, facet) for facet in alone}
        for facet in set(search.facets).intersection(search.filters):
            others = self._search(question, text, [facet], skip=facet)
            facets[facet] = _counts(others, facet)
        return Answer(len(found), _ids(found, question.offset), facets)

    def _search(
        self, question: Question, text: Query, facets: list[str], skip: str = "", **order: Any
    ) -> Results:
        conditions = list(_conditions(question, skip))
        grouped: dict[str, Any] = {}
        if facets:
            by = Facets()
            for facet in facets:
                by.add_facet(facet, FieldFacet(facet, allow_overlap=True))
            grouped = {"groupedby": by, "maptype": Count}
        return self._searcher.search(
            text,
            limit=question.offset + PAGE_SIZE,
            filter=And(conditions) if conditions else None,
            **grouped,
            **order,
        )

    def disk_bytes(self) -> int:
        """Return the size of the segments."""
        return folder_bytes(self._folder)

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()
        self._index.close()


def _counts(found: Results, facet: str) -> dict[str, int]:
    """Return the counts of a facet without those who have no value in it."""
    return {value: count for value, count in found.groups(facet).items() if value is not None}


def _ids(found: Results, offset: int) -> tuple[str, ...]:
    return tuple(hit["id"] for hit in found[offset : offset + PAGE_SIZE])


def _conditions(question: Question, skip: str) -> Iterator[Query]:
    search = question.search
    for name, values in search.filters.items():
        if name != skip:
            yield Or([Term(name, value) for value in values])
    if search.near and search.within_miles is not None:
        box = box_around(search.near, search.within_miles)
        yield NumericRange("lat", box["south"], box["north"])
        yield NumericRange("lon", box["west"], box["east"])


def _text(clauses: Iterable[Clause], joined_by: type[Query]) -> Query:
    return joined_by([_clause(clause) for clause in clauses])


def _clause(clause: Clause) -> Query:
    if isinstance(clause, Quoted):
        stems = list(clause.stems)
        return Or([Phrase(field, stems, boost=boost) for field, boost in FIELD_WEIGHTS.items()])
    words = And([_word(word) for word in clause.words])
    codes = [
        Term("codes", word, boost=CODE_WEIGHT) for code in clause.codes for word in code_words(code)
    ]
    return Or([words, *codes]) if codes else words


def _word(word: Word) -> Query:
    fields = [Term(field, word.stem, boost=boost) for field, boost in FIELD_WEIGHTS.items()]
    return Or([*fields, Term("name", word.plain, boost=NAME_WEIGHT)])


def _schema() -> Schema:
    def words(phrase: bool = True) -> TEXT:
        return TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=phrase)

    return Schema(
        id=STORED,
        name=words(phrase=False),
        codes=words(phrase=False),
        sort_name=ID(sortable=True),
        standing=NUMERIC(int, signed=True, sortable=True),
        lat=NUMERIC(float),
        lon=NUMERIC(float),
        **{name: words() for name in FIELD_WEIGHTS},
        **{name: KEYWORD(commas=True) for name in FILTERS},
    )


def _fields(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": document.id,
        "name": document.name,
        "codes": document.codes,
        "sort_name": document.sort_name,
        "standing": -document.standing,
        **document.texts,
        **{name: ",".join(values) for name, values in document.values.items() if values},
    }
    if document.points:
        fields["lat"], fields["lon"] = document.points[0]
    return fields
