"""tantivy: fields with boosts, fast fields, facets by terms aggregations, two passes a question."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from benchmarks.documents import Document, code_words
from benchmarks.engines.contestant import folder_bytes
from benchmarks.engines.geography import box_around
from benchmarks.questions import PAGE_SIZE, Answer, Question
from directory.search.analysis import Word
from directory.search.asked import Clause, Quoted, Run
from directory.search.protocol import FILTERS
from directory.search.weighting import CODE_WEIGHT, FIELD_WEIGHTS, NAME_WEIGHT

_HEAP_BYTES = 512_000_000
_MOST_VALUES = 500
_SORTED_BYTES = 7
_TWO_EDITS_FROM = 6  # letters


class Tantivy:
    """One index folder; tantivy sorts by no distance, and its radius is the box around it."""

    leaves_out = frozenset({"match", "nearest"})

    def __init__(self, folder: Path, own_analysis: bool = False) -> None:
        self._folder = folder / "tantivy"
        self._schema = _schema("en_stem" if own_analysis else "whitespace")
        self._index: tantivy.Index
        self._searcher: tantivy.Searcher

    def build(self, documents: Iterable[Document]) -> None:
        """Add every document with one writer, and wait until its segments are merged."""
        self._folder.mkdir(parents=True)
        index = tantivy.Index(self._schema, path=str(self._folder))
        writer = index.writer(heap_size=_HEAP_BYTES)
        for document in documents:
            writer.add_document(tantivy.Document(**_fields(document)))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Map the index into memory."""
        self._index = tantivy.Index(self._schema, path=str(self._folder))
        self._index.reload()
        self._searcher = self._index.searcher()

    def prepare(self, question: Question) -> Question:
        """Nothing is needed beforehand: deep pages are reached by an offset."""
        return question

    def answer(self, question: Question) -> Answer:
        """Answer with all words, and where nothing has them all with any."""
        text = self._text(question.clauses, Occur.Must) if question.clauses else None
        if question.any_word:
            any_word = self._text(question.clauses, Occur.Should)
            found = self._searcher.search(any_word, limit=PAGE_SIZE, count=False)
            return Answer(None, self._ids(found))
        found = self._answer(question, text)
        if found.total or text is None or self._is_found(text):
            return found
        self._look_for_near_words(question.clauses)
        if len(question.clauses) < 2:
            return found
        return self._answer(question, self._text(question.clauses, Occur.Should))

    def _look_for_near_words(self, clauses: Iterable[Clause]) -> None:
        """Find a listing with a word near each unknown one, as ours finds what may be meant."""
        words = [word for clause in clauses if isinstance(clause, Run) for word in clause.words]
        for word in words:
            if not any(self._searcher.doc_freq(name, word.stem) for name in FIELD_WEIGHTS):
                edits = 1 if len(word.stem) < _TWO_EDITS_FROM else 2
                near = Query.fuzzy_term_query(self._schema, "bio", word.stem, edits)
                self._searcher.search(near, limit=1, count=False)

    def _is_found(self, query: Query) -> bool:
        return bool(self._searcher.search(query, limit=1, count=False).hits)

    def _answer(self, question: Question, text: Query | None) -> Answer:
        search = question.search
        query = self._query(question, text)
        ranked = text is not None and search.sort != "name"
        order: dict[str, Any] = {} if ranked else {"order_by_field": "standing"}
        if search.sort == "name":
            order = {"order_by_field": "sort_name", "order": tantivy.Order.Asc}
        found = self._searcher.search(query, PAGE_SIZE, offset=question.offset, **order)
        facets: dict[str, dict[str, int]] = {}
        if search.facets:
            alone = [facet for facet in search.facets if facet not in search.filters]
            facets = self._counts(query, alone)
            for facet in set(search.facets).intersection(search.filters):
                facets |= self._counts(self._query(question, text, skip=facet), [facet])
        return Answer(found.count, self._ids(found), facets)

    def _ids(self, found: tantivy.SearchResult) -> tuple[str, ...]:
        return tuple(self._searcher.doc(address)["id"][0] for _, address in found.hits)

    def _counts(self, query: Query, facets: list[str]) -> dict[str, dict[str, int]]:
        asked = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in facets}
        found = self._searcher.aggregate(query, asked)
        found = json.loads(found) if isinstance(found, str) else found
        return {
            name: {bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]}
            for name in facets
        }

    def _query(self, question: Question, text: Query | None, skip: str = "") -> Query:
        parts = [(Occur.Must, text)] if text is not None else []
        for name, values in question.search.filters.items():
            if name != skip:
                terms = [Query.term_query(self._schema, name, value) for value in values]
                any_value = terms[0] if len(terms) == 1 else _any(terms)
                parts.append((Occur.Must, Query.const_score_query(any_value, 0.0)))
        parts += [(Occur.Must, query) for query in self._box(question)]
        return Query.boolean_query(parts) if parts else Query.all_query()

    def _box(self, question: Question) -> Iterator[Query]:
        near, within = question.search.near, question.search.within_miles
        if near is None or within is None:
            return
        box = box_around(near, within)
        kind = tantivy.FieldType.Float
        for name, low, high in (
            ("lat", box["south"], box["north"]),
            ("lon", box["west"], box["east"]),
        ):
            span = Query.range_query(self._schema, name, kind, low, high)
            yield Query.const_score_query(span, 0.0)

    def _text(self, clauses: Iterable[Clause], occur: Occur) -> Query:
        parts = [(occur, self._clause(clause)) for clause in clauses]
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def _clause(self, clause: Clause) -> Query:
        if isinstance(clause, Quoted):
            return self._phrase(list(clause.stems))
        words = [self._word(word) for word in clause.words]
        every = words[0] if len(words) == 1 else _all(words)
        codes = [
            self._term("codes", word, CODE_WEIGHT)
            for code in clause.codes
            for word in code_words(code)
        ]
        return _any([every, *codes]) if codes else every

    def _phrase(self, words: list[str]) -> Query:
        if len(words) == 1:
            return _any(
                self._term(name, words[0], weight) for name, weight in FIELD_WEIGHTS.items()
            )
        return _any(
            Query.boost_query(Query.phrase_query(self._schema, name, words), weight)
            for name, weight in FIELD_WEIGHTS.items()
        )

    def _word(self, word: Word) -> Query:
        fields = [self._term(name, word.stem, weight) for name, weight in FIELD_WEIGHTS.items()]
        return _any([*fields, self._term("name", word.plain, NAME_WEIGHT)])

    def _term(self, field: str, word: str, boost: float) -> Query:
        term = Query.term_query(self._schema, field, word, index_option="freq")
        return term if boost == 1.0 else Query.boost_query(term, boost)

    def disk_bytes(self) -> int:
        """Return the size of the segments."""
        return folder_bytes(self._folder)

    def close(self) -> None:
        """Let go of the index; its memory maps go with it."""
        del self._searcher, self._index


def _all(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _schema(analysis: str) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("name", *FIELD_WEIGHTS, "codes"):
        builder.add_text_field(name, tokenizer_name=analysis, index_option="position")
    for name in FILTERS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("standing", "sort_name"):
        builder.add_integer_field(name, fast=True)
    for name in ("lat", "lon"):
        builder.add_float_field(name, fast=True, indexed=True)
    return builder.build()


def _beginning(name: str) -> int:
    """Return the first letters of a name as a number, since text fields sort 100 times slower."""
    return int.from_bytes(name.encode()[:_SORTED_BYTES].ljust(_SORTED_BYTES, b"\0"), "big")


def _fields(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "codes": document.codes,
        "sort_name": _beginning(document.sort_name),
        "standing": document.standing,
        "lat": [lat for lat, _ in document.points],
        "lon": [lon for _, lon in document.points],
        **document.texts,
        **{name: list(values) for name, values in document.values.items() if values},
    }
