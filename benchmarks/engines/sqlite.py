"""SQLite FTS5 in its good form: matches materialised, facets counted by a forced join order."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.documents import Document, batches, code_words
from benchmarks.engines.geography import box_around
from benchmarks.questions import PAGE_SIZE, Answer, Question
from directory.geography import EARTH_RADIUS_MILES
from directory.search.asked import Clause, Quoted
from directory.search.protocol import FILTERS
from directory.search.weighting import CODE_WEIGHT, FIELD_WEIGHTS, NAME_WEIGHT

_BATCH = 2_000
_PAGE_CACHE_KB = 256_000
_WEIGHTS = (NAME_WEIGHT, *FIELD_WEIGHTS.values(), CODE_WEIGHT)
_SCHEMA = """
CREATE TABLE listing(doc INTEGER PRIMARY KEY, id TEXT, name TEXT, standing INTEGER);
CREATE VIRTUAL TABLE words USING fts5(
  name, labels, groups, place, bio, codes, content='', columnsize=1, tokenize='ascii');
CREATE TABLE place(doc INTEGER, lat REAL, lon REAL);
"""
_FACET = """
CREATE TABLE {name}_of(doc INTEGER, value TEXT, PRIMARY KEY(doc, value)) WITHOUT ROWID;
"""
_AFTERWARDS = """
CREATE INDEX listing_by_standing ON listing(standing DESC, doc);
CREATE INDEX listing_by_name ON listing(name, doc);
CREATE VIRTUAL TABLE box USING rtree(place, south, north, west, east);
INSERT INTO box SELECT rowid, lat, lat, lon, lon FROM place;
INSERT INTO words(words) VALUES ('optimize');
"""
_FACET_INDEX = "CREATE INDEX {name}_by_value ON {name}_of(value, doc);"
_MILES = f"""
2 * {EARTH_RADIUS_MILES} * asin(sqrt(pow(sin(radians(lat - :lat) / 2), 2)
  + cos(radians(:lat)) * cos(radians(lat)) * pow(sin(radians(lon - :lon) / 2), 2)))
