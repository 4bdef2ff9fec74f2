"""Answers that are false on purpose, to see that the oracle objects."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.oracle import invariants
from tests.oracle.answer import Answer
from tests.oracle.asking import Asking
from tests.oracle.draw import Draw
from tests.oracle.rules import Listing

Body = dict[str, Any]


def ask(
    asking: Asking, limit: int = 10, show_providers: bool = False, flags: str = "", **wishes: Any
) -> Answer:
    """Return the true answer to an adult of California who needs psychotherapy, with changes."""
    result = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"} | wishes
    return asking.answer(Draw(0, result, tuple(flags.split()), limit, show_providers))


def objections(answer: Answer, forge: Callable[[Body], object]) -> set[str]:
    """Return the names of the invariants that an answer breaks once it is forged."""
    body = deepcopy(dict(answer.body))
    forge(body)
    return broken(replace(answer, body=body))


def broken(answer: Answer) -> set[str]:
    """Return the names of the invariants that an answer breaks."""
    return {name for name, _ in invariants.violations(answer)}


def put_first(answer: Answer, is_wanted: Callable[[Listing], bool]) -> set[str]:
    """Return the objections to a listing of some kind in the first place."""
    wanted = next(one for one in answer.census.by_id.values() if is_wanted(one))

    def forge(body: Body) -> None:
        body["matches"][0]["provider"] = dict(wanted)

    return objections(answer, forge)


def with_first(answer: Answer, **facts: Any) -> set[str]:
    """Return the objections to other facts of the first match."""
    return objections(answer, lambda body: body["matches"][0].update(facts))


def holds_licence(listing: Listing, state: str, **facts: Any) -> bool:
    """Tell whether one licence of a state has some facts."""
    return any(
        held["state"] == state and all(held[name] == fact for name, fact in facts.items())
        for held in listing["licenses"]
    )
