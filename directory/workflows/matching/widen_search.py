"""What a search that finds nobody would find with one limit less."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from directory.search import SearchQuery
from directory.workflows.indexing import catch_up
from directory.workflows.matching.search_directory import answer_to
from directory.workflows.opening import Directory

# Where a person lives and how old they are is no wish: nobody else may or can treat them.
KEPT = frozenset({"state", "age_group"})
# What a person wants help with.
NEEDED = frozenset({"q", "concern"})
_REACHES = (10.0, 25.0, 50.0, 100.0)  # miles


@dataclass(frozen=True, slots=True)
class WiderSearch:
    """A search with one limit less, and how many people it finds.

    `drop` is the parameter that is dropped, or given a longer value as `within_miles` is; `video`
    asks for people by video instead. Where all filters but the state and the age are dropped it is
    `filters`, and `all` where what the person wants help with is dropped, too.
    """

    drop: str
    query: SearchQuery
    total: int


def widen_search(directory: Directory, query: SearchQuery) -> tuple[WiderSearch, ...]:
    """Return each way to widen a search that finds somebody, most people first.

    Only where no single step helps, all filters are dropped that say what a person would like.
    """
    catch_up(directory)
    asked = replace(query, page_size=1, cursor=None, facets=(), sort="best")
    steps = [*_without_one(asked), *_by_video(asked)]
    wider = [_counted(directory, drop, one) for drop, one in steps]
    wider += _further(directory, asked)
    found = [one for one in wider if one.total]
    if not found:
        last = (_counted(directory, drop, one) for drop, one in _without_much(asked))
        found = [one for one in last if one.total]
    return tuple(sorted(found, key=lambda one: -one.total))


def _counted(directory: Directory, drop: str, query: SearchQuery) -> WiderSearch:
    return WiderSearch(drop, query, answer_to(directory, query)[1].total)


def _without_one(query: SearchQuery) -> Iterator[tuple[str, SearchQuery]]:
    if query.text:
        yield "q", replace(query, text="")
    for name in query.filters:
        if name not in KEPT:
            others = {other: codes for other, codes in query.filters.items() if other != name}
            yield name, replace(query, filters=others)
    if query.towns:
        yield "town", replace(query, towns=())
    if query.max_fee is not None:
        yield "max_fee", replace(query, max_fee=None)
    if query.sliding_scale is not None:
        yield "sliding_scale", replace(query, sliding_scale=None)


def _by_video(query: SearchQuery) -> Iterator[tuple[str, SearchQuery]]:
    """Look for people by video, for whom no distance matters."""
    wanted = query.filters.get("delivery", ())
    is_bound = query.within_miles is not None or bool(query.towns)
    if is_bound or (wanted and "video" not in wanted):
        filters = {**query.filters, "delivery": ("video",)}
        yield "video", replace(query, filters=filters, within_miles=None, towns=())


def _further(directory: Directory, query: SearchQuery) -> Iterator[WiderSearch]:
    """Look further away, one step after the other, until somebody is found."""
    if query.within_miles is None:
        return
    for miles in (*(reach for reach in _REACHES if reach > query.within_miles), None):
        further = _counted(directory, "within_miles", replace(query, within_miles=miles))
        if further.total:
            yield further
            return


def _without_much(query: SearchQuery) -> Iterator[tuple[str, SearchQuery]]:
    """Keep only what the person needs, and then only who may treat them."""
    need = {name: codes for name, codes in query.filters.items() if name in KEPT | NEEDED}
    kept = {name: codes for name, codes in need.items() if name in KEPT}
    if query.text or need != kept:
        yield "filters", SearchQuery(text=query.text, filters=need, page_size=1, facets=())
    yield "all", SearchQuery(filters=kept, page_size=1, facets=())
