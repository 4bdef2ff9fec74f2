"""FHIR resources for the tests of questionnaires that were answered elsewhere."""

from typing import Any

from pydantic import ValidationError

from directory.errors import Problem, problems_of
from directory.triage import TriageAnswers
from directory.vocabulary.instruments import INSTRUMENTS
from tests.triage.answering import answering

Resource = dict[str, Any]
FIELD = "questionnaire_responses"
# The highest answers to each instrument that is sent as a plain list.
HIGHEST = {
    code: [max(v for v in q.values if v is not None) for q in i.items]
    for code, i in INSTRUMENTS.items()
    if i.items and code not in {"DRUG", "PCPTSD5"}
}


def value_of(said: Any) -> dict[str, Any]:
    """Return an answer as FHIR writes it: True, 2, "LA6569-3", or a whole value[x]."""
    if isinstance(said, dict):
        return said
    if isinstance(said, bool):
        return {"valueBoolean": said}
    if isinstance(said, int):
        return {"valueInteger": said}
    return {"valueCoding": {"system": "http://loinc.org", "code": said}}


def item(link: str, said: Any = None) -> Resource:
    return {"linkId": link, **({} if said is None else {"answer": [value_of(said)]})}


def response(*items: Resource, **more: Any) -> Resource:
    whole = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": list(items)}
    return {**whole, **more}


def observation(code: str, said: Any = None, **more: Any) -> Resource:
    coded = {"coding": [{"system": "http://loinc.org", "code": code}]}
    value = {} if said is None else value_of(said)
    return {"resourceType": "Observation", "status": "final", "code": coded, **value, **more}


def items_of(code: str, values: list[int | None]) -> list[Resource]:
    """Return the items of an instrument under their LOINC codes, ours where there is none."""
    instrument = INSTRUMENTS[code]
    questions = instrument.items or instrument.brought_items
    return [
        item(question.loinc or f"{code}.{number}", value)
        for number, (question, value) in enumerate(zip(questions, values, strict=True), start=1)
    ]


def sent(*resources: Resource, **given: Any) -> TriageAnswers:
    return answering(**{FIELD: list(resources), **given})


def refused(*resources: Any, **given: Any) -> tuple[Problem, ...]:
    """Return the problems that a body with these resources is refused for."""
    try:
        sent(*resources, **given)
    except ValidationError as error:
        return problems_of(error)
    return ()
