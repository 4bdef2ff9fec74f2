"""One size, measured: everything is built first, then one measurement runs at a time."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.agreement import disagreements
from benchmarks.building import build, build_by_own_analysis, fill_tables, prepare_documents
from benchmarks.children import Fresh, Processes
from benchmarks.edits import visible_here, visible_there
from benchmarks.engines.registry import OWN
from benchmarks.http import over_http
from benchmarks.latency import answers, latencies
from benchmarks.matching import match_latency, measured_recall
from benchmarks.questions import Kind, Question
from benchmarks.task import Task
from benchmarks.workers import cold_open, two_workers

Say = Callable[[str], None]
Mix = Mapping[Kind, Sequence[Question]]
_USUAL_SIZE = 100_000  # above it exhaustive ranking is given more time
# The kinds that the pages over HTTP ask for.
_PAGES: tuple[Kind, ...] = ("text_common", "text_facets", "filters", "text_filters")


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: budgets in seconds, rounds over the mix, edits to wait for."""

    kind: float = 1.5
    rounds: int = 5
    race: float = 2.0
    edits: int = 60
    own: float = 10.0


QUICK = Effort(kind=0.3, rounds=1, race=0.3, edits=5, own=2.0)


class Size:
    """All contestants at one size of the corpus."""

    def __init__(
        self,
        names: Sequence[str],
        size: int,
        cache: Path,
        today: date,
        say: Say,
        processes: Processes | None = None,
    ) -> None:
        self.size, self._say, self._processes = size, say, processes or Fresh()
        self._tasks = {name: Task.of(name, size, cache, today) for name in names}
        self._own = next((name for name in names if name in OWN), None)
        self._builds: dict[str, Future[dict[str, Any]]] = {}
        self.found: dict[str, Any] = {"contestants": {name: {} for name in names}}

    def prepare(self) -> None:
        """Write our tables, and beside it what the peers index."""
        for task in self._tasks.values():
            task.discard()
            task.folder.mkdir(parents=True)
        running = []
        if self._own:
            running.append(self._processes.start(fill_tables, self._tasks[self._own]))
        peer = next((task for name, task in self._tasks.items() if name not in OWN), None)
        if peer:
            running.append(self._processes.start(prepare_documents, peer))
        for each in running:
            each.result()
        self._say(f"{self.size:,} prepared")

    def build(self, *names: str) -> None:
        """Build some contestants, one at a time."""
        for name in names:
            if name in self._tasks:
                self._note(name, "build", self._processes.run(build, self._tasks[name]))
        if "tantivy" in names and "tantivy" in self._tasks:
            found = self._processes.run(build_by_own_analysis, self._tasks["tantivy"])
            self._note("tantivy", "build_by_own_analysis", found)

    def start_building(self, name: str) -> None:
        """Build one contestant in the background."""
        if name in self._tasks:
            self._builds[name] = self._processes.start(build, self._tasks[name])

    def finish_builds(self) -> None:
        """Wait for what is being built in the background."""
        for name, future in self._builds.items():
            self._note(name, "build", future.result())

    def measure(self, mix: Mix, effort: Effort) -> None:
        """Measure everything, the edits of our own index last."""
        self.measure_latency(mix, effort)
        self.compare(mix)
        for name, task in self._tasks.items():
            opened = self._processes.run(cold_open, task, mix["filters"][0])
            self._note(name, "cold_open", opened)
            if name != "floor":
                self._note(name, "workers", two_workers(task, mix, effort.race))
        if self._own:
            self._measure_own(self._tasks[self._own], mix, effort)

    def measure_latency(self, mix: Mix, effort: Effort) -> None:
        """Ask every contestant every kind of question."""
        for name, task in self._tasks.items():
            found = self._processes.run(latencies, task, mix, effort.kind, effort.rounds)
            self._note(name, "latency", found)

    def compare(self, mix: Mix) -> None:
        """Note on which questions the contestants find different totals or counts."""
        asked = [question for many in mix.values() for question in many[:10]]
        given = {
            name: self._processes.run(answers, task, asked) for name, task in self._tasks.items()
        }
        self.found["compared"] = len(asked)
        self.found["disagreements"] = disagreements(asked, given)
        self._say(f"{self.size:,}: {len(self.found['disagreements'])} disagreements")

    def _measure_own(self, task: Task, mix: Mix, effort: Effort) -> None:
        """Measure what only a whole directory does: matches, pages, edits."""
        place = (task.folder, OWN[task.contestant], task.today)
        requests = [question.request for question in mix["match"] if question.request]
        found = self._processes.run(match_latency, *place, requests, effort.own)
        self.found["contestants"][task.contestant]["latency"]["match"] = found
        self._say(f"{self.size:,}: match {found}")
        pages = [question for kind in _PAGES for question in mix[kind][:10]]
        name, run = task.contestant, self._processes.run
        patience = effort.own * 2 * max(1, self.size // _USUAL_SIZE)
        self._note(name, "recall", run(measured_recall, *place, requests, patience))
        self._note(name, "http", over_http(*place, pages, effort.own))
        self._note(name, "edit_here", run(visible_here, *place, self.size, effort.edits))
        self._note(name, "edit_there", visible_there(*place, self.size, effort.edits))

    def _note(self, name: str, what: str, found: dict[str, Any]) -> None:
        self.found["contestants"][name][what] = found
        self._say(f"{self.size:,} {name} {what}: {_brief(found)}")

    def discard(self) -> None:
        """Delete the indexes."""
        for task in self._tasks.values():
            task.discard()
            task.documents.unlink(missing_ok=True)


def _brief(found: Mapping[str, Any]) -> str:
    parts = []
    for name, value in found.items():
        if isinstance(value, Mapping) and "p50" in value:
            steady = f" ({value['steady']['p95']:.2f})" if "steady" in value else ""
            parts.append(f"{name} {value['p50']:.2f}/{value['p95']:.2f}{steady}")
        elif isinstance(value, float):
            parts.append(f"{name} {value:,.3f}")
    return ", ".join(parts)
