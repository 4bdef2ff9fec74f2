"""What the need itself asks of the work: concerns, services, formats and age."""

from collections.abc import Iterator

from directory.matching.case import Case
from directory.matching.need_factor import concern_words
from directory.matching.needs.dated import dated, not_known
from directory.matching.outcome import Need
from directory.matching.phrases import TELLING_CONCERNS, listed
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
        name = concern_words(code)
        need = say("names {concern} as a focus", concern=name)
        if not provider.concerns:
            yield not_known(need, say("Do you name {concern} as a focus?", concern=name))
        elif code in provider.concerns:
            yield dated(need, "met", need, day)
        else:
            found = say("does not name {concern} as a focus", concern=name)
            yield dated(need, "not_met", found, day)


def _services(case: Case) -> Need:
    asked = case.request.asked_services
    given = [code for code in SERVICES if code in asked and code in case.services]
    need = say("offers {services}", services=listed((_SERVICES[code] for code in asked), "or"))
    found = say("offers {services}", services=listed(_SERVICES[code] for code in given))
    return dated(need, "met", found, case.provider.confirmed.get("services"))


def _formats(case: Case) -> Need:
    asked = case.request.asked_formats
    given = [code for code in FORMATS if code in asked and code in case.provider.formats]
    need = say("works {formats}", formats=listed((_FORMATS[code] for code in asked), "or"))
    found = say("works {formats}", formats=listed(_FORMATS[code] for code in given))
    return dated(need, "met", found, case.provider.confirmed.get("formats"))
