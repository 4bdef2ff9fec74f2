"""Results of runs as they lie on disk, and the newest figures for each size."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.engines.registry import LABELS

US = "columns"


@dataclass(frozen=True, slots=True)
class SizeResult:
    """What one run found at one size; all of its ratios are of this run."""

    size: int
    run: Mapping[str, Any]

    @property
    def found(self) -> Mapping[str, Any]:
        """Everything that was measured at this size."""
        return self.run["sizes"][str(self.size)]  # type: ignore[no-any-return]

    @property
    def contestants(self) -> list[str]:
        """The contestants that took part."""
        return [name for name in LABELS if name in self.found["contestants"]]

    def part(self, contestant: str, what: str) -> Mapping[str, Any]:
        """Return one measurement of a contestant, empty where it was not made."""
        return self.found["contestants"].get(contestant, {}).get(what, {})  # type: ignore[no-any-return]

    def latency(self, contestant: str, kind: str) -> Mapping[str, float]:
        """Return the percentiles of a kind of question in ms, empty where it was not asked."""
        return self.part(contestant, "latency").get(kind, {})  # type: ignore[no-any-return]

    def p95(self, contestant: str, kind: str) -> float | None:
        """Return the 95th percentile in ms."""
        return self.latency(contestant, kind).get("p95")


def newest(folder: Path) -> list[SizeResult]:
    """Return the sizes of the newest run, and those of other full runs of its machine and day."""
    runs = sorted(_runs(folder), key=lambda run: run["date"], reverse=True)
    found: dict[int, SizeResult] = {}
    for run in runs:
        if run is runs[0] or _goes_with(run, runs[0]):
            for size in map(int, run["sizes"]):
                found.setdefault(size, SizeResult(size, run))
    return [found[size] for size in sorted(found)]


def _goes_with(run: Mapping[str, Any], newest: Mapping[str, Any]) -> bool:
    whole = run["whole"] and newest["whole"]
    same_day = run["date"][:10] == newest["date"][:10]
    return bool(whole and same_day and run["machine"] == newest["machine"])


def _runs(folder: Path) -> Iterator[dict[str, Any]]:
    for path in folder.glob("*.json"):
        yield json.loads(path.read_text(encoding="utf-8"))
