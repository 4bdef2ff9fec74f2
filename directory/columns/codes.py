"""The code table: every coded fact of a listing that can be filtered, counted or ranked by."""

from hashlib import sha256
from itertools import accumulate, product
from types import MappingProxyType

from directory.vocabulary import (
    ACCESSIBILITY,
    COMMUNITIES,
    KINDS,
    LICENSES,
    STATES,
    THEMES,
    VOCABULARIES,
)
from directory.vocabulary.approaches import APPROACHES

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


# Each field with its codes; what is counted comes first, so that their numbers lie together.
FIELDS = MappingProxyType(
    {
        **{name: tuple(VOCABULARIES[name]) for name in COUNTED},
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
# The number of each code of each field.
NUMBERS = MappingProxyType(
    {
        field: {code: number for number, code in enumerate(codes, start=_FIRST[field])}
        for field, codes in FIELDS.items()
    }
)
ALL_CODES = sum(map(len, FIELDS.values()))
COUNTED_CODES = sum(len(FIELDS[name]) for name in COUNTED)
# Columns that were built with another table cannot be read with this one.
FINGERPRINT = sha256(repr(dict(FIELDS)).encode()).hexdigest()[:16]


def range_of(field: str) -> slice:
    """Return where the numbers of a field's codes lie among all."""
    return slice(_FIRST[field], _FIRST[field] + len(FIELDS[field]))
