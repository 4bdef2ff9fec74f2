"""What two listings say together of a fact that holds several things, each thing once."""

from collections.abc import Callable, Mapping
from typing import cast

from directory.providers.history import Json
from directory.providers.license import License
from directory.providers.locked_facts import is_locked
from directory.providers.parts import Location, ModalityTraining


def _licenses(mine: tuple[License, ...], theirs: tuple[License, ...]) -> tuple[License, ...]:
    """Return the licences of both, each once: as it was checked, where it was."""
    found: dict[tuple[str, str, str], License] = {}
    for held in (*filter(is_locked, (*mine, *theirs)), *mine, *theirs):
        found.setdefault((held.state, held.license, _bare(held.number)), held)
    numbered = {(state, license) for state, license, number in found if number}
    return tuple(
        held
        for (state, license, number), held in found.items()
        if number or is_locked(held) or (state, license) not in numbered
    )


def _bare(number: str | None) -> str:
    return "".join(filter(str.isalnum, (number or "").lower()))


def _locations(mine: tuple[Location, ...], theirs: tuple[Location, ...]) -> tuple[Location, ...]:
    found: dict[tuple[str, str, str], Location] = {}
    for place in (*mine, *theirs):
        street = (place.street or "").lower()
        found.setdefault((place.state, place.city.lower(), street), place)
    streets = {(state, city) for state, city, street in found if street}
    return tuple(
        place
        for (state, city, street), place in found.items()
        if street or (state, city) not in streets
    )


def _modalities(
    mine: tuple[ModalityTraining, ...], theirs: tuple[ModalityTraining, ...]
) -> tuple[ModalityTraining, ...]:
    found: dict[str, ModalityTraining] = {}
    proven = (one for one in (*mine, *theirs) if one.verified_at)
    for one in (*proven, *mine, *theirs):
        found.setdefault(one.code, one)
    return tuple(found.values())


def _either(mine: tuple[Json, ...], theirs: tuple[Json, ...]) -> tuple[Json, ...]:
    return (*mine, *(one for one in theirs if one not in mine))


_Union = Callable[[tuple[Json, ...], tuple[Json, ...]], tuple[Json, ...]]
_PLAIN = ("services", "concerns", "formats", "groups", "age_groups", "delivery", "languages")
UNIONS: Mapping[str, _Union] = {
    "licenses": cast(_Union, _licenses),
    "locations": cast(_Union, _locations),
    "modalities": cast(_Union, _modalities),
    **dict.fromkeys((*_PLAIN, "communities", "payers"), _either),
}
