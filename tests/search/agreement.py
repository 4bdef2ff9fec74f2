"""What it means that two engines agree."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from directory.columns.bits import members
from directory.geography.towns import towns
from directory.search import ColumnsEngine, Hit, SearchAnswer, SearchEngine, SearchQuery

_ALIKE = 1e-6


def pages(engine: SearchEngine, query: SearchQuery) -> Iterator[SearchAnswer]:
    """Yield every page of a search."""
    answer = engine.search(query)
    yield answer
    while answer.next:
        answer = engine.search(replace(query, cursor=answer.next))
        yield answer


def assert_agree(
    one: SearchEngine, other: SearchEngine, query: SearchQuery, most: int | None = None
) -> None:
    """Check that two engines give the same pages, up to the order of those that rank the same."""
    ours, theirs = (list(islice(pages(engine, query), most)) for engine in (one, other))
    assert [len(page.hits) for page in ours] == [len(page.hits) for page in theirs]
    for page in (*ours, *theirs):
        assert replace(page, hits=(), next=None) == replace(theirs[0], hits=(), next=None)
    _assert_same_whereabouts(one, other, query)
    hits = [[hit for page in found for hit in page.hits] for found in (ours, theirs)]
    by_id = [sorted(some, key=lambda hit: hit.id) for some in hits]
    for ours_hit, theirs_hit in zip(*by_id, strict=True):
        assert ours_hit.id == theirs_hit.id
        assert ours_hit.score == pytest.approx(theirs_hit.score, rel=_ALIKE, abs=2 * _ALIKE)
        assert ours_hit.miles == pytest.approx(theirs_hit.miles, abs=_ALIKE)
    for ours_hit, theirs_hit in zip(*hits, strict=True):
        assert ours_hit.id == theirs_hit.id or _tied(ours_hit, theirs_hit, query.sort)


def _assert_same_whereabouts(one: SearchEngine, other: SearchEngine, query: SearchQuery) -> None:
    ours, theirs = (engine.whereabouts(query) for engine in (one, other))
    size = len(towns().codes)
    assert np.array_equal(ours.counts(size), theirs.counts(size))
    for told in ("total", "remote", "unknown"):
        assert getattr(ours, told) == getattr(theirs, told), told


def _tied(one: Hit, other: Hit, sort: str) -> bool:
    if sort == "best":
        return one.score == pytest.approx(other.score, rel=_ALIKE, abs=2 * _ALIKE)
    return sort == "nearest" and one.miles == pytest.approx(other.miles, abs=2 * _ALIKE)


def assert_same_candidates(one: SearchEngine, other: SearchEngine, state: str, text: str) -> None:
    """Check that two engines would match the same listings, with the same relevance."""
    ours, theirs = one.candidates(state, text), other.candidates(state, text)
    assert replace(ours, relevance={}) == replace(theirs, relevance={})
    assert ours.relevance == pytest.approx(theirs.relevance, rel=_ALIKE)


def assert_listings_fit(engine: ColumnsEngine, state: str, text: str) -> None:
    """Check that the columns tell of the same relevance as the candidates do."""
    candidates = engine.candidates(state, text)
    found: dict[str, float] = {}
    for listings in engine.listings(text):
        documents = members(listings.current)
        ids = [listings.columns.ids[number] for number in documents.tolist()]
        found |= dict(zip(ids, listings.relevance(documents).tolist(), strict=True))
    assert len(found) >= len(candidates.ids) + candidates.elsewhere
    for id in candidates.ids:
        assert found[id] == candidates.relevance.get(id, 0.0), id
    assert max(found.values(), default=0.0) in {0.0, 1.0}
