"""Our own engines: the columns engine, and plain Whoosh, which is its reference."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.engines.contestant import folder_bytes
from benchmarks.questions import PAGE_SIZE, Answer, Question
from benchmarks.store import open_standing, settings
from directory.config import ENGINES
from directory.providers import Provider


class Own:
    """One of our engines, in a directory whose instance folder is the contestant's."""

    leaves_out = frozenset({"match"})

    def __init__(self, engine: str, folder: Path, today: date) -> None:
        self._folder = settings(folder, engine).index_path
        self._directory = open_standing(folder, engine, today)
        self._engine = self._directory.engine

    def build(self, listings: Iterable[Provider]) -> None:
        """Build as `directory reindex` does."""
        self._engine.rebuild(listings, 0)

    def open(self) -> None:
        """Open at the first question, as a worker does."""

    def prepare(self, question: Question) -> Question:
        """Fetch the cursor that leads to a deep page."""
        if question.page == 1:
            return question
        before = self._engine.search(replace(question.search, page_size=question.offset))
        return replace(question, search=replace(question.search, cursor=before.next))

    def answer(self, question: Question) -> Answer:
        """Ask the engine."""
        found = self._engine.search(replace(question.search, page_size=PAGE_SIZE))
        facets = {name: dict(counts) for name, counts in found.facets.items()}
        return Answer(found.total, tuple(hit.id for hit in found.hits), facets)

    def disk_bytes(self) -> int:
        """Return the size of the generations."""
        return folder_bytes(self._folder)

    def close(self) -> None:
        """Close the directory."""
        self._directory.close()


def exists(engine: str) -> bool:
    """Tell whether this version has an engine of that name."""
    return engine in ENGINES
