"""The oracle can say no to counts, points and an order that are not right."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.oracle import invariants
from tests.oracle.answer import Answer
from tests.oracle.asking import Asking
from tests.oracle.forging import Body, ask, objections, with_first
from tests.oracle.rules import role

_BOTH = "psychotherapy_and_medication"


def _with_matches(answer: Answer, order: Callable[[list[Any]], list[Any]]) -> set[str]:
    def forge(body: Body) -> None:
        body["matches"] = order(body["matches"])
        for place, match in enumerate(body["matches"]):
            match["rank"] = place + 1

    return objections(answer, forge)


def test_it_objects_to_a_wrong_total(asking: Asking) -> None:
    found = objections(ask(asking), lambda body: body.update(total=body["total"] + 1))
    assert found == {"total_is_the_number_of_eligible", "everybody_is_counted_once"}


def test_it_objects_to_a_match_that_is_left_out(asking: Asking) -> None:
    found = _with_matches(ask(asking), lambda matches: matches[:-1])
    assert "total_is_the_number_of_eligible" in found


def test_it_objects_to_one_who_is_shown_twice(asking: Asking) -> None:
    found = _with_matches(ask(asking), lambda matches: [*matches[:9], matches[8]])
    assert "nobody_is_shown_twice" in found


def test_it_objects_to_a_reason_that_is_counted_too_early(asking: Asking) -> None:
    def forge(body: Body) -> None:
        body["excluded"]["level"] += 1
        body["excluded"]["age"] -= 1

    assert objections(ask(asking), forge) == {"everybody_is_counted_once"}


def test_it_objects_to_an_unknown_reason(asking: Asking) -> None:
    found = objections(ask(asking), lambda body: body["excluded"].update(mood=0))
    assert found == {"everybody_is_counted_once"}


@pytest.mark.parametrize(
    "forged",
    [[], [{"drop": "formats", "total": 12}], [{"drop": "level_of_care", "total": 120}]],
)
def test_it_objects_to_false_relaxations(asking: Asking, forged: list[Any]) -> None:
    answer = ask(asking, formats=["couples"])
    found = objections(answer, lambda body: body.update(relaxations=forged))
    assert found == {"relaxations_keep_their_word"}


def test_it_objects_to_unconfirmed_listings_where_enough_match(asking: Asking) -> None:
    unclaimed = next(one for one in asking.census.by_id.values() if not one["claimed"])
    found = objections(ask(asking), lambda body: body.update(unconfirmed=[unclaimed]))
    assert found == {"unconfirmed_only_where_few_match"}


def test_it_objects_to_unconfirmed_listings_of_another_state(asking: Asking) -> None:
    answer = ask(asking, coverage={"payer": "sliding_scale"})
    assert answer.body["total"] < 3
    assert len(answer.body["unconfirmed"]) == 5
    for forged in ([], [asking.census.listed[0]], answer.body["unconfirmed"][:1] * 5):
        found = objections(answer, lambda body, new=forged: body.update(unconfirmed=new))
        assert found == {"unconfirmed_only_where_few_match"}


def test_it_objects_to_a_plan_with_who_may_not_be_matched(asking: Asking) -> None:
    answer = ask(asking)
    coach = next(one for one in asking.census.listed if one["license"] == "coach")
    for person in (
        {"id": coach["id"], "rank": None},
        {"id": answer.matches[0]["provider"]["id"], "rank": 2},
    ):
        plan = {"pair": None, "groups": [{"leader": person}]}
        found = objections(answer, lambda body, plan=plan: body.update(plan=plan))
        assert found == {"plan_names_only_the_eligible"}


@pytest.mark.parametrize("changes", [{"score": 71.3}, {"score": 101}, {"reasons": []}])
def test_it_objects_to_a_score_that_is_no_sum(asking: Asking, changes: dict[str, Any]) -> None:
    assert "score_is_the_sum_of_points" in with_first(ask(asking), **changes)


def test_it_objects_to_points_below_zero_or_too_fine(asking: Asking) -> None:
    for points in ([-1.0, 51.0], [25.05, 24.95]):
        reasons = [
            {"factor": factor, "points": one, "text": "Fits."}
            for factor, one in zip(("need", "time"), points, strict=True)
        ]
        found = with_first(ask(asking, limit=1), score=50.0, reasons=reasons)
        assert found == {"score_is_the_sum_of_points"}


@pytest.mark.parametrize("factors", [["stars"], ["need", "need"]])
def test_it_objects_to_factors_that_are_none(asking: Asking, factors: list[str]) -> None:
    reasons = [{"factor": factor, "points": 0.0, "text": "Fits."} for factor in factors]
    found = with_first(ask(asking, limit=1), score=0, reasons=reasons)
    assert "only_the_seven_factors" in found


@pytest.mark.parametrize("factor", ["preference", "cost", "culture_language", "access"])
def test_it_objects_to_a_factor_that_nobody_asked_about(asking: Asking, factor: str) -> None:
    reasons = [{"factor": factor, "points": 0.0, "text": "Fits."}]
    found = with_first(ask(asking, limit=1), score=0, reasons=reasons)
    assert found == {"only_what_was_asked_counts"}


def test_it_objects_to_ranks_that_do_not_count_up(asking: Asking) -> None:
    assert with_first(ask(asking), rank=2) == {"ranks_count_up"}


def test_it_objects_to_two_therapists_first_where_both_roles_are_needed(asking: Asking) -> None:
    answer = ask(asking, limit=100, level_of_care=_BOTH)

    def therapists_first(matches: list[Any]) -> list[Any]:
        return sorted(matches, key=lambda match: match["role"] != "therapist")

    assert "both_roles_come_first" in _with_matches(answer, therapists_first)


def test_it_objects_to_two_prescribers_first_where_both_roles_are_needed(asking: Asking) -> None:
    def forge(body: Body) -> None:
        for match in body["matches"][:2]:
            match["role"] = "prescriber"

    assert "both_roles_come_first" in objections(ask(asking, level_of_care=_BOTH), forge)


def test_it_objects_to_three_of_a_practice_among_the_first_five(asking: Asking) -> None:
    state, practice = _crowded(asking)
    answer = ask(asking, limit=100, state=state)

    def colleagues_first(matches: list[Any]) -> list[Any]:
        return sorted(matches, key=lambda match: match["provider"]["practice"] != practice)

    found = _with_matches(answer, colleagues_first)
    assert "two_of_a_practice_among_the_first_five" in found


def _crowded(asking: Asking) -> tuple[str, Any]:
    """A state with three eligible people of one practice, and that practice."""
    for state in ("CA", "TX", "FL", "AZ", "NY", "OH", "PA", "GA", "IL", "MI", "NC", "WA"):
        answer = ask(asking, limit=100, state=state)
        practices = [match["provider"]["practice"] for match in answer.matches]
        for practice in practices:
            if practice and practices.count(practice) > 2:
                return state, practice
    raise AssertionError("no practice of three in the demo listings")


def test_it_objects_to_the_worst_before_the_best(asking: Asking) -> None:
    found = _with_matches(ask(asking, limit=100), lambda matches: matches[::-1])
    assert "nobody_stands_before_the_far_better" in found


def test_every_other_invariant_is_objected_to_here() -> None:
    others = [one for one in invariants.ALL if not one.__module__.endswith("safety")]
    assert len(others) == 18


def test_a_prescriber_here_is_none_in_another_state(asking: Asking) -> None:
    known = next(one for one in asking.census.listed if one["license"] == "psychiatrist")
    here = known["licenses"][0]["state"]
    assert role(known, here, asking.census.today) in {"prescriber", "both"}
    assert role(known, "PR", asking.census.today) not in {"prescriber", "both"}
