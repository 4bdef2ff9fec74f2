"""PostgreSQL 15: GIN over a weighted tsvector and over arrays of codes, places under GiST.

Rows stay whole in their pages, since ranking reads the vector of every match.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.documents import Document, code_words
from benchmarks.engines.geography import box_around
from benchmarks.engines.postgres_server import Server
from benchmarks.questions import PAGE_SIZE, Answer, Question
from directory.geography import EARTH_RADIUS_MILES
from directory.search.asked import Clause, Quoted
from directory.search.protocol import FILTERS
from directory.search.weighting import TEXT_FIELDS

# The weights of bio and place, groups, labels and codes, and the name, as parts of the largest.
_WEIGHTS = "{0.33, 0.4, 0.67, 1.0}"
_ARRAYS = ", ".join(f"{name} text[]" for name in FILTERS)
_TEXTS = ("name_words", *TEXT_FIELDS, "codes")
_SCHEMA = f"""
CREATE UNLOGGED TABLE staged(doc int, id text, name text, standing int, {_ARRAYS},
  {", ".join(f"{name} text" for name in _TEXTS)});
CREATE TABLE listing(doc int, id text, name text, standing int, {_ARRAYS}, words tsvector)
  WITH (toast_tuple_target = 8160);
CREATE TABLE place(doc int, lat float8, lon float8);
"""
_FILL = f"""
INSERT INTO listing SELECT doc, id, name, standing, {", ".join(FILTERS)},
  setweight(to_tsvector('simple', name_words), 'A')
  || setweight(to_tsvector('simple', labels || ' ' || codes), 'B')
  || setweight(to_tsvector('simple', groups), 'C')
  || setweight(to_tsvector('simple', place || ' ' || bio), 'D') FROM staged;
DROP TABLE staged;
ALTER TABLE listing ADD PRIMARY KEY (doc);
CREATE INDEX ON listing USING gin(words) WITH (fastupdate = off);
CREATE INDEX ON listing(standing DESC, doc);
CREATE INDEX ON listing(name, doc);
CREATE INDEX ON place USING gist(point(lon, lat));
CREATE INDEX ON place(doc);
"""
_MILES = f"""
2 * {EARTH_RADIUS_MILES} * asin(sqrt(power(sin(radians(lat - %(lat)s) / 2), 2)
  + cos(radians(%(lat)s)) * cos(radians(lat)) * power(sin(radians(lon - %(lon)s) / 2), 2)))
"""
_IN_RADIUS = f"""
doc IN (SELECT doc FROM place
  WHERE point(lon, lat) <@ box(point(%(west)s, %(south)s), point(%(east)s, %(north)s))
  AND {_MILES} <= %(within)s)
