"""The corpus: any number of valid synthetic listings, the same for the same seed and day.

Whoever asks for more listings gets the same first ones, so that sizes can be compared.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from benchmarks import pools
from benchmarks.bios import bio, running_texts
from benchmarks.licences import SHARES, holdable, license_sets
from benchmarks.people import first_names, last_names
from benchmarks.places import locations, state_shares
from directory.providers import Provider
from directory.vocabulary import CONCERNS, MODALITIES

SEED = 3
_BLOCK = 1_000
_DRAWS = 16  # independent draws that one listing uses
_UNCLAIMED = 0.15
_IN_PRACTICE = 0.2
_WITH_GROUP = 0.08
_NPI_PREFIX_SUM = 24  # what the issuer prefix adds to the Luhn sum of an NPI
_DEFAULTS = {
    name: field.get_default(call_default_factory=True)
    for name, field in Provider.model_fields.items()
    if not field.is_required()
}


def listings(count: int, today: date, seed: int = SEED) -> Iterator[Provider]:
    """Yield listings in ascending order of id."""
    for block in range(-(-count // _BLOCK)):
        first = block * _BLOCK
        yield from _Block(np.random.default_rng([seed, block]), first, today).listings(
            min(_BLOCK, count - first)
        )


def listing_id(number: int) -> str:
    """Return the id of the n-th listing."""
    return f"bench-{number:08d}"


def fictional_npi(number: int) -> str:
    """Return the n-th NPI that begins with 2, a range that was never issued."""
    stem = f"2{number:08d}"
    doubled = sum(sum(divmod(int(digit) * 2, 10)) for digit in stem[0::2])
    total = _NPI_PREFIX_SUM + doubled + sum(int(digit) for digit in stem[1::2])
    return f"{stem}{-total % 10}"


class _Block:
    """A thousand listings, whose draws are made at once."""

    def __init__(self, chance: np.random.Generator, first: int, today: date) -> None:
        self._first, self._today = first, today
        self._draws = chance.integers(0, 1 << 30, (_BLOCK, _DRAWS)).tolist()
        self._shares = chance.random((_BLOCK, 4)).tolist()
        codes = np.array(list(SHARES), dtype=object)
        self._licenses = chance.choice(codes, _BLOCK, p=list(SHARES.values())).tolist()
        states, shares = state_shares()
        places = np.searchsorted(shares, chance.random(_BLOCK), side="right")
        self._states = [states[min(place, len(states) - 1)] for place in places]
        self._running = running_texts(chance, _BLOCK)

    def listings(self, count: int) -> Iterator[Provider]:
        """Yield the first listings of the block."""
        for place in range(count):
            unclaimed = self._shares[place][0] < _UNCLAIMED
            license, state = self._licenses[place], self._states[place]
            if license == "coach":
                facts = self._facts(place, license, ())
                facts |= self._claimed_facts(place, license)
            else:
                license = holdable(license, state)
                sets = license_sets(license, state, not unclaimed, self._today)
                facts = self._facts(place, license, _drawn(sets, self._draws[place][0]))
                if unclaimed:
                    facts |= {"claimed": False, "npi": fictional_npi(self._first + place)}
                else:
                    facts |= self._claimed_facts(place, license)
            yield Provider.model_construct(**{**_DEFAULTS, **facts})

    def _facts(self, place: int, license: str, licenses: tuple[Any, ...]) -> dict[str, Any]:
        draws = self._draws[place]
        first, gender = _drawn(first_names(), draws[1])
        location = _drawn(locations(self._states[place]), draws[2])
        return {
            "id": listing_id(self._first + place),
            "name": f"{first} {_drawn(last_names(), draws[3])}",
            "gender": gender,
            "license": license,
            "licenses": licenses,
            "locations": (location,),
            "phone": location.phone,
        }

    def _claimed_facts(self, place: int, license: str) -> dict[str, Any]:
        draws, shares = self._draws[place], self._shares[place]
        offer = _drawn(pools.offers(license, self._today), draws[4])
        concerns = _drawn(pools.concerns(), draws[5])
        formats = _drawn(pools.formats(), draws[6])
        openings, confirmed = _drawn(pools.availabilities(self._today), draws[7])
        group = _drawn(pools.groups(), draws[8]) if shares[1] < _WITH_GROUP else None
        return {
            "service_intent": offer.service_intent,
            "services": offer.services,
            "modalities": offer.modalities,
            "fee": offer.fee,
            "concerns": concerns,
            "formats": (*formats, "group") if group else formats,
            "groups": (group,) if group else (),
            "age_groups": _drawn(pools.age_groups(), draws[9]),
            "delivery": _drawn(pools.deliveries(), draws[10]),
            "languages": _drawn(pools.languages(), draws[11]),
            "communities": _drawn(pools.communities(), draws[12]),
            "payers": _drawn(pools.payers(), draws[13]) if license != "coach" else (),
            "availability": openings,
            "confirmed": confirmed,
            "practice": _drawn(pools.practices(), draws[14]) if shares[2] < _IN_PRACTICE else None,
            "accepts_suicidality": (True, False, None)[draws[15] % 3],
            "bio": bio(
                self._running[place],
                draws[15],
                [CONCERNS[code].label.lower() for code in concerns],
                [MODALITIES[held.code].label for held in offer.modalities],
            ),
        }


def _drawn(pool: tuple[Any, ...], draw: int) -> Any:
    return pool[draw % len(pool)]
