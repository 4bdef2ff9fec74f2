"""Pairs of listings of which it is known whether one person stands behind both.

They are made from the demo listings: the same person as another file would write them, with slips
of the pen; and other people who look alike, such as a family at one address.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Listing = dict[str, Any]
Change = Callable[[Listing, Random], Listing]

_FILE = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
_LETTERS = "abcdefghijklmnoprstuvwy"
_SHORT_FORMS = {
    "Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Margaret": "Peggy", "James": "Jim",
    "Katherine": "Kate", "Michael": "Mike", "Jennifer": "Jen", "Daniel": "Dan", "Susan": "Sue",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two listings; `kind` says how the second was made."""

    kind: str
    first: Listing
    second: Listing
    is_same: bool


@cache
def demo_listings() -> tuple[Listing, ...]:
    """Return the demo listings as their file holds them."""
    with gzip.open(_FILE, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def pairs(each: int = 25, seed: int = 7) -> Iterator[Pair]:
    """Yield so many pairs of each kind."""
    random = Random(seed)
    people = [one for one in demo_listings() if _is_full(one)]
    for kinds, is_same in ((SAME, True), (OTHER, False)):
        for kind, change in kinds.items():
            for one in random.sample(people, each):
                first = _prepared(kind, one, random)
                yield Pair(kind, first, change(dict(first), random), is_same)


def _is_full(one: Listing) -> bool:
    has_street = any(place["street"] for place in one["locations"])
    return len(one["name"].split()) == 2 and has_street and bool(one["phone"] and one["licenses"])


def _prepared(kind: str, one: Listing, random: Random) -> Listing:
    """Give a person a name that the kind of pair is about."""
    family = one["name"].split()[1]
    if kind == "nickname":
        return one | {"name": f"{random.choice(sorted(_SHORT_FORMS))} {family}"}
    if kind == "spouses whose names are alike":
        return one | {"name": f"{random.choice(('Eric', 'Mario', 'Julian', 'Daniel'))} {family}"}
    if kind == "slip in the family name" and len(family) < 5:
        return one | {"name": f"{one['name']}mann"}
    if kind == "parent and child by their suffix":
        return one | {"name": f"{one['name']} Sr."}
    return one


def _other_file(one: Listing, **changes: Any) -> Listing:
    """Return a listing as a clinic's own file has it: without the register's number."""
    return one | {"id": f"own-{one['id']}", "npi": None, "email": None, "website": None} | changes


def _unnumbered(one: Listing) -> Listing:
    return one | {"licenses": [held | {"number": None} for held in one["licenses"]]}


def _renumbered(one: Listing, random: Random) -> Listing:
    numbers = (f"X-{random.randrange(10**5, 10**6)}" for _ in one["licenses"])
    held = zip(one["licenses"], numbers, strict=True)
    return {"licenses": [license | {"number": number} for license, number in held]}


def _typo(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    return random.choice(
        (
            word[:at] + random.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _names(one: Listing) -> tuple[str, str]:
    given, family = one["name"].split()
    return given, family


def _typed_family(one: Listing, random: Random) -> Listing:
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{given} {_typo(family, random)}"))


def _nickname(one: Listing, random: Random) -> Listing:
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{_SHORT_FORMS[given]} {family}"))


def _initial(one: Listing, random: Random) -> Listing:
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{given[0]}. {family}"))


def _swapped(one: Listing, random: Random) -> Listing:
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{family} {given}"))


def _family_first(one: Listing, random: Random) -> Listing:
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{family.upper()}, {given.upper()}"))


def _credentials(one: Listing, random: Random) -> Listing:
    name = f"Dr. {one['name']}, {random.choice(('PhD', 'LCSW', 'PsyD, LMFT', 'M.A., LPC'))}"
    return _unnumbered(_other_file(one, name=name))


def _married(one: Listing, random: Random) -> Listing:
    given, _ = _names(one)
    return _other_file(one, name=f"{given} {random.choice(('Barlow', 'Quist', 'Tanaka'))}")


def _double_name(one: Listing, random: Random) -> Listing:
    return _unnumbered(_other_file(one, name=f"{one['name']}-Barlow"))


def _moved(one: Listing, random: Random) -> Listing:
    place = one["locations"][0] | {"street": "9 Elm Court", "phone": None, "zip": None}
    return _other_file(one, phone="+1-555-555-0199", locations=[place])


def _new_phone(one: Listing, random: Random) -> Listing:
    places = [place | {"phone": None} for place in one["locations"]]
    return _unnumbered(_other_file(one, phone=None, locations=places))


def _no_street(one: Listing, random: Random) -> Listing:
    places = [place | {"street": None} for place in one["locations"]]
    return _unnumbered(_other_file(one, locations=places))


def _given_of_another(one: Listing, random: Random) -> str:
    given, _ = _names(one)
    others = ("Priya", "Walter", "Yvonne", "Hugo", "Zoe", "Omar")
    return next(name for name in random.sample(others, 6) if name[0] != given[0])


def _sibling(one: Listing, random: Random) -> Listing:
    name = f"{_given_of_another(one, random)} {_names(one)[1]}"
    return _unnumbered(_other_file(one, name=name, gender=None))


def _sibling_numbered(one: Listing, random: Random) -> Listing:
    return _sibling(one, random) | _renumbered(one, random)


def _alike_spouse(one: Listing, random: Random) -> Listing:
    other = {"Eric": "Erica", "Mario": "Maria", "Julian": "Juliana", "Daniel": "Daniela"}
    given, family = _names(one)
    return _unnumbered(_other_file(one, name=f"{other[given]} {family}", gender=None))


def _child(one: Listing, random: Random) -> Listing:
    return _unnumbered(_other_file(one, name=one["name"].replace("Sr.", "Jr.")))


def _child_with_npi(one: Listing, random: Random) -> Listing:
    return _unnumbered(_other_file(one)) | {"npi": "1234567893"}


def _child_with_number(one: Listing, random: Random) -> Listing:
    return _other_file(one, **_renumbered(one, random))


def _colleague(one: Listing, random: Random) -> Listing:
    return _unnumbered(_other_file(one, name=f"{_given_of_another(one, random)} Barlow"))


def _namesake(one: Listing, random: Random) -> Listing:
    place = {"city": "Anchorage", "state": "AK", "zip": "99501", "street": "4 Birch Road"}
    license = {"license": "lcsw", "title": "LCSW", "state": "AK", "number": "70412"}
    moved = _other_file(one, phone="+1-907-555-0111", locations=[place], licenses=[license])
    return moved | {"license": "lcsw", "gender": None}


SAME: dict[str, Change] = {
    "slip in the family name": _typed_family,
    "nickname": _nickname,
    "initial": _initial,
    "names swapped": _swapped,
    "family name first": _family_first,
    "credentials": _credentials,
    "another family name": _married,
    "double family name": _double_name,
    "moved": _moved,
    "no phone": _new_phone,
    "no street": _no_street,
}
OTHER: dict[str, Change] = {
    "sibling at one address": _sibling,
    "sibling with another license": _sibling_numbered,
    "spouses whose names are alike": _alike_spouse,
    "parent and child by their suffix": _child,
    "parent and child by their NPI": _child_with_npi,
    "parent and child by their license": _child_with_number,
    "colleague": _colleague,
    "namesake far away": _namesake,
}
