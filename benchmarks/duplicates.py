"""`python -m benchmarks.duplicates --listings 1000000`: how long the search for duplicates takes.

The listings are as a register has them; every fiftieth person stands there twice, the second time
as a clinic's own file has them: no NPI, and a slip, a short form or a move. The search runs in a
process of its own, so that its memory can be told.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import insert

from benchmarks.corpus import fictional_npi
from benchmarks.memory import peak_megabytes
from benchmarks.people import first_names, last_names
from benchmarks.places import locations, population
from benchmarks.store import open_standing
from directory.jobs import Job
from directory.likeness.nicknames import names_behind
from directory.storage import Duplicates
from directory.storage.tables import ProviderRow
from directory.workflows import Directory
from directory.workflows.merging.find_duplicates import EVERYBODY, KIND, find_duplicates
from directory.workflows.opening import utc_now

_TWICE_EVERY = 50
_IN_PRACTICES = 0.3
_ROWS_AT_ONCE = 5_000
_LICENSES = ("lcsw", "lpc", "lmft", "psychologist", "psychiatrist")
_ELSEWHERE = {"street": "9 Elm Court", "city": "Springfield"}

Document = dict[str, Any]


def documents(count: int, seed: int = 11) -> Iterator[Document]:
    """Yield listings: `person-N`, and for some of them `twin-N`, who is the same person."""
    random, practices = Random(seed), _Practices(seed)
    number = 0
    while number < count:
        one = _person(number, random, practices)
        yield one
        number += 1
        if number % _TWICE_EVERY == 0 and number < count:
            yield _twin(one, number - 1, random)
            number += 1


class _Practices:
    """Places where several people share a street and a phone."""

    def __init__(self, seed: int) -> None:
        self._random = Random(f"practices {seed}")
        self._open: dict[str, tuple[Document, str]] = {}

    def place(self, state: str) -> tuple[Document, str]:
        """Return a place and its phone; now and then a new practice opens."""
        if state not in self._open or self._random.random() < 0.1:
            self._open[state] = _place(state, self._random)
        return self._open[state]


def _place(state: str, random: Random) -> tuple[Document, str]:
    found = random.choice(locations(state)).model_dump(mode="json")
    found["street"] = f"{random.randint(1, 9999)} {(found['street'] or '1 Main').partition(' ')[2]}"
    return found | {"phone": None}, f"+1{random.randint(2_000_000_000, 9_999_999_999)}"


def _person(number: int, random: Random, practices: _Practices) -> Document:
    states = tuple(population())
    state = random.choices(states, tuple(population().values()))[0]
    shares = random.random() < _IN_PRACTICES
    place, phone = practices.place(state) if shares else _place(state, random)
    license = random.choice(_LICENSES)
    held = {"license": license, "title": license.upper(), "state": state, "status": "unverified"}
    return {
        "id": f"person-{number:08d}",
        "npi": fictional_npi(number),
        "name": f"{random.choice(first_names())[0]} {random.choice(last_names())}",
        "license": license,
        "licenses": [held | {"number": str(10_000_000 + number)}],
        "locations": [place],
        "phone": phone,
        "claimed": False,
    }


def _twin(one: Document, number: int, random: Random) -> Document:
    """Return a person once more, as another file has them."""
    given, family = one["name"].split(" ", 1)
    other = one | {"id": f"twin-{number:08d}", "npi": None}
    way = random.randrange(5)
    if way == 0:
        at = random.randrange(1, len(family)) if len(family) > 1 else 0
        return other | {"name": f"{given} {family[:at]}{family[at : at + 1]}{family[at:]}"}
    if way == 1:
        longer = min(names_behind(given.lower())).title()
        return _unnumbered(other) | {"name": f"{longer} {family}"}
    if way == 2:
        return _unnumbered(other) | {"name": f"{family.upper()}, {given.upper()}"}
    if way == 3:
        return other | {"locations": [one["locations"][0] | _ELSEWHERE], "phone": None}
    return _unnumbered(other)


def _unnumbered(one: Document) -> Document:
    return one | {"licenses": [held | {"number": None} for held in one["licenses"]]}


def fill(directory: Directory, count: int) -> int:
    """Store the listings; return how many people stand there twice."""
    twins, rows = 0, []
    for one in documents(count):
        twins += one["id"].startswith("twin-")
        row = {"id": one["id"], "npi": one["npi"], "published": True, "claimed": False}
        rows.append(row | {"document": json.dumps(one)})
        if len(rows) == _ROWS_AT_ONCE:
            _store(directory, rows)
            rows = []
    _store(directory, rows)
    return twins


def _store(directory: Directory, rows: list[Document]) -> None:
    if rows:
        with directory.database.writing() as session:
            session.execute(insert(ProviderRow), rows)


def search(folder: Path) -> None:
    """Search, and tell as JSON how long it took, in how much memory, and what it found."""
    directory = open_standing(folder, "columns", utc_now().date())
    now = utc_now()
    job = Job(1, KIND, EVERYBODY, "running", 0, 0, "", None, now, now, None)
    before, start = peak_megabytes(), perf_counter()
    steps: dict[int, float] = {}

    def tell(done: int, _whole: int) -> None:
        steps.setdefault(done, round(perf_counter() - start, 1))

    find_duplicates(directory, job, tell)
    took = perf_counter() - start
    with directory.database.reading() as session:
        found = Duplicates(session).in_state("open", limit=10_000_000)
        counts = Duplicates(session).counts("open")
    right = sum(one.first_id[-8:] == one.second_id[-8:] for one in found)
    sure = [one for one in found if one.likeness.certainty != "possible"]
    right_and_sure = sum(one.first_id[-8:] == one.second_id[-8:] for one in sure)
    told = [0.0, *steps.values()]
    silence = max((b - a for a, b in pairwise(told)), default=0)
    figures = {
        "seconds": round(took, 1),
        "longest silence": round(silence, 1),
        "peak MB": round(peak_megabytes()),
        "MB before": round(before),
        "found": dict(counts),
        "twins found": right,
        "twins found as likely": right_and_sure,
        "share of the likely that are twins": round(right_and_sure / max(1, len(sure)), 4),
    }
    directory.close()
    print(json.dumps(figures))


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listings", type=int, default=100_000)
    parser.add_argument("--search", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.search:
        search(asked.search)
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        directory = open_standing(folder, "columns", utc_now().date())
        directory.database.migrate()
        twins = fill(directory, asked.listings)
        directory.close()
        command = [sys.executable, "-m", "benchmarks.duplicates", "--search", str(folder)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    figures = {"listings": asked.listings, "twins": twins} | json.loads(answer.stdout)
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
