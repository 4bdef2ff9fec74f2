"""The keys under which listings meet: two that share none are never compared."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from directory.likeness.names import NameParts
from directory.likeness.nicknames import names_behind
from directory.likeness.traits import Traits
from directory.likeness.weighing import name_key, street_key

# Those in which an equal value says by itself who somebody is, whatever else differs.
PROOF_KINDS = ("npi", "number")
KINDS = (*PROOF_KINDS, "email", "phone", "street", "name", "sound")
# Values of which it is counted how many listings share them.
COUNTED = ("phone", "street", "name")

_MOST_STATES = 6
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = ((re.compile("ph"), "f"), (re.compile("ck|q"), "k"), (re.compile("[sz]ch|sh"), "s"))
_SAME_SOUND = str.maketrans({"c": "k", "z": "s", "w": "v", "j": "y"})
_SILENT = re.compile("[aeiouyh ]")


def keys_of(traits: Traits) -> Iterator[tuple[str, str]]:
    """Yield the keys of a listing, each with its kind."""
    for npi in traits.npis:
        yield "npi", npi
    for one in traits.numbers:
        yield "number", f"{one.state}{one.number}"
    if traits.email:
        yield "email", traits.email
    initials = tuple(_initials(traits.name))
    for phone, initial in product(traits.phones, initials):
        yield "phone", f"{phone}{initial}"
    for street in _streets(traits):
        yield from (("street", f"{street}{initial}") for initial in initials)
    yield from _name_keys(traits)


def counted_of(traits: Traits) -> Mapping[str, frozenset[str]]:
    """Return the values of a listing of which it is counted how many share them."""
    return {
        "phone": traits.phones,
        "street": frozenset(_streets(traits)),
        "name": frozenset((name_key(traits.name),)),
    }


def _streets(traits: Traits) -> set[str]:
    return {street_key(one.street, one.zip) for one in traits.places if one.street and one.zip}


def _initials(name: NameParts) -> set[str]:
    """Return the first letters by which a name meets others at one phone or street."""
    given = {word[:1] for word in (name.given, *names_behind(name.given))}
    return {*(f"g{letter}" for letter in given), f"f{name.family[:1]}"}


def _name_keys(traits: Traits) -> Iterator[tuple[str, str]]:
    places = {one.state for one in traits.places} | {one.state for one in traits.numbers}
    states = sorted(places or traits.states)[:_MOST_STATES]
    nearby = {one.zip[:3] for one in traits.places if one.zip}
    family = traits.name.family.replace(" ", "")
    for given in sorted(names_behind(traits.name.given)):
        pair = "".join(sorted((given, family)))
        yield from (("name", f"{pair}{where}") for where in (*states, *nearby))
    sound = f"{traits.name.given[:1]}{sound_of(traits.name.family)}"
    yield from (("sound", f"{sound}{where}") for where in (nearby or states))


def sound_of(family: str) -> str:
    """Return roughly how a family name sounds: `Philipps` and `Fillips` are one."""
    text = family.rsplit(" ", maxsplit=1)[-1]
    for written, sound in _SOUNDS:
        text = written.sub(sound, text)
    text = text.translate(_SAME_SOUND)
    return text[:1] + _DOUBLED.sub(r"\1", _SILENT.sub("", text[1:]))[:4]
