"""Names of people who do not exist: real first names, real and invented last names."""

from functools import cache
from random import Random

from benchmarks.words import words_by_rank
from seed_data.draws import read_json

_INVENTED_LAST_NAMES = 6_000
_TAILS = ("son", "berg", "ley", "ford", "sky", "mann", "well", "wood", "ton", "field", "er", "")


@cache
def first_names() -> tuple[tuple[str, str], ...]:
    """Return first names with the gender that they are given to."""
    cultures = read_json("names.json").values()
    genders = {"female": "female", "male": "male", "neutral": "nonbinary"}
    return tuple(
        (name, gender)
        for culture in cultures
        for kind, gender in genders.items()
        for name in culture.get(kind, "").split()
    )


@cache
def last_names() -> tuple[str, ...]:
    """Return last names; the invented ones begin like invented words."""
    real = [
        name for culture in read_json("names.json").values() for name in culture["last"].split()
    ]
    chance = Random("last-names-1")
    stems = [word[:6] for word in words_by_rank()[10_000:]]
    invented = (
        chance.choice(stems).capitalize() + chance.choice(_TAILS)
        for _ in range(_INVENTED_LAST_NAMES)
    )
    return tuple(dict.fromkeys([*real, *invented]))
