"""Places: how many providers each state gets, real cities and ZIPs, fictional streets."""

from collections import defaultdict
from functools import cache
from random import Random
from typing import Any

import zipcodes

from seed_data.draft import Place
from seed_data.draws import read_json, source_of

LEAST_PER_STATE = 8
_URBAN_SHARE = 0.72


@cache
def places_file() -> dict[str, Any]:
    """Read the lists of places once."""
    return read_json("places.json")


def providers_per_state(total: int) -> dict[str, int]:
    """Share out the providers by population, with a floor for the small states."""
    file = places_file()
    counts: dict[str, int] = dict(file["territories"])
    population: dict[str, float] = file["population"]
    left = total - sum(counts.values()) - LEAST_PER_STATE * len(population)
    share = left / sum(population.values())
    counts |= {state: LEAST_PER_STATE + int(n * share) for state, n in population.items()}
    for state in sorted(population, key=lambda code: -population[code]):
        if sum(counts.values()) == total:
            break
        counts[state] += 1
    return dict(sorted(counts.items()))


@cache
def _zips() -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the ordinary ZIPs of each state by city, in a fixed order."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(zipcodes.list_all(), key=lambda row: row["zip_code"]):
        usable = row["zip_code_type"] == "STANDARD" and row["active"] and row["area_codes"]
        if usable and float(row["lat"] or 0):
            found[row["state"]][row["city"]].append(row)
    return found


def _city_names(state: str) -> list[str]:
    """Return the larger cities of a state: separated by | where a name has a space in it."""
    text: str = places_file()["cities"][state]
    names = text.split("|") if "|" in text else text.split()
    return [name for name in names if name in _zips()[state]]


def draw_place(chance: Random, state: str) -> Place:
    """Draw a ZIP: mostly in the larger cities, else anywhere in the state."""
    cities = _zips()[state]
    urban = _city_names(state)
    in_city = bool(urban) and chance.random() < _URBAN_SHARE
    city = chance.choice(urban if in_city else sorted(cities))
    row = chance.choice(cities[city])
    return Place(
        city=city,
        state=state,
        zip=row["zip_code"],
        lat=round(float(row["lat"]), 4),
        lon=round(float(row["long"]), 4),
        area_code=row["area_codes"][0],
        rural=city not in urban and len(cities[city]) < 3,
    )


def draw_street(chance: Random) -> str:
    """Invent a street address."""
    file = places_file()
    name = chance.choice(file["streets"].split())
    kind = chance.choice(file["street_kinds"])
    return f"{chance.randint(2, 989)} {name} {kind}{chance.choice(file['units'])}"


class Phones:
    """Hands out 555-01xx numbers, each once per area code while they last."""

    def __init__(self) -> None:
        self._left: dict[str, list[int]] = {}

    def next(self, area_code: str) -> str:
        """Return the next number of an area code, such as +1-415-555-0123."""
        if not self._left.get(area_code):
            self._left[area_code] = list(range(100))
            source_of("phones", area_code).shuffle(self._left[area_code])
        return f"+1-{area_code}-555-01{self._left[area_code].pop():02d}"
