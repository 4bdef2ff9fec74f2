"""How wishes and names are put into words: phrases that read well after `this person`."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from directory.vocabulary import COMMUNITIES, LANGUAGES, LICENSES, MODALITIES
from directory.vocabulary.approaches import is_couple_work
from directory.wishes import Preference

# Names of kinds of help that would tell a partner who looks on; they are never written.
TELLING_MODALITIES = frozenset({"IPVADV", "BIP"})
TELLING_CONCERNS = frozenset({"ipv_survivor", "ipv_perpetrator"})

WAYS: Mapping[str, str] = MappingProxyType(
    {"in_person": "in person", "video": "by video", "phone": "by phone"}
)
_GENDERS = {"female": "a woman", "male": "a man", "nonbinary": "nonbinary"}
# What a provider does who fits, and what one does who does not.
_VERBS = {
    "language": ("speaks", "does not list"),
    "modality": ("offers", "does not list"),
    "gender": ("is", "is not"),
    "license": ("is a", "is not a"),
    "delivery": ("meets", "does not meet"),
    "community": ("works with", "does not name work with"),
    "accessibility": ("has", "does not list"),
    "structure": ("often works", "may not work"),
    "time_focus": ("often looks", "may not look"),
    "length": ("often works", "may not work"),
}
_APPROACHES = {
    "structure": {"structured": "with a plan", "open": "without a set plan"},
    "time_focus": {"past": "at the past", "present": "at the here and now"},
    "length": {
        "brief": "in a short time",
        "medium": "over some months",
        "long": "over a long time",
        "open": "with no set end",
    },
}
# What a provider does whose ways suit the comfort with exploring, and whose do not.
EXPLORING_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "skills": ("often starts with skills", "may not start with skills"),
        "deeper": ("often looks deeper into feelings", "may not look deeper into feelings"),
    }
)
_ROOMS = {
    "step_free": "a way in without steps",
    "elevator": "an elevator",
    "accessible_restroom": "a restroom that fits a wheelchair",
    "accessible_parking": "parking for disabled people",
    "free_parking": "free parking",
    "public_transit": "a bus or train close by",
    "asl": "staff who sign (ASL)",
    "captions": "captions on video",
    "large_print": "large print",
    "quiet_room": "a quiet waiting room",
    "scent_free": "rooms that are scent free",
    "gender_neutral_restroom": "a restroom for all genders",
    "service_animals": "room for service animals",
    "home_visits": "home visits",
    "larger_seating": "roomy seats",
}
_NAMES = frozenset(
    {
        *("Gottman", "Asian", "Black", "Christian", "Jewish", "Latino", "Middle", "Muslim"),
        *("Native", "Pacific"),
    }
)


_CHOSEN = "the kind of help you chose"


def phrases_of(preference: Preference, fears_partner: bool = False) -> tuple[str, str]:
    """Return what a provider does who has what a preference names, and who has it not.

    Where a partner is feared who may look on, couples work is not named either.
    """
    does, does_not = _VERBS[preference.factor]
    is_veiled = fears_partner and names_couple_work(preference)
    what = _CHOSEN if is_veiled else _object_of(preference)
    return f"{does} {what}", f"{does_not} {what}"


def names_couple_work(preference: Preference) -> bool:
    """Tell whether a preference is about work for couples alone."""
    return preference.factor == "modality" and is_couple_work(preference.value)


def _object_of(preference: Preference) -> str:
    value = preference.value
    if preference.factor in _APPROACHES:
        return _APPROACHES[preference.factor][value]
    if preference.factor == "modality" and value in TELLING_MODALITIES:
        return _CHOSEN
    return _WRITERS[preference.factor](value)


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence: small at first unless it is a name."""
    first = label.split(maxsplit=1)[0]
    if first in _NAMES or first[1:] != first[1:].lower():
        return label
    return label[0].lower() + label[1:]


def sentence(words: str) -> str:
    """Return words as a sentence."""
    return f"{words[0].upper()}{words[1:]}."


def listed(parts: Iterable[str], last: str = "and") -> str:
    """Join phrases as people do: a, b and c."""
    *others, end = dict.fromkeys(parts)
    return f"{', '.join(others)} {last} {end}" if others else end


_WRITERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "language": LANGUAGES.label,
        "modality": lambda code: inside(MODALITIES.label(code)),
        "gender": lambda code: _GENDERS[code],
        "license": lambda code: inside(LICENSES.label(code)),
        "delivery": lambda code: WAYS[code],
        "community": lambda code: inside(COMMUNITIES.label(code)),
        "accessibility": lambda code: _ROOMS[code],
    }
)
