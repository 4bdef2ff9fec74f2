"""Our own engines: the columns engine, and plain Whoosh, which is its reference."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.engines.contestant import folder_bytes
from benchmarks.questions import PAGE_SIZE, Answer, Question
from directory.providers import Provider
from directory.search import SearchEngine

_PACKAGES = {"ColumnsEngine": "columns_engine.engine", "WhooshEngine": "whoosh_engine.engine"}


class Own:
    """One of our engines behind the protocol of the directory."""

    leaves_out = frozenset({"match"})
    seconds_analysing = 0.0

    def __init__(self, engine: str, folder: Path, today: date) -> None:
        self._folder = folder / "index"  # where a directory whose instance folder this is has it
        self.engine: SearchEngine = _class_of(engine)(self._folder, lambda: today)

    def build(self, listings: Iterable[Provider]) -> None:
        """Build as `directory reindex` does."""
        self.engine.rebuild(listings, 0)

    def open(self) -> None:
        """Open at the first question, as a worker does."""

    def prepare(self, question: Question) -> Question:
        """Fetch the cursor that leads to a deep page."""
        if question.page == 1:
            return question
        before = self.engine.search(replace(question.search, page_size=question.offset))
        return replace(question, search=replace(question.search, cursor=before.next))

    def answer(self, question: Question) -> Answer:
        """Ask the engine."""
        found = self.engine.search(replace(question.search, page_size=PAGE_SIZE))
        facets = {name: dict(counts) for name, counts in found.facets.items()}
        return Answer(found.total, tuple(hit.id for hit in found.hits), facets)

    def disk_bytes(self) -> int:
        """Return the size of the generations."""
        return folder_bytes(self._folder)

    def close(self) -> None:
        """Close the index."""
        self.engine.close()


def exists(engine: str) -> bool:
    """Tell whether this version has an engine of that name."""
    return find_spec(f"directory.search.{_PACKAGES[engine]}") is not None


def _class_of(engine: str) -> Any:
    return getattr(import_module(f"directory.search.{_PACKAGES[engine]}"), engine)
