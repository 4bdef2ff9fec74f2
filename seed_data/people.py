"""Fictional people: names, gender, pronouns and languages."""

from collections.abc import Iterator
from random import Random
from typing import Any

from seed_data.draft import Person
from seed_data.draws import pick, read_json, source_of

_GENDERS = {"female": 0.65, "male": 0.28, "nonbinary": 0.04, "": 0.03}
_PRONOUNS = {
    "female": {"she/her": 0.83, "she/they": 0.03, "": 0.14},
    "male": {"he/him": 0.84, "he/they": 0.02, "": 0.14},
    "nonbinary": {"they/them": 0.8, "she/they": 0.1, "he/they": 0.1},
    "": {"": 1.0},
}
# Languages learned at school, at work or in love, whatever the name says.
_LEARNED = {
    "es": 0.035,
    "ase": 0.012,
    "fr": 0.012,
    "de": 0.006,
    "pt": 0.006,
    "it": 0.005,
    "ar": 0.004,
    "ja": 0.003,
    "cmn": 0.004,
    "ru": 0.003,
    "vi": 0.003,
}


def _languages(chance: Random, culture: dict[str, Any]) -> list[str]:
    spoken = ["en"]
    if chance.random() < culture.get("speaks", 0):
        spoken.append(chance.choice(culture["languages"]))
    for language, share in _LEARNED.items():
        if chance.random() < share and language not in spoken:
            spoken.append(language)
    return spoken[:3]


def _last_name(chance: Random, culture: dict[str, Any], cultures: dict[str, Any]) -> str:
    last = str(chance.choice(culture["last"].split()))
    if chance.random() < 0.05:
        other = cultures[pick(chance, {name: c["weight"] for name, c in cultures.items()})]
        last = f"{last}-{chance.choice(other['last'].split())}"
    return last.replace("--", "-")


def _person(chance: Random, cultures: dict[str, Any]) -> Person:
    culture = cultures[pick(chance, {name: c["weight"] for name, c in cultures.items()})]
    gender = pick(chance, _GENDERS)
    # Families that have been here a while give names from everywhere.
    names = cultures["general"] if chance.random() < 0.18 else culture
    first = chance.choice(names[gender if gender in ("female", "male") else "neutral"].split())
    return Person(
        first=first,
        last=_last_name(chance, culture, cultures),
        gender=gender or None,
        pronouns=pick(chance, _PRONOUNS[gender]) or None,
        languages=_languages(chance, culture),
    )


def people() -> Iterator[Person]:
    """Yield people without end, no two of the same name."""
    cultures = read_json("names.json")
    chance = source_of("people")
    seen: set[str] = set()
    while True:
        person = _person(chance, cultures)
        if person.name not in seen and person.first != person.last:
            seen.add(person.name)
            yield person
