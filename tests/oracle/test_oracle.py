"""The matching service before an oracle that was written from the contract alone."""

import json
from typing import Any

from tests.oracle.asking import Asking
from tests.oracle.draw import Draw, draw
from tests.oracle.forging import ask, broken
from tests.oracle.shrink import shrunk


def test_random_triage_results_break_no_invariant(asking: Asking) -> None:
    for number in range(300):
        drawn = draw(7, number)
        found = list(asking.violations(drawn))
        assert not found, f"{found} by {json.dumps(drawn.result)}"


def test_a_draw_is_the_same_whatever_was_drawn_before() -> None:
    assert draw(3, 77) == draw(3, 77)
    assert draw(3, 77) != draw(4, 77)


def test_draws_reach_every_level_and_every_flag() -> None:
    results = [draw(1, number).result for number in range(400)]
    assert len({result["level_of_care"] for result in results}) == 10
    assert len({flag for result in results for flag in result.get("safety_flags", ())}) == 9


def test_another_answer_to_the_same_request_is_found(asking: Asking) -> None:
    class Fickle(Asking):
        times = 0

        def _body(self, drawn: Draw) -> Any:
            self.times += 1
            return super()._body(drawn) | {"times": self.times}

    fickle = Fickle(asking.directory)
    found = {name for name, _ in fickle.violations(draw(1, 0))}
    assert found == {"the_same_input_gives_the_same_output"}


def test_what_breaks_an_invariant_is_shown_with_nothing_beside_it(asking: Asking) -> None:
    class Lenient(Asking):
        def _body(self, drawn: Draw) -> Any:
            body = super()._body(drawn)
            wishes = drawn.result.get("preferences", [])
            return body | {"total": body["total"] + ("must" in str(wishes))}

    wish = {"factor": "language", "value": "en", "strength": "must"}
    bare = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
    result = bare | {
        "text": "I feel sad most days",
        "concerns": ["panic"],
        "formats": ["individual"],
        "preferences": [wish, {"factor": "gender", "value": "female", "strength": "prefer"}],
    }
    drawn = Draw(1, result, (), 10, False)
    small, problem = shrunk(Lenient(asking.directory), drawn, "everybody_is_counted_once")
    assert small.result == bare | {"preferences": [wish]}
    assert "accounted for" in problem


def test_a_true_answer_meets_no_objection(asking: Asking) -> None:
    assert broken(ask(asking)) == set()
