"""From the answers of a visit to the document that a triage takes in."""

import re
from typing import Any

from directory.web.patient.flow import asq_is_positive, codes_of, path
from directory.web.patient.visit import Answer, Answers

_ITEM = re.compile(r"instruments\.(\w+)\[(\d+)\]")


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
    document["concerns"] = _main_first(answers)
    document["red_flags"] = [code for code in codes_of(given, "red_flags") if code != "none"]
    document["coverage"] = _coverage(given)
    document["instruments"] = _instruments(asked, given)
    if on_the_way and asq_is_positive(given) and "instruments.ASQ_NOW" not in given:
        document["instruments"].pop("ASQ", None)
    return document


def _main_first(answers: Answers) -> list[str]:
    chosen = codes_of(answers, "concerns")
    main = answers.get("concerns[0]")
    return sorted(chosen, key=lambda code: code != main)


def _coverage(given: Answers) -> dict[str, Answer] | None:
    wishes = {key.removeprefix("coverage."): v for key, v in given.items() if "coverage." in key}
    return wishes if any(wishes.values()) else None


def _instruments(asked: set[str], given: Answers) -> dict[str, Any]:
    items = sorted(match.groups() for key in asked if (match := _ITEM.fullmatch(key)))
    lists: dict[str, Any] = {}
    for name in dict.fromkeys(name for name, _ in items):
        keys = [f"instruments.{name}[{number}]" for n, number in items if n == name]
        if all(key in given for key in keys):
            lists[name] = [given[key] for key in keys]
    if "instruments.ASQ_NOW" in given:
        lists["ASQ_NOW"] = given["instruments.ASQ_NOW"]
    return lists
