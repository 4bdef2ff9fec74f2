"""Where the synthetic listings are: states by population, real ZIPs, mostly in larger cities."""

from functools import cache
from random import Random

import numpy as np
import zipcodes

from directory.providers import Location
from seed_data.places import draw_place, draw_street, places_file

_TERRITORIES = {"PR": 3.2, "GU": 0.17}
_PLACES_PER_MILLION = 25
_ACCESS = (
    (),
    ("step_free",),
    ("step_free", "elevator", "public_transit"),
    ("free_parking",),
    ("step_free", "accessible_restroom", "accessible_parking"),
)


def population() -> dict[str, float]:
    """Return the population of each state in millions."""
    return {**places_file()["population"], **_TERRITORIES}


def neighbors(state: str) -> tuple[str, ...]:
    """Return the states around a state."""
    return tuple(places_file()["neighbors"].get(state, "").split())


@cache
def state_shares() -> tuple[tuple[str, ...], np.ndarray]:
    """Return the states and the cumulative share of each."""
    shares = np.array(list(population().values()))
    return tuple(population()), np.cumsum(shares / shares.sum())


@cache
def locations(state: str) -> tuple[Location, ...]:
    """Return the valid places of a state, more of them where more people live."""
    chance = Random(f"places-1/{state}")
    count = 40 + int(population()[state] * _PLACES_PER_MILLION)
    return tuple(_location(chance, state) for _ in range(count))


def _location(chance: Random, state: str) -> Location:
    place = draw_place(chance, state)
    return Location(
        street=draw_street(chance),
        city=place.city,
        state=state,
        zip=place.zip,
        lat=place.lat,
        lon=place.lon,
        phone=f"+1{place.area_code}555{chance.randint(100, 199):04d}",
        accessibility=chance.choice(_ACCESS),
    )


def central_zips(count: int, seed: str) -> tuple[str, ...]:
    """Draw ZIPs that patients may search around, by population."""
    chance = Random(seed)
    names, weights = list(population()), list(population().values())
    states = chance.choices(names, weights, k=count)
    zips = tuple(draw_place(chance, state).zip for state in states)
    return tuple(zip for zip in zips if zipcodes.is_real(zip))
