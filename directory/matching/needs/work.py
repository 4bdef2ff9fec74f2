"""What the need itself asks of the work: concerns, services, formats and age."""

from collections.abc import Iterator

from directory.matching.case import Case
from directory.matching.need_factor import concern_words
from directory.matching.needs.dated import dated, not_known
from directory.matching.outcome import Need
from directory.matching.phrases import TELLING_CONCERNS, listed
from directory.matching.request import UNSURE
from directory.vocabulary import FORMATS, SERVICES

_SERVICES = {
    "psychotherapy": "psychotherapy",
    "medication": "medicine",
    "testing": "tests",
    "support": "support",
    "complementary": "help such as yoga",
}
_FORMATS = {
    "individual": "one-on-one",
    "couples": "with couples",
    "family": "with families",
    "group": "in groups",
}
_AGES = {"child": "children", "teen": "teens", "adult": "adults", "older_adult": "older adults"}


def work_needs(case: Case) -> Iterator[Need]:
    """Yield what a matched provider does of all that was asked for."""
    yield from _concerns(case)
    yield _services(case)
    if case.request.asked_formats:
        yield _formats(case)
    sees = f"sees {_AGES[case.request.age_group]}"
    yield dated(sees, "met", sees, case.provider.confirmed.get("age_groups"))


def _concerns(case: Case) -> Iterator[Need]:
    provider, day = case.provider, case.provider.confirmed.get("concerns")
    for code in case.request.concerns:
        if code in TELLING_CONCERNS or code == UNSURE:
            continue
        name = concern_words(code)
        need = f"names {name} as a focus"
        if not provider.concerns:
            yield not_known(need)
        elif code in provider.concerns:
            yield dated(need, "met", need, day)
        else:
            yield dated(need, "not_met", f"does not name {name} as a focus", day)


def _services(case: Case) -> Need:
    asked = case.request.asked_services
    given = [code for code in SERVICES if code in asked and code in case.services]
    need = f"offers {listed((_SERVICES[code] for code in asked), 'or')}"
    found = f"offers {listed(_SERVICES[code] for code in given)}"
    return dated(need, "met", found, case.provider.confirmed.get("services"))


def _formats(case: Case) -> Need:
    asked = case.request.asked_formats
    given = [code for code in FORMATS if code in asked and code in case.provider.formats]
    need = f"works {listed((_FORMATS[code] for code in asked), 'or')}"
    found = f"works {listed(_FORMATS[code] for code in given)}"
    return dated(need, "met", found, case.provider.confirmed.get("formats"))
