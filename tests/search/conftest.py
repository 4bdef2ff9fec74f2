"""Both engines on folders of their own, whose day a test may move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from directory.search import (
    ColumnsEngine,
    SearchAnswer,
    SearchEngine,
    SearchQuery,
    WhooshEngine,
)


@dataclass
class Today:
    """The day of an engine."""

    day: date = date(2026, 11, 21)

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def today() -> Today:
    return Today()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the engine."""
    return tmp_path / "index"


@pytest.fixture(params=[ColumnsEngine, WhooshEngine], ids=["columns", "whoosh"])
def engine(request: pytest.FixtureRequest, folder: Path, today: Today) -> Iterator[SearchEngine]:
    """An engine that holds nothing yet; `rebuild` fills it."""
    opened: SearchEngine = request.param(folder, today)
    opened.rebuild([], 0)
    yield opened
    opened.close()


@pytest.fixture
def find(engine: SearchEngine) -> Callable[..., set[str]]:
    """Search, and return the ids found."""

    def found(text: str = "", page_size: int = 100, **asked: object) -> set[str]:
        answer: SearchAnswer = engine.search(
            SearchQuery(text=text, page_size=page_size, **asked)  # type: ignore[arg-type]
        )
        return {hit.id for hit in answer.hits}

    return found
