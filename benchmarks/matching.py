"""How long a triage match takes, and whether its first step misses anyone who should rank."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlmodel import col, select

from benchmarks.store import opened
from benchmarks.timing import Percentiles
from directory.matching import MatchRequest, match
from directory.providers import Provider
from directory.storage.tables import ProviderRow
from directory.workflows import Directory
from directory.workflows.matching.match_providers import match_providers

_LEAST_SAMPLES = 5
_DEPTH = 20


def match_latency(
    folder: Path, engine: str, today: date, requests: Sequence[MatchRequest], budget: float
) -> dict[str, Any]:
    """Return the percentiles of whole matches: eligible, ranked, ten explained."""
    samples: list[float] = []
    with opened(folder, engine, today) as directory:
        for request in requests[:_LEAST_SAMPLES]:
            match_providers(directory, request)
        ends = perf_counter() + budget
        for request in [*requests] * 3:
            if perf_counter() > ends and len(samples) >= _LEAST_SAMPLES:
                break
            began = perf_counter()
            match_providers(directory, request)
            samples.append(perf_counter() - began)
    return Percentiles.of(samples).document()


def measured_recall(
    folder: Path, engine: str, today: date, requests: Sequence[MatchRequest], budget: float
) -> dict[str, Any]:
    """Return the mean recall of as many requests as the budget allows."""
    found: list[float] = []
    ends = perf_counter() + budget
    with opened(folder, engine, today) as directory:
        for request in requests:
            if found and perf_counter() > ends:
                break
            found.append(recall(directory, request))
    return {"recall": sum(found) / len(found), "worst": min(found), "requests": len(found)}


def recall(directory: Directory, request: MatchRequest, depth: int = _DEPTH) -> float:
    """Return the share of the exhaustive ranking's first results that a match finds, 0 to 1.

    The exhaustive ranking scores every claimed listing that may treat in the state.
    """
    found = match_providers(directory, request, depth, show_providers=True, is_shown=False)
    every = exhaustive(directory, found.request, depth)
    if not every:
        return 1.0
    ids = {one.provider.id for one in found.outcome.matches}
    return len(ids.intersection(every)) / len(every)


def exhaustive(directory: Directory, request: MatchRequest, depth: int) -> list[str]:
    """Return the ids of the exhaustive ranking of a request whose flags are all raised."""
    relevance = directory.engine.candidates(request.state, request.text or "").relevance
    providers = _may_treat(directory, request.state)
    today = directory.today()
    exposure = directory.showings.before(today)
    outcome = match(request, providers, today, depth, dict(relevance), exposure=exposure)
    return [one.provider.id for one in outcome.matches]


def _may_treat(directory: Directory, state: str) -> Iterator[Provider]:
    """Yield every claimed listing that names a state anywhere, and every coach.

    No rule lets anybody else through, and reading them all would take minutes.
    """
    document = col(ProviderRow.document)
    query = (
        select(document)
        .where(col(ProviderRow.published), col(ProviderRow.claimed))
        .where(document.contains(f'"{state}"') | document.contains('"coach"'))
        .execution_options(yield_per=500)
    )
    with directory.database.reading() as session:
        yield from map(Provider.model_validate_json, session.exec(query))
