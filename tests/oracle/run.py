"""Put random triage results to the demo directory and check every answer with the oracle.

Use: python -m tests.oracle.run --count 100000 --seed 1 --jobs 2
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import click

from tests.oracle.asking import Asking, opened_demo
from tests.oracle.draw import Draw, draw
from tests.oracle.shrink import shrunk

_CHUNK = 500


@dataclass
class Tally:
    """What came of some requests."""

    asked: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    found: dict[str, Draw] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Take in what came of others."""
        self.asked += other.asked
        self.broken += other.broken
        self.found = other.found | self.found


_open: list[Asking] = []


def _work(instance: Path, seed: int, first: int, count: int) -> Tally:
    if not _open:
        _open.append(Asking(opened_demo(instance)))
    tally = Tally()
    for number in range(first, first + count):
        drawn = draw(seed, number)
        tally.asked[drawn.result["level_of_care"]] += 1
        names = {name for name, _ in _open[0].violations(drawn)}
        tally.broken.update(names)
        tally.found = dict.fromkeys(names, drawn) | tally.found
    return tally


def _tallies(instance: Path, count: int, seed: int, first: int, jobs: int) -> Iterator[Tally]:
    starts = range(first, first + count, _CHUNK)
    sizes = [min(_CHUNK, first + count - start) for start in starts]
    with ProcessPoolExecutor(jobs) as pool:
        many = len(starts)
        yield from pool.map(_work, [instance] * many, [seed] * many, starts, sizes)


@click.command()
@click.option("--count", default=1000, show_default=True, help="How many requests.")
@click.option("--seed", default=1, show_default=True, help="Which requests.")
@click.option("--first", default=0, show_default=True, help="The number of the first request.")
@click.option("--jobs", default=2, show_default=True, help="How many processes.")
def main(count: int, seed: int, first: int, jobs: int) -> None:
    """Check that no answer to a random triage result breaks an invariant."""
    whole, begun = Tally(), monotonic()
    with tempfile.TemporaryDirectory() as folder:
        opened_demo(Path(folder)).close()
        for tally in _tallies(Path(folder), count, seed, first, jobs):
            whole.add(tally)
            done, passed = whole.asked.total(), monotonic() - begun
            click.echo(f"{done} asked, {whole.broken.total()} broken, {passed:.0f} s", err=True)
        _report(whole, Asking(opened_demo(Path(folder))))
    sys.exit(1 if whole.broken else 0)


def _report(whole: Tally, asking: Asking) -> None:
    for level, asked in whole.asked.most_common():
        click.echo(f"{asked:8} at {level}")
    for name, broken in whole.broken.most_common():
        small, problem = shrunk(asking, whole.found[name], name)
        click.echo(f"{broken:8} answers break {name}, such as that to request {small.number}:")
        click.echo(f"         {problem}")
        click.echo(f"         limit={small.limit} show_providers={small.show_providers}")
        click.echo(f"         {json.dumps(small.result)}")
    if not whole.broken:
        click.echo("No invariant is broken.")


if __name__ == "__main__":
    main()
