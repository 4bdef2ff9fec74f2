"""The code table: every coded fact of a listing that can be filtered, counted or ranked by."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import accumulate, product
from types import MappingProxyType

from directory.vocabulary import (
    ACCESSIBILITY,
    COMMUNITIES,
    KINDS,
    LICENSES,
    PAYERS,
    STATES,
    THEMES,
    VOCABULARIES,
)
from directory.vocabulary.approaches import APPROACHES
from directory.vocabulary.edition import per_edition

# The code lists whose words people type; each is also a facet.
WORDED_FACETS = (
    "license",
    "service",
    "modality",
    "format",
    "concern",
    "age_group",
    "delivery",
    "language",
    "payer",
)
# What a search may count; `state` is where a listing may treat on a day.
FACETS = (*WORDED_FACETS, "accepting", "state")
# What can be counted at all: the codes of a few listings are read by listing.
COUNTED = (*FACETS, "gender")
_YES = ("yes",)
# What a listing may leave open; for these it is told apart whether it says anything at all.
STATED = (
    *("modality", "format", "delivery", "language", "payer", "community", "accessibility"),
    *("gender", "fee", *APPROACHES),
)


def held_code(license: str, state: str) -> str:
    """Return the code of a licence in a state."""
    return f"{license}@{state}"


def group_code(theme: str, kind: str, is_open: bool) -> str:
    """Return the code of a group of a theme and kind, with free places or full."""
    return f"{theme}/{kind}/{'open' if is_open else 'full'}"


_HELD = tuple(held_code(*pair) for pair in product(LICENSES, STATES))

_GROUPS = tuple(group_code(*one) for one in product(THEMES, KINDS, (True, False)))


# An operator's own payers come later than the index was built; each takes the next of these.
SPARE_PAYERS = tuple(f"own payer {place}" for place in range(64))

# Each field with its codes; what is counted comes first, so that their numbers lie together.
FIELDS = MappingProxyType(
    {
        **{name: tuple(VOCABULARIES[name].base) for name in COUNTED},
        "payer": (*PAYERS.base, *SPARE_PAYERS),
        "community": tuple(COMMUNITIES),
        "accessibility": tuple(ACCESSIBILITY),
        **APPROACHES,
        "claimed": _YES,
        "sliding_scale": _YES,
        "accepts_suicidality": _YES,
        "stated": STATED,
        "held": _HELD,
        "unverified": _HELD,
        "checked": tuple(STATES),
        "office": tuple(STATES),
        "group": _GROUPS,
    }
)
_FIRST = dict(zip(FIELDS, accumulate(map(len, FIELDS.values()), initial=0), strict=False))


@per_edition
def codes_of(field: str) -> tuple[str, ...]:
    """Return the codes of a field by number; own payers keep their places, as none is forgotten."""
    if field != "payer":
        return FIELDS[field]
    found = tuple(PAYERS)
    return (*found, *FIELDS[field][len(found) :])


class _Numbers(Mapping[str, int]):
    """The number of each code of a field, by the edition in force."""

    def __init__(self, field: str) -> None:
        self._field = field

    def __getitem__(self, code: str) -> int:
        return _numbers_of(self._field)[code]

    def __contains__(self, code: object) -> bool:
        return code in _numbers_of(self._field)

    def __iter__(self) -> Iterator[str]:
        return iter(_numbers_of(self._field))

    def __len__(self) -> int:
        return len(_numbers_of(self._field))


@per_edition
def _numbers_of(field: str) -> Mapping[str, int]:
    return {code: number for number, code in enumerate(codes_of(field), start=_FIRST[field])}


# The number of each code of each field.
NUMBERS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {field: _Numbers(field) if field == "payer" else _numbers_of(field) for field in FIELDS}
)
ALL_CODES = sum(map(len, FIELDS.values()))
COUNTED_CODES = sum(len(FIELDS[name]) for name in COUNTED)
# Columns that were built with another table cannot be read with this one.
FINGERPRINT = sha256(repr(dict(FIELDS)).encode()).hexdigest()[:16]


def range_of(field: str) -> slice:
    """Return where the numbers of a field's codes lie among all."""
    return slice(_FIRST[field], _FIRST[field] + len(FIELDS[field]))
