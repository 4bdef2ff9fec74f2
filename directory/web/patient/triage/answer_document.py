"""From the answers of a visit to the document that a triage takes in."""

import re
from typing import Any

from directory.triage.follow_ups import is_yes_or_declined
from directory.web.patient.triage.flow import path
from directory.web.patient.triage.instrument_lists import instrument_lists
from directory.web.patient.triage.routing import asq_is_positive, chosen_concerns, codes_of
from directory.web.patient.visit import Answer, Answers

WISHED_FOR = ("structure", "time_focus", "length", "gender", "language", "community")
_DANGER = ("danger_now.again", "red_flags.overdose_now")


def answer_document(answers: Answers, on_the_way: bool = False) -> dict[str, Any]:
    """Return what was answered on the person's own path, shaped as the public interface has it.

    An instrument goes in whole or not at all. On the way through the questions ASQ waits for the
    one about right now; at the end its absence counts as the interface says.
    """
    asked = {field.key for question in path(answers) for field in question.fields}
    given = {key: answers[key] for key in asked if key in answers}
    document: dict[str, Any] = {
        key: value for key, value in given.items() if not re.search(r"[.\[]", key)
    }
    document["concerns"] = list(chosen_concerns(answers))
    document["red_flags"] = _red_flags(given)
    document["care_so_far"] = _codes(given, "care_so_far")
    document["coverage"] = _coverage(given)
    document["preferences"] = _preferences(given)
    document["instruments"] = instrument_lists(asked, given)
    if any(is_yes_or_declined(given[key]) for key in _DANGER if key in given):
        document["danger_now"] = True
    if on_the_way and asq_is_positive(given) and "instruments.ASQ_NOW" not in given:
        document["instruments"].pop("ASQ", None)
    return document


def _codes(given: Answers, key: str) -> list[str]:
    return [code for code in codes_of(given, key) if code != "none"]


def _red_flags(given: Answers) -> list[str]:
    """Return the flags that were ticked, and the one that a question after drinking raises."""
    flags = _codes(given, "red_flags")
    told = given.get("red_flags.withdrawal_signs", False)
    return [*flags, *(["withdrawal"] if is_yes_or_declined(told) else [])]


def _coverage(given: Answers) -> dict[str, Answer] | None:
    wishes = {key.removeprefix("coverage."): v for key, v in given.items() if "coverage." in key}
    return wishes if any(wishes.values()) else None


def _preferences(given: Answers) -> list[dict[str, Answer]]:
    """Return the wishes about a provider; one whose weight was left open is nice to have."""
    wishes = [
        {
            "factor": factor,
            "value": given.get(f"preferences.{factor}"),
            "strength": given.get(f"preferences.{factor}.strength") or "prefer",
        }
        for factor in WISHED_FOR
    ]
    return [wish for wish in wishes if wish["value"] and wish["strength"] != "none"]