"""
_FAR = f"(SELECT min({_MILES}) FROM place WHERE place.doc = listing.doc)"


class Postgres:
    """One table on a server of its own."""

    leaves_out = frozenset({"match"})

    def __init__(self, folder: Path) -> None:
        self.server = Server(folder)
        self._started = False
        self._connection: psycopg.Connection[Any]

    def build(self, documents: Iterable[Document]) -> None:
        """Copy everything in, make the vectors, then the indexes."""
        self.server.create()
        self.open()
        with self._connection.cursor() as cursor:
            cursor.execute(_SCHEMA)
            places: list[tuple[float, ...]] = []
            with cursor.copy("COPY staged FROM STDIN") as copy:
                for document in documents:
                    copy.write_row(_row(document))
                    places += [(document.number, *point) for point in document.points]
            with cursor.copy("COPY place FROM STDIN") as copy:
                for place in places:
                    copy.write_row(place)
            cursor.execute(_FILL)
            for name in FILTERS:
                cursor.execute(f"CREATE INDEX ON listing USING gin({name})")
            cursor.execute("VACUUM ANALYZE")
        self.close()

    def open(self) -> None:
        """Start the server unless it runs, and connect."""
        self._started = self.server.start()
        address = f"host={self.server.data} user=postgres dbname=postgres"
        self._connection = psycopg.connect(address, autocommit=True)

    def prepare(self, question: Question) -> Question:
        """Nothing is needed beforehand: deep pages are reached by an offset."""
        return question

    def answer(self, question: Question) -> Answer:
        """Answer with all words, and where nothing has them all with any."""
        if question.any_word:
            return Answer(None, self._best_of_any(question))
        asked = _Asked(question, " & ")
        found = self._answer(asked)
        if found.total or len(question.clauses) < 2 or self._is_found(asked):
            return found
        return self._answer(_Asked(question, " | "))

    def _rows(self, query: str, parameters: dict[str, Any]) -> Sequence[tuple[Any, ...]]:
        with self._connection.cursor() as cursor:
            return cursor.execute(query, parameters).fetchall()

    def _is_found(self, asked: "_Asked") -> bool:
        query = "SELECT 1 FROM listing WHERE words @@ %(text)s::tsquery LIMIT 1"
        return bool(self._rows(query, asked.parameters))

    def _best_of_any(self, question: Question) -> tuple[str, ...]:
        query = (
            "SELECT id FROM listing WHERE words @@ %(text)s::tsquery"
            f" ORDER BY ts_rank('{_WEIGHTS}', words, %(text)s::tsquery) DESC, doc LIMIT {PAGE_SIZE}"
        )
        rows = self._rows(query, _Asked(question, " | ").parameters)
        return tuple(id for (id,) in rows)

    def _answer(self, asked: "_Asked") -> Answer:
        search = asked.question.search
        alone = [facet for facet in search.facets if facet not in search.filters]
        rows = self._rows(asked.page_and_counts(alone), asked.parameters)
        for facet in set(search.facets).intersection(search.filters):
            rows = [*rows, *self._rows(asked.counts(facet), asked.parameters)]
        facets: dict[str, dict[str, int]] = {facet: {} for facet in search.facets}
        for kind, value, count in rows:
            if kind in facets:
                facets[kind][value] = count
        total = next(count for kind, _, count in rows if kind == "total")
        ids = tuple(value for kind, value, _ in rows if kind == "id")
        return Answer(total, ids, facets)

    def disk_bytes(self) -> int:
        """Return the size of the tables with their indexes."""
        self.open()
        query = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname = ANY(%(t)s)"
        size = self._rows(query, {"t": ["listing", "place"]})[0][0]
        self.close()
        return int(size)

    def close(self) -> None:
        """Disconnect, and stop the server where this one started it."""
        self._connection.close()
        if self._started:
            self.server.stop()

    def discard(self) -> None:
        """Delete the data, which lies in a temporary folder."""
        self.server.discard()


class _Asked:
    """A question as SQL."""

    def __init__(self, question: Question, joined_by: str) -> None:
        self.question = question
        search = question.search
        self.parameters: dict[str, Any] = {f"f_{k}": list(v) for k, v in search.filters.items()}
        if question.clauses:
            self.parameters["text"] = joined_by.join(map(_clause, question.clauses))
        if search.near:
            self.parameters |= {"lat": search.near[0], "lon": search.near[1]}
            self.parameters |= box_around(search.near, search.within_miles or 0)
            self.parameters["within"] = search.within_miles

    def _where(self, skip: str = "") -> str:
        search = self.question.search
        conditions = [f"{name} && %(f_{name})s" for name in search.filters if name != skip]
        if self.question.clauses:
            conditions.append("words @@ %(text)s::tsquery")
        if search.within_miles is not None:
            conditions.append(_IN_RADIUS)
        return " AND ".join(conditions) or "true"

    def page_and_counts(self, facets: Sequence[str]) -> str:
        """Return the query for the total, the page and the facets without a filter of their own."""
        columns = ", ".join(["doc", "id", f"{self._order()} AS key", *facets])
        direction = "NULLS LAST" if self.question.search.sort in {"name", "nearest"} else "DESC"
        counts = "".join(f" UNION ALL {_count(facet)}" for facet in facets)
        return (
            f"WITH m AS MATERIALIZED (SELECT {columns} FROM listing WHERE {self._where()})"
            " SELECT 'total', NULL, count(*) FROM m"
            f" UNION ALL (SELECT 'id', id, 0 FROM m ORDER BY key {direction}, doc"
            f" LIMIT {PAGE_SIZE} OFFSET {self.question.offset}){counts}"
        )

    def counts(self, facet: str) -> str:
        """Return the query for a facet over the other filters' matches."""
        where = self._where(skip=facet)
        return f"WITH m AS (SELECT {facet} FROM listing WHERE {where}) {_count(facet)}"

    def _order(self) -> str:
        if self.question.search.sort == "name":
            return "name"
        if self.question.search.sort == "nearest":
            return _FAR
        if self.question.clauses:
            return f"ts_rank('{_WEIGHTS}', words, %(text)s::tsquery)"
        return "standing"


def _count(facet: str) -> str:
    return f"SELECT '{facet}', value, count(*) FROM m, unnest({facet}) AS value GROUP BY value"


def _row(document: Document) -> tuple[Any, ...]:
    return (
        document.number,
        document.id,
        document.sort_name,
        document.standing,
        *(list(document.values[name]) for name in FILTERS),
        document.name,
        *(document.texts[name] for name in TEXT_FIELDS),
        document.codes,
    )


def _clause(clause: Clause) -> str:
    if isinstance(clause, Quoted):
        phrase = " <-> ".join(f"'{stem}':BCD" for stem in clause.stems)
        return f"({phrase})"
    words = " & ".join(f"('{word.stem}':BCD | '{word.plain}':A)" for word in clause.words)
    codes = [f"'{word}':B" for code in clause.codes for word in code_words(code)]
    either = " | ".join([f"({words})", *codes])
    return f"({either})"