"""


class Sqlite:
    """One database file; every question fills temporary tables of the documents that match."""

    leaves_out = frozenset({"match"})

    def __init__(self, folder: Path) -> None:
        self._path = folder / "sqlite.db"
        self._db: sqlite3.Connection

    def build(self, documents: Iterable[Document]) -> None:
        """Insert everything in one transaction, then add the indexes."""
        self.open()
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        self._db.executescript("".join(_FACET.format(name=name) for name in FILTERS))
        self._db.execute("BEGIN")
        for some in batches(documents, _BATCH):
            self._insert(some)
        self._db.execute("COMMIT")
        self._db.executescript("".join(_FACET_INDEX.format(name=name) for name in FILTERS))
        self._db.executescript(_AFTERWARDS + "ANALYZE;")

    def _insert(self, documents: Sequence[Document]) -> None:
        many = self._db.executemany
        rows = ((each.number, each.id, each.sort_name, each.standing) for each in documents)
        many("INSERT INTO listing VALUES (?,?,?,?)", rows)
        texts = (
            (each.number, each.name, *(each.texts[name] for name in FIELD_WEIGHTS), each.codes)
            for each in documents
        )
        many(
            "INSERT INTO words(rowid, name, labels, groups, place, bio, codes)"
            " VALUES (?,?,?,?,?,?,?)",
            texts,
        )
        places = ((each.number, *point) for each in documents for point in each.points)
        many("INSERT INTO place VALUES (?,?,?)", places)
        for name in FILTERS:
            values = ((each.number, value) for each in documents for value in each.values[name])
            many(f"INSERT OR IGNORE INTO {name}_of VALUES (?,?)", values)

    def open(self) -> None:
        """Open the file with a large page cache and memory mapping."""
        self._db = sqlite3.connect(self._path, isolation_level=None)
        self._db.executescript(
            f"PRAGMA cache_size=-{_PAGE_CACHE_KB}; PRAGMA mmap_size=8000000000;"
            "PRAGMA temp_store=MEMORY;"
        )

    def prepare(self, question: Question) -> Question:
        """Nothing is needed beforehand: deep pages are reached by an offset."""
        return question

    def answer(self, question: Question) -> Answer:
        """Answer with all words, and where nothing has them all with any."""
        if question.any_word:
            return Answer(None, self._best_of_any(question))
        self._materialise_text(question, " AND ")
        if len(question.clauses) > 1 and not self._any("found"):
            self._materialise_text(question, " OR ")
        return self._answer(question)

    def _best_of_any(self, question: Question) -> tuple[str, ...]:
        """Return the top results alone, which FTS5 orders by rank itself."""
        weights = ", ".join(map(str, _WEIGHTS))
        rows = self._db.execute(
            "SELECT listing.id FROM (SELECT rowid FROM words WHERE words MATCH ?"
            f" AND rank MATCH 'bm25({weights})' ORDER BY rank LIMIT {PAGE_SIZE}) AS top"
            " JOIN listing ON listing.doc = top.rowid",
            (_match(question.clauses, " OR "),),
        )
        return tuple(id for (id,) in rows)

    def _any(self, table: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None

    def _answer(self, question: Question) -> Answer:
        """Count and page what was found; the facets that are filtered themselves come last."""
        self._materialise_filters(question)
        total = self._db.execute("SELECT count(*) FROM matching").fetchone()[0]
        ids = self._page(question)
        filters = question.search.filters
        facets = {}
        for facet in sorted(question.search.facets, key=lambda name: name in filters):
            if facet in filters:
                self._materialise_filters(question, skip=facet)
            facets[facet] = self._counted(facet)
        return Answer(total, ids, facets)

    def _materialise_text(self, question: Question, joined_by: str) -> None:
        """Fill `found` with the documents that have the words and lie in the radius."""
        search = question.search
        self._db.execute("DROP TABLE IF EXISTS temp.found")
        create = "CREATE TEMP TABLE found(doc INTEGER PRIMARY KEY, score REAL, miles REAL)"
        self._db.execute(create)
        if question.clauses:
            weights = ", ".join(map(str, _WEIGHTS))
            self._db.execute(
                f"INSERT INTO found SELECT rowid, bm25(words, {weights}), NULL"
                " FROM words WHERE words MATCH ?",
                (_match(question.clauses, joined_by),),
            )
        elif search.within_miles is not None:
            self._materialise_radius(question)

    def _materialise_radius(self, question: Question) -> None:
        near, within = question.search.near, question.search.within_miles
        assert near is not None
        assert within is not None
        self._db.execute(
            f"INSERT INTO found SELECT doc, 0, min(miles) FROM (SELECT doc, {_MILES} AS miles"
            " FROM box JOIN place ON place.rowid = box.place"
            " WHERE south >= :south AND north <= :north AND west >= :west AND east <= :east)"
            " WHERE miles <= :within GROUP BY doc",
            {**box_around(near, within), "lat": near[0], "lon": near[1], "within": within},
        )

    def _materialise_filters(self, question: Question, skip: str = "") -> None:
        """Fill `matching` with the documents found that also pass the filters but one."""
        search = question.search
        filters = {name: values for name, values in search.filters.items() if name != skip}
        source = _source(question, filters)
        self._db.execute("DROP TABLE IF EXISTS temp.matching")
        self._db.execute(
            "CREATE TEMP TABLE matching(doc INTEGER PRIMARY KEY, score REAL, miles REAL)"
        )
        self._db.execute(
            f"INSERT OR IGNORE INTO matching {source}",
            [value for values in filters.values() for value in values],
        )

    def _counted(self, facet: str) -> dict[str, int]:
        """Count a facet; the join order is forced so that the matches are read first."""
        return dict(
            self._db.execute(
                "SELECT value, count(*) FROM matching"
                f" CROSS JOIN {facet}_of USING (doc) GROUP BY value"
            )
        )

    def _page(self, question: Question) -> tuple[str, ...]:
        search = question.search
        order = "score, doc" if question.clauses else "standing DESC, doc"
        columns, parameters = "", {}
        if search.sort == "name":
            order = "name, doc"
        if search.sort == "nearest" and search.near:
            columns = f", (SELECT min({_MILES}) FROM place WHERE doc = matching.doc) AS far"
            parameters = {"lat": search.near[0], "lon": search.near[1]}
            order = "far IS NULL, far, doc"
        rows = self._db.execute(
            f"SELECT id{columns} FROM matching CROSS JOIN listing USING (doc)"
            f" ORDER BY {order} LIMIT {PAGE_SIZE} OFFSET {question.offset}",
            parameters,
        )
        return tuple(row[0] for row in rows)

    def disk_bytes(self) -> int:
        """Return the size of the file."""
        return self._path.stat().st_size

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _source(question: Question, filters: dict[str, tuple[str, ...]]) -> str:
    """Return the query for what was found and passes the filters."""
    if question.clauses or question.search.within_miles is not None:
        select, first = "SELECT doc, score, miles FROM found", "WHERE"
        conditions = list(_conditions(filters))
        return f"{select} {first} {' AND '.join(conditions)}" if conditions else select
    if not filters:
        return "SELECT doc, 0, NULL FROM listing"
    return " INTERSECT ".join(
        f"SELECT doc, 0, NULL FROM {name}_of WHERE value IN ({_marks(values)})"
        for name, values in filters.items()
    )


def _conditions(filters: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for name, values in filters.items():
        yield (
            f"EXISTS (SELECT 1 FROM {name}_of"
            f" WHERE {name}_of.doc = found.doc AND value IN ({_marks(values)}))"
        )


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _match(clauses: Iterable[Clause], joined_by: str) -> str:
    """Return the FTS5 expression of the clauses."""
    return joined_by.join(f"({_clause(clause)})" for clause in clauses)


def _clause(clause: Clause) -> str:
    if isinstance(clause, Quoted):
        return f'{{labels groups place bio}} : "{" ".join(clause.stems)}"'
    words = " AND ".join(
        f'({{labels groups place bio}} : "{word.stem}" OR name : "{word.plain}")'
        for word in clause.words
    )
    codes = [f'codes : "{word}"' for code in clause.codes for word in code_words(code)]
    return " OR ".join([f"({words})", *codes])
