"""The calls and their results as files for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence

from directory.accuracy.calls import Said
from directory.accuracy.samples import SampledCall
from directory.accuracy.score import Share, WeekOfCalls, pooled, score
from directory.exchange.csv_lines import csv_lines
from directory.providers import Provider
from directory.web.admin.truth.asking import phones
from directory.web.admin.truth.words import openings_words, plan_words

_CALLS = (
    "call",
    "listing",
    "name",
    "phone",
    "listed_openings",
    "listed_wait_days",
    "plan_to_ask",
    "listed_place",
    "called_on",
    "reached",
    "person_works_there",
    "takes_new_patients",
    "wait_days",
    "takes_plan",
    "place_is_right",
)
_RESULTS = (
    "week",
    "listings",
    "drawn",
    "called",
    "accurate",
    "not_accurate",
    "not_known",
    "quarter_accurate",
    "quarter_not_accurate",
    "quarter_share",
    "quarter_low",
    "quarter_high",
)


def calls_file(calls: Iterable[tuple[SampledCall, Provider, Said]]) -> Iterator[str]:
    """Yield the lines of calls, with empty cells for what is heard."""
    empty = ("",) * (len(_CALLS) - 8)
    return csv_lines((_CALLS, *((*_to_ask(*one), *empty) for one in calls)))


def results_file(weeks: Sequence[WeekOfCalls]) -> Iterator[str]:
    """Yield the results of every week, and of the quarter of a year that ends with it."""
    return csv_lines((_RESULTS, *_results(weeks)))


def _to_ask(call: SampledCall, listing: Provider, said: Said) -> tuple[str, ...]:
    return (
        call.id,
        listing.id,
        listing.name,
        ", ".join(phone.text for phone in phones(said)),
        openings_words(said.accepting) if said.accepting != "unknown" else "",
        "" if said.wait_days is None else str(said.wait_days),
        plan_words(said.plan) if said.plan else "",
        "; ".join(said.places),
    )


def _results(weeks: Sequence[WeekOfCalls]) -> Iterator[tuple[str, ...]]:
    for week in weeks:
        alone, quarter = score([week]), pooled(weeks, week.week).overall
        counts = (week.population, alone.drawn, alone.made, *_counts(alone.overall))
        yield (
            week.week.isoformat(),
            *map(str, counts),
            str(alone.overall.unknown),
            *map(str, _counts(quarter)),
            _share(quarter.value),
            _share(quarter.interval.low if quarter.interval else None),
            _share(quarter.interval.high if quarter.interval else None),
        )


def _counts(share: Share) -> tuple[int, int]:
    return share.right, share.wrong


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
