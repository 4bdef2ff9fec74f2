"""The goals of the engine, each a ratio within one run, and whether they are met."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import ge, le

from benchmarks.results import US, SizeResult

_COUNTED_FROM = 100_000  # listings: below, everything is quick and little is proven
_OTHERS = ("sqlite", "postgres", "whoosh")
_GROWTH = (100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One goal at one size: the bound, what was found, and a word on it."""

    goal: str
    size: int
    bound: float
    found: float
    meets: Callable[[float, float], bool] = le
    unit: str = ""
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the bound is kept."""
        return self.meets(self.found, self.bound)


def verdicts(results: Sequence[SizeResult]) -> Iterator[Verdict]:
    """Yield every goal that the results can tell of, size by size."""
    for result in results:
        if result.size >= _COUNTED_FROM and US in result.contestants:
            for goal in _GOALS:
                yield from goal(result)
    yield from _growth({result.size: result for result in results})


def _worst(goal: str, size: int, bound: float, ratios: dict[str, float]) -> Iterator[Verdict]:
    if ratios:
        kind = max(ratios, key=lambda name: ratios[name])
        kept = sum(ratio <= bound for ratio in ratios.values())
        note = f"worst: {kind}; {kept} of {len(ratios)} kinds keep it"
        yield Verdict(goal, size, bound, ratios[kind], note=note)


def _against_tantivy(result: SizeResult) -> Iterator[Verdict]:
    ratios = {
        kind: ours / theirs
        for kind in result.part(US, "latency")
        if (ours := result.p95(US, kind)) and (theirs := result.p95("tantivy", kind))
    }
    yield from _worst("p95 of every kind against tantivy", result.size, 1.0, ratios)


def _against_others(result: SizeResult) -> Iterator[Verdict]:
    ratios = {}
    for kind in result.part(US, "latency"):
        others = [p95 for name in _OTHERS if (p95 := result.p95(name, kind))]
        if others and (ours := result.p95(US, kind)):
            ratios[kind] = ours / min(others)
    goal = "p95 of every kind against the best of SQLite, PostgreSQL and plain Whoosh"
    yield from _worst(goal, result.size, 0.2, ratios)


def _against_floor(result: SizeResult) -> Iterator[Verdict]:
    ours, floor = result.p95(US, "filters"), result.p95("floor", "filters")
    if ours and floor:
        goal = "p95 of filters with six facets against the popcount floor"
        yield Verdict(goal, result.size, 1.5, ours / floor)


def _matches(result: SizeResult) -> Iterator[Verdict]:
    ours, text = result.p95(US, "match"), result.p95(US, "text_facets")
    if ours and text:
        goal = "p95 of a triage match against text with six facets"
        yield Verdict(goal, result.size, 3.0, ours / text, note=f"{ours:.1f} ms")
    if recall := result.part(US, "recall"):
        goal = "recall at 20 of the first step against exhaustive ranking"
        note = f"{recall['requests']} requests, the worst {recall['worst']:.3f}"
        yield Verdict(goal, result.size, 0.995, recall["recall"], ge, note=note)


def _building(result: SizeResult) -> Iterator[Verdict]:
    ours, theirs = result.part(US, "build"), result.part("tantivy", "build_by_own_analysis")
    if ours and theirs:
        ratio = ours["listings_a_second"] / theirs["listings_a_second"]
        goal = "listings built a second against tantivy, each analysing by itself"
        yield Verdict(goal, result.size, 0.7, ratio, ge)
    if ours:
        note = f"{ours['peak_before_mb']:.0f} MB of it before building began"
        goal = "peak memory of building"
        yield Verdict(goal, result.size, 1500.0, ours["peak_mb"], unit=" MB", note=note)


def _edits(result: SizeResult) -> Iterator[Verdict]:
    for what, where, bound in (
        ("edit_here", "in the same process", 10.0),
        ("edit_there", "in another process", 50.0),
    ):
        if found := result.part(US, what):
            goal = f"p95 from commit to visible {where}"
            yield Verdict(goal, result.size, bound, found["p95"], unit=" ms")


def _memory(result: SizeResult) -> Iterator[Verdict]:
    if found := result.part(US, "workers"):
        goal = "memory that a further worker adds"
        yield Verdict(goal, result.size, 150.0, found["second_adds_mb"], unit=" MB")


def _http(result: SizeResult) -> Iterator[Verdict]:
    found = result.part(US, "http")
    for what, name in (("page", "search page"), ("api", "API")):
        if found:
            over = found[f"{what}_over_engine"]
            goal, note = f"{name} over HTTP beyond the engine's own time", f"p95 {over['p95']:.1f}"
            yield Verdict(goal, result.size, 8.0, over["p50"], unit=" ms", note=note)


def _growth(results: dict[int, SizeResult]) -> Iterator[Verdict]:
    small, large = (results.get(size) for size in _GROWTH)
    if small and large:
        ratios = {
            kind: later / before
            for kind in large.part(US, "latency")
            if (later := large.p95(US, kind)) and (before := small.p95(US, kind))
        }
        goal = f"growth of p95 from {small.size:,} listings"
        yield from _worst(goal, large.size, 8.0, ratios)


_GOALS = (
    _against_tantivy,
    _against_others,
    _against_floor,
    _matches,
    _building,
    _edits,
    _memory,
    _http,
)
