"""The report: docs/benchmarks.md and its picture, written from results alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.engines.registry import LABELS
from benchmarks.goals import Verdict, verdicts
from benchmarks.picture import draw
from benchmarks.results import US, SizeResult, newest

KINDS = {
    "text_common": "text, common words",
    "text_rare": "text, rare words",
    "text_misspelt": "text, misspelt",
    "text_facets": "text, six facets",
    "filters": "filters, six facets",
    "text_filters": "text and filters, six facets",
    "any_word": "any of several words, top 20 (OR)",
    "phrase": "phrase",
    "deep_page": "page 50",
    "radius": "radius in miles",
    "nearest": "nearest first",
    "match": "triage match, ten explained",
}
_NONE = "–"
_INTRODUCTION = """\
# Benchmarks

<!-- Written by `python -m benchmarks`; change benchmarks/, not this file. -->

`make bench` builds the same synthetic listings into every engine, asks all of them the same
questions, and writes this page; `make bench-million` adds a million listings. Each table is of one
run on one machine, so its ratios hold together. [search.md](search.md) tells how the engine works.

![Latency against the number of listings, per engine](images/latency.svg)
"""
_METHOD = """\
## How it is measured

- The corpus is drawn from a fixed seed: names, bios of 60 to 250 words over a Zipfian vocabulary
  of 45,000 words, Zipfian concerns, methods, languages and payers, states by population.
- Each kind has its own fixed questions, asked several times after a warm-up, one engine at a time
  in a fresh process. A slow engine stops at a time budget, so its p99 rests on fewer samples.
- Everybody indexes the same stemmed words, fields, weights, codes and places. Peers get a question
  already analysed; ours analyses it, suggests spellings and looks for the beginnings of names.
- A misspelt word is looked for by tantivy's fuzzy query too; SQLite, PostgreSQL and Whoosh suggest
  nothing and do less.
- Where nothing has all words, everybody looks for any word, as our page does. In the OR kind the
  peers go there at once and need not count; ours looks for all words first and gives a total.
- Facets are counted with the other filters only (what choosing a value would give), so a filtered
  facet costs the peers a pass of its own.
- Building is timed without making the listings. Peers get documents whose words are analysed; ours
  includes its analysis. So tantivy is built once more from the records by its own English stemmer,
  which is what our speed of building is compared with.
- tantivy and Whoosh search the box around a radius and sort by no distance; PostgreSQL's server
  processes are not in its memory. tantivy sorts names by their first seven letters.
- The popcount floor counts six facets over bitsets in NumPy and does nothing else.
- Cold open is the first answer in a fresh process with the files in the page cache.
"""


def write(results_folder: Path, docs: Path) -> Path:
    """Write the report and the picture from the newest results, and return the report's path."""
    results = newest(results_folder)
    path, picture = docs / "benchmarks.md", docs / "images" / "latency.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(draw(results), encoding="utf-8")
    path.write_text("\n".join(_lines(results)), encoding="utf-8")
    return path


def _lines(results: Sequence[SizeResult]) -> Iterator[str]:
    yield _INTRODUCTION
    yield from _machine(results[-1].run)
    if not all(result.run["whole"] for result in results):
        yield "**A short look, or one at some contestants alone: not for the record.**\n"
    yield from _goals(list(verdicts(results)))
    for result in results:
        yield from _size(result)
    yield _METHOD.rstrip()
    yield from _absent(results[-1].run)
    yield ""


def _machine(run: Mapping[str, Any]) -> Iterator[str]:
    about = dict(run["machine"])
    yield (
        f"Measured on {run['date'][:10]}: {about.pop('cpu')}, {about.pop('cores')} cores, "
        f"{about.pop('memory')}, {about.pop('system')}; "
        + ", ".join(f"{name} {version}" for name, version in about.items())
        + "."
    )
    yield ""


def _goals(found: Sequence[Verdict]) -> Iterator[str]:
    if not found:
        return
    yield "## Goals\n"
    yield "| goal | listings | bound | found | met | |"
    yield "| --- | ---: | ---: | ---: | --- | --- |"
    for each in found:
        sign = "at most" if each.meets(0, 1) else "at least"
        bound, value = f"{sign} {each.bound:g}{each.unit}", f"{each.found:.3g}{each.unit}"
        met = "yes" if each.met else "**no**"
        yield f"| {each.goal} | {each.size:,} | {bound} | {value} | {met} | {each.note} |"
    yield ""


