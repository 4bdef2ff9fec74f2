"""From the answers of a visit to the lists of the instruments, each whole or not at all."""

from collections.abc import Collection
from typing import Any

from directory.triage.branches import ASKED_BY_PHQ4
from directory.vocabulary.instruments import INSTRUMENTS
from directory.web.patient.triage.routing import ALONE, GATE, item_key, trauma_key
from directory.web.patient.visit import Answer, Answers

_SINGLE = ("ASQ_NOW", "DRUG")


def instrument_lists(asked: Collection[str], given: Answers) -> dict[str, Any]:
    """Return what was answered on the person's own path; `given` holds the answers on it."""
    lists: dict[str, Any] = {}
    for code, instrument in INSTRUMENTS.items():
        keys = _keys_of(code, len(instrument.items))
        is_asked = any(item_key(code, place) in asked for place in range(len(keys)))
        if is_asked and all(key in given for key in keys):
            lists[code] = [given[key] for key in keys]
    lists |= _drinking(given) | _declined_beforehand(given) | _trauma(given)
    singles = {code: f"instruments.{code}" for code in _SINGLE}
    return lists | {code: given[key] for code, key in singles.items() if key in given}


def _keys_of(code: str, length: int) -> list[str]:
    """Return the keys of a list; what PHQ-4 has asked word for word is not asked again."""
    asked_before = ASKED_BY_PHQ4.get(code, {})
    return [
        item_key("PHQ4", asked_before[place]) if place in asked_before else item_key(code, place)
        for place in range(length)
    ]


def _drinking(given: Answers) -> dict[str, list[Answer]]:
    """Return the list of whoever never drinks or would rather not say: no more is asked."""
    first = given.get(item_key("AUDITC", 0), 1)
    return {"AUDITC": [first] * 3} if first in (0, None) else {}


def _declined_beforehand(given: Answers) -> dict[str, list[Answer]]:
    """Return the list of whoever would rather skip the questions about a partner."""
    return {"HARK": [None] * 4} if given.get(ALONE, 0) is None else {}


def _trauma(given: Answers) -> dict[str, dict[str, Any]]:
    gate = given.get(GATE)
    items = [trauma_key(place) for place in range(5)]
    if gate == 0:
        return {"PCPTSD5": {"gate": 0}}
    if gate == 1 and all(key in given for key in items):
        return {"PCPTSD5": {"gate": 1, "items": [given[key] for key in items]}}
    return {}
