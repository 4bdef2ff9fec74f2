"""How wishes and names are put into words: phrases that read well after `this person`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from directory.sentences import Sentence, Value, beginning, inside, joined, say
from directory.vocabulary import COMMUNITIES, LANGUAGES, LICENSES, MODALITIES
from directory.vocabulary.approaches import is_couple_work
from directory.wishes import Preference

# Names of kinds of help that would tell a partner who looks on; they are never written.
TELLING_MODALITIES = frozenset({"IPVADV", "BIP"})
TELLING_CONCERNS = frozenset({"ipv_survivor", "ipv_perpetrator"})

WAYS: Mapping[str, str] = MappingProxyType(
    {"in_person": say("in person"), "video": say("by video"), "phone": say("by phone")}
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a provider does who fits, what one does who does not, and the question to them."""

    does: Sentence
    does_not: Sentence
    question: Sentence


# Each has a gap with the name of its factor.
_OF_FACTOR: Mapping[str, Phrases] = MappingProxyType(
    {
        "language": Phrases(
            say("speaks {language}"),
            say("does not list {language}"),
            say("Do you speak {language}?"),
        ),
        "modality": Phrases(
            say("offers {modality}"),
            say("does not list {modality}"),
            say("Do you offer {modality}?"),
        ),
        "gender": Phrases(say("is {gender}"), say("is not {gender}"), say("Are you {gender}?")),
        "license": Phrases(
            say("is a {license}"), say("is not a {license}"), say("Are you a {license}?")
        ),
        "delivery": Phrases(
            say("meets {delivery}"), say("does not meet {delivery}"), say("Do you meet {delivery}?")
        ),
        "community": Phrases(
            say("works with {community}"),
            say("does not name work with {community}"),
            say("Do you work with {community}?"),
        ),
        "accessibility": Phrases(
            say("has {accessibility}"),
            say("does not list {accessibility}"),
            say("Do you have {accessibility}?"),
        ),
        "structure": Phrases(
            say("often works {structure}"),
            say("may not work {structure}"),
            say("Do you often work {structure}?"),
        ),
        "time_focus": Phrases(
            say("often looks {time_focus}"),
            say("may not look {time_focus}"),
            say("Do you often look {time_focus}?"),
        ),
        "length": Phrases(
            say("often works {length}"),
            say("may not work {length}"),
            say("Do you often work {length}?"),
        ),
    }
)
# What somebody does whose ways suit the comfort with exploring, and whose do not.
EXPLORING_PHRASES: Mapping[str, Phrases] = MappingProxyType(
    {
        "skills": Phrases(
            say("often starts with skills"),
            say("may not start with skills"),
            say("Do you often start with skills?"),
        ),
        "deeper": Phrases(
            say("often looks deeper into feelings"),
            say("may not look deeper into feelings"),
            say("Do you often look deeper into feelings?"),
        ),
    }
)
_GENDERS = {"female": say("a woman"), "male": say("a man"), "nonbinary": say("nonbinary")}
_STRUCTURES = {"structured": say("with a plan"), "open": say("without a set plan")}
_TIMES = {"past": say("at the past"), "present": say("at the here and now")}
_LENGTHS = {
    "brief": say("in a short time"),
    "medium": say("over some months"),
    "long": say("over a long time"),
    "open": say("with no set end"),
}
_ROOMS = {
    "step_free": say("a way in without steps"),
    "elevator": say("an elevator"),
    "accessible_restroom": say("a restroom that fits a wheelchair"),
    "accessible_parking": say("parking for disabled people"),
    "free_parking": say("free parking"),
    "public_transit": say("a bus or train close by"),
    "asl": say("staff who sign (ASL)"),
    "captions": say("captions on video"),
    "large_print": say("large print"),
    "quiet_room": say("a quiet waiting room"),
    "scent_free": say("rooms that are scent free"),
    "gender_neutral_restroom": say("a restroom for all genders"),
    "service_animals": say("room for service animals"),
    "home_visits": say("home visits"),
    "larger_seating": say("roomy seats"),
}
_CHOSEN = say("the kind of help you chose")
_OBJECTS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "language": LANGUAGES.label,
        "modality": lambda code: _CHOSEN if code in TELLING_MODALITIES else _modality(code),
        "gender": _GENDERS.__getitem__,
        "license": lambda code: inside(LICENSES.label(code)),
        "delivery": WAYS.__getitem__,
        "community": lambda code: inside(COMMUNITIES.label(code)),
        "accessibility": _ROOMS.__getitem__,
        "structure": _STRUCTURES.__getitem__,
        "time_focus": _TIMES.__getitem__,
        "length": _LENGTHS.__getitem__,
    }
)


def words_for(preference: Preference, fears_partner: bool = False) -> Phrases:
    """Return how to speak of what a preference names.

    Where a partner is feared who may look on, couples work is not named.
    """
    is_veiled = fears_partner and names_couple_work(preference)
    return _words_for(preference.factor, None if is_veiled else preference.value)


def phrases_of(preference: Preference, fears_partner: bool = False) -> tuple[Sentence, Sentence]:
    """Return what a provider does who has what a preference names, and who has it not."""
    words = words_for(preference, fears_partner)
    return words.does, words.does_not


def names_couple_work(preference: Preference) -> bool:
    """Tell whether a preference is about work for couples alone."""
    return preference.factor == "modality" and is_couple_work(preference.value)


@cache
def _words_for(factor: str, value: str | None) -> Phrases:
    """Return the phrases of a factor with a value in the gap, None for one that is not named."""
    found = _OF_FACTOR[factor]
    gap = {factor: _CHOSEN if value is None else _OBJECTS[factor](value)}
    return Phrases(
        filled(found.does, **gap), filled(found.does_not, **gap), filled(found.question, **gap)
    )


def _modality(code: str) -> str:
    return inside(MODALITIES.label(code))


def filled(sentence: Sentence, **values: Value) -> Sentence:
    """Return a sentence from a table with values in its gaps."""
    return Sentence(sentence.pattern, {**sentence.values, **values}, sentence.several)


def sentence(words: str) -> Sentence:
    """Return words as a sentence."""
    return Sentence("{words}.", {"words": words}, shape=beginning)


def together(*sentences: str) -> str:
    """Return whole sentences, one after the other."""
    if len(sentences) == 1:
        return sentences[0]
    gaps = {f"sentence{place}": one for place, one in enumerate(sentences)}
    return Sentence(" ".join(f"{{{gap}}}" for gap in gaps), gaps)


def listed(parts: Iterable[str], last: Literal["and", "or"] = "and") -> str:
    """Join different phrases as people do: a, b and c."""
    return joined(dict.fromkeys(parts), last)