def _size(result: SizeResult) -> Iterator[str]:
    yield f"## {result.size:,} listings\n"
    yield (
        f"Run of {result.run['date'][:16].replace('T', ' ')} UTC. Milliseconds: p50 / p95 / p99, "
        "and in brackets how many times our p95 it is.\n"
    )
    if note := result.run.get("note"):
        yield f"{note}\n"
    yield from _latencies(result)
    yield from _costs(result)
    yield from _own(result)
    yield from _agreement(result)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _latencies(result: SizeResult) -> Iterator[str]:
    names = result.contestants
    rows = []
    for kind, title in KINDS.items():
        cells = [_latency(result, name, kind) for name in names]
        if set(cells) != {_NONE}:
            rows.append([title, *cells])
    yield from _table(["", *(LABELS[name] for name in names)], rows)


def _latency(result: SizeResult, name: str, kind: str) -> str:
    found = result.latency(name, kind)
    if not found:
        return _NONE
    text = " / ".join(_short(found[each]) for each in ("p50", "p95", "p99"))
    ours = result.p95(US, kind)
    return f"{text} ({_short(found['p95'] / ours)}×)" if ours and name != US else text


def _short(number: float) -> str:
    """Write a number with about two digits that count."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


_COSTS: dict[str, tuple[str, Callable[[Mapping[str, Any]], float]]] = {
    "building, s": ("build", lambda found: found["seconds"]),
    "listings built a second": ("build", lambda found: found["listings_a_second"]),
    "… from records, by its own analysis": (
        "build_by_own_analysis",
        lambda found: found["listings_a_second"],
    ),
    "on disk, MB": ("build", lambda found: found["disk_bytes"] / 1e6),
    "peak memory of building, MB": ("build", lambda found: found["peak_mb"]),
    "… of which before building began": ("build", lambda found: found["peak_before_mb"]),
    "cold open, ms": ("cold_open", lambda found: found["first"] * 1000),
    "a worker's memory, MB": ("workers", lambda found: found["first"]["rss"]),
    "… of which it shares, MB": (
        "workers",
        lambda found: found["second"]["rss"] - found["second"]["private"],
    ),
    "a second worker adds, MB": ("workers", lambda found: found["second_adds_mb"]),
    "answers a second, two workers": ("workers", lambda found: found["answers_a_second"]),
}


def _costs(result: SizeResult) -> Iterator[str]:
    names = result.contestants
    rows = []
    for title, (what, number) in _COSTS.items():
        parts = [result.part(name, what) for name in names]
        rows.append([title, *(_short(number(part)) if part else _NONE for part in parts)])
    yield from _table(["", *(LABELS[name] for name in names)], rows)


def _own(result: SizeResult) -> Iterator[str]:
    name = US if US in result.contestants else "reference"
    found = {
        "from commit to visible, same process": result.part(name, "edit_here"),
        "from commit to visible, other process": result.part(name, "edit_there"),
    }
    http = result.part(name, "http")
    found |= {f"over HTTP: {part.replace('_', ' ')}": each for part, each in http.items()}
    rows = [
        [title, *(_short(each[share]) for share in ("p50", "p95", "p99"))]
        for title, each in found.items()
        if each
    ]
    if rows:
        yield from _table(["the whole directory, ms", "p50", "p95", "p99"], rows)
    if recall := result.part(name, "recall"):
        yield (
            f"Recall at 20 of matching: {recall['recall']:.4f} over {recall['requests']} requests "
            f"(the worst {recall['worst']:.3f}).\n"
        )


def _agreement(result: SizeResult) -> Iterator[str]:
    differing = result.found.get("disagreements", [])
    if not differing:
        yield "All contestants found the same totals and facet counts in the questions compared.\n"
        return
    yield f"The contestants disagree on {len(differing)} of the questions compared:\n"
    for each in differing[:20]:
        totals = ", ".join(f"{LABELS[name]} {total}" for name, total in each["totals"].items())
        yield f"- {each['kind']} `{each['text']}` {each['filters'] or ''}: {totals}"
    yield ""


def _absent(run: Mapping[str, Any]) -> Iterator[str]:
    for name, why in run["absent"].items():
        yield f"- {LABELS[name]} did not take part: {why}."
    yield f"- Plain Whoosh takes part up to {run['whoosh_limit']:,} listings: it builds too slowly."
