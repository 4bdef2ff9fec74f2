"""`python -m benchmarks`: build, measure and write the report, or only write it anew."""

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks import machine
from benchmarks.engines.registry import CONTESTANTS, OWN, missing
from benchmarks.measure import QUICK, Effort, Size
from benchmarks.queries import PER_KIND, questions
from benchmarks.report import write

HERE = Path(__file__).parent
_WHOOSH_LIMIT = 10_000  # above it plain Whoosh takes too long to build


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    options = _options(arguments)
    began = monotonic()

    def say(words: str) -> None:
        print(f"[{monotonic() - began:5.0f} s] {words}", flush=True)

    run = _run(options, say)
    options.results.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = options.results / f"{stamp}.json"
    path.write_text(json.dumps(run, indent=1), encoding="utf-8")
    say(f"results in {path}; report in {write(options.results, options.out)}")


def _run(options: argparse.Namespace, say: Any) -> dict[str, Any]:
    today = options.day or datetime.now(UTC).date()
    absent = {name: why for name in options.contestants if (why := missing(name))}
    names = [name for name in options.contestants if name not in absent]
    effort, mix = (QUICK if options.quick else Effort()), questions(options.per_kind)
    sizes = []
    for size in options.sizes:
        some = [name for name in names if name != "whoosh" or size <= options.whoosh_limit]
        sizes.append(Size(some, size, options.cache, today, say))
    if not options.reuse:
        _build(sizes)
    for each in sizes:
        each.measure(mix, effort)
        if not (options.keep or options.reuse):
            each.discard()
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine.describe(),
        "absent": absent,
        "whoosh_limit": options.whoosh_limit,
        "whole": not options.quick,
        "note": options.note,
        "sizes": {str(each.size): each.found for each in sizes},
    }


def _build(sizes: Sequence[Size]) -> None:
    """Build everything; whose rate of building is compared is built while nothing else runs."""
    for each in sizes:
        each.prepare()
        each.build("columns", "tantivy")
    for each in sizes:
        each.start_building("whoosh")
    for each in sizes:
        each.build("reference", "sqlite", "postgres", "floor")
    for each in sizes:
        each.finish_builds()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[10_000, 100_000])
    parser.add_argument(
        "--contestants", nargs="+", choices=[*CONTESTANTS, *OWN], default=CONTESTANTS
    )
    parser.add_argument("--quick", action="store_true", help="a short look, not for the record")
    parser.add_argument("--keep", action="store_true", help="keep the indexes in the cache")
    parser.add_argument("--reuse", action="store_true", help="measure indexes kept earlier")
    parser.add_argument("--per-kind", type=int, default=PER_KIND)
    parser.add_argument("--whoosh-limit", type=int, default=_WHOOSH_LIMIT)
    parser.add_argument("--note", default="", help="what to know about this run, for the report")
    parser.add_argument(
        "--day", type=date.fromisoformat, help="the day that the corpus is made for"
    )
    parser.add_argument("--cache", type=Path, default=HERE / ".cache")
    parser.add_argument("--results", type=Path, default=HERE / "results")
    parser.add_argument("--out", type=Path, default=Path("docs"))
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return sorted(int(part.replace("_", "")) for part in text.split(","))


if __name__ == "__main__":
    main()
