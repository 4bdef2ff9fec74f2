"""What the need itself asks of the work: concerns, services, formats and age."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from directory.matching.case import Case
from directory.matching.need_factor import concern_words
from directory.matching.needs.dated import dated, not_known
from directory.matching.outcome import Need
from directory.matching.phrases import TELLING_CONCERNS, Phrases, listed
from directory.matching.request import UNSURE
from directory.sentences import say
from directory.vocabulary import FORMATS, SERVICES

_SERVICES = {
    "psychotherapy": say("psychotherapy"),
    "medication": say("medicine"),
    "testing": say("tests"),
    "support": say("support"),
    "complementary": say("help such as yoga"),
}
_FORMATS = {
    "individual": say("one-on-one"),
    "couples": say("with couples"),
    "family": say("with families"),
    "group": say("in groups"),
}
_SEES = {
    "child": say("sees children"),
    "teen": say("sees teens"),
    "adult": say("sees adults"),
    "older_adult": say("sees older adults"),
}


def work_needs(case: Case) -> Iterator[Need]:
    """Yield what a matched provider does of all that was asked for."""
    yield from _concerns(case)
    yield _services(case)
    if case.request.asked_formats:
        yield _formats(case)
    sees = _SEES[case.request.age_group]
    yield dated(sees, "met", sees, case.provider.confirmed.get("age_groups"))


def _concerns(case: Case) -> Iterator[Need]:
    provider, day = case.provider, case.provider.confirmed.get("concerns")
    for code in case.request.concerns:
        if code in TELLING_CONCERNS or code == UNSURE:
            continue
        words = _focus(code)
        if not provider.concerns:
            yield not_known(words.does, words.question)
        elif code in provider.concerns:
            yield dated(words.does, "met", words.does, day)
        else:
            yield dated(words.does, "not_met", words.does_not, day)


@cache
def _focus(code: str) -> Phrases:
    concern = concern_words(code)
    return Phrases(
        say("names {concern} as a focus", concern=concern),
        say("does not name {concern} as a focus", concern=concern),
        say("Do you name {concern} as a focus?", concern=concern),
    )


def _services(case: Case) -> Need:
    asked = case.request.asked_services
    given = tuple(code for code in SERVICES if code in asked and code in case.services)
    day = case.provider.confirmed.get("services")
    return dated(_offers(asked, "or"), "met", _offers(given), day)


@lru_cache(maxsize=128)
def _offers(services: tuple[str, ...], last: Literal["and", "or"] = "and") -> str:
    named = listed((_SERVICES[code] for code in services), last)
    return say("offers {services}", services=named)


def _formats(case: Case) -> Need:
    asked = case.request.asked_formats
    given = tuple(code for code in FORMATS if code in asked and code in case.provider.formats)
    day = case.provider.confirmed.get("formats")
    return dated(_works(asked, "or"), "met", _works(given), day)


@lru_cache(maxsize=128)
def _works(formats: tuple[str, ...], last: Literal["and", "or"] = "and") -> str:
    named = listed((_FORMATS[code] for code in formats), last)
    return say("works {formats}", formats=named)
