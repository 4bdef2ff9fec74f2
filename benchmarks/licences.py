"""Licences of the synthetic listings: valid for their state, some of them run out or unchecked."""

from datetime import date, timedelta
from functools import cache
from random import Random

from benchmarks.places import neighbors, population
from directory.providers import License
from directory.vocabulary.license_titles import titles_in

SHARES = {
    "lcsw": 0.265,
    "lpc": 0.205,
    "psychologist": 0.18,
    "lmft": 0.105,
    "associate": 0.085,
    "pmhnp": 0.066,
    "psychiatrist": 0.054,
    "coach": 0.04,
}
_STATUSES = {"active": 0.925, "unverified": 0.04, "expired": 0.02, "disciplined": 0.015}
_VARIANTS = {"license": 24, "compact": 8}
_SETS = 128

_titles = cache(titles_in)


@cache
def holdable(license: str, state: str) -> str:
    """Return a licence that the state grants: this one, or the social worker's instead."""
    return next(code for code in (license, "lcsw", "pmhnp") if _titles(state, code))


@cache
def license_sets(
    license: str, state: str, claimed: bool, today: date
) -> tuple[tuple[License, ...], ...]:
    """Return what holders of a licence in a state hold in all, beginning with that state."""
    homes = _variants(license, state, claimed, "license", today)
    if not claimed or license == "associate":
        return tuple((home,) for home in homes)
    chance = Random(f"sets-1/{license}/{state}")
    return tuple(
        (chance.choice(homes), *_further(chance, license, state, today)) for _ in range(_SETS)
    )


def _further(chance: Random, license: str, state: str, today: date) -> tuple[License, ...]:
    roll = chance.random()
    if roll < 0.14:
        near = neighbors(state)
        states, authority = chance.sample(near, min(len(near), chance.randint(1, 2))), "license"
    elif roll < 0.3:
        states, authority = chance.sample(list(population()), chance.randint(2, 6)), "compact"
    else:
        return ()
    return tuple(
        chance.choice(_variants(license, other, True, authority, today))
        for other in states
        if other != state and _titles(other, license)
    )


@cache
def _variants(
    license: str, state: str, claimed: bool, authority: str, today: date
) -> tuple[License, ...]:
    chance = Random(f"licences-1/{license}/{state}/{claimed}/{authority}")
    return tuple(
        _license(chance, license, state, claimed, authority, today)
        for _ in range(_VARIANTS[authority])
    )


def _license(
    chance: Random, license: str, state: str, claimed: bool, authority: str, today: date
) -> License:
    status = chance.choices(list(_STATUSES), list(_STATUSES.values()))[0]
    late = status == "expired" or chance.random() < 0.03
    days = -chance.randint(5, 300) if late else chance.randint(20, 760)
    return License(
        license=license,
        title=chance.choice(_titles(state, license)),
        state=state,
        number=f"B-{chance.randint(10_000, 999_999)}",
        status=status if claimed else "unverified",
        expires=today + timedelta(days=days) if chance.random() < 0.95 else None,
        verified_at=today - timedelta(days=chance.randint(3, 300)) if claimed else None,
        authority=authority,
    )
