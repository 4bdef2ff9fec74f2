"""Matching gives the same whether or not the engine keeps columns."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from directory.matching import MatchRequest
from directory.search import WhooshEngine
from directory.storage import Providers
from directory.workflows import Directory
from directory.workflows.indexing import reindex
from directory.workflows.matching.match_providers import match_providers
from tests.factories import make_coach, make_license, make_provider, make_unclaimed, store


@pytest.fixture
def plain(directory: Directory, tmp_path: Path) -> Iterator[Directory]:
    """The same directory behind an engine that keeps no columns."""
    engine = WhooshEngine(tmp_path / "plain", directory.today)
    yield replace(directory, engine=engine)
    engine.close()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"level_of_care": "support"},
        {"concerns": ["panic"], "coverage": {"payer": "cigna"}},
        {"state": "NV", "zip": "94110", "within_miles": 20.0, "delivery": ["in_person"]},
        {"safety_flags": ["suicide"]},
        {"text": "panic"},
    ],
)
def test_with_columns_and_without_the_same_is_found(
    directory: Directory, plain: Directory, asked: dict[str, object]
) -> None:
    here_and_there = [make_license(), make_license(state="NV")]
    store(
        directory,
        make_provider(),
        make_provider(id="far", licenses=here_and_there, accepts_suicidality=True),
        make_provider(id="withdrawn", published=False),
        make_coach(),
        make_unclaimed(),
    )
    reindex(plain)
    need = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
    request = MatchRequest.model_validate(need | asked)
    found = match_providers(directory, request)
    assert found == match_providers(plain, request)
    with directory.database.reading() as session:
        claimed = [one for one in Providers(session).published() if one.claimed]
    assert found.outcome.total + sum(found.outcome.excluded.values()) == len(claimed)
