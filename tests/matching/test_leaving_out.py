"""A person may say which factors should not count; the need always does."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.errors import problems_of
from directory.matching import match
from directory.matching.ranking_table import FACTORS
from directory.providers import Provider
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking
from tests.matching.two_steps import first_scores, in_two_steps, listings_of

LEAVABLE = [factor for factor in FACTORS if factor != "need"]
EVERYTHING: dict[str, Any] = {
    "zip": "94110",
    "delivery": ["in_person"],
    "coverage": {"payer": "aetna"},
    "preferences": [
        {"factor": "language", "value": "en", "strength": "prefer"},
        {"factor": "gender", "value": "female", "strength": "prefer"},
    ],
}


def points(provider: Provider, **changes: Any) -> dict[str, float]:
    """Return the points of each factor, after both steps agreed about them."""
    request = asking(**EVERYTHING | changes)
    one = match(request, [provider], TODAY)
    assert in_two_steps(request, [provider], [listings_of([provider])], 10) == one
    assert first_scores(request, [listings_of([provider])]) == {provider.id: one.matches[0].score}
    return {reason.factor: reason.points for reason in one.matches[0].reasons}


def test_nothing_is_left_out_unless_asked_for() -> None:
    assert tuple(points(make_provider())) == FACTORS


@pytest.mark.seed_rule("SR113")
@pytest.mark.parametrize("factor", LEAVABLE)
def test_a_factor_that_is_left_out_gives_its_weight_to_the_others(factor: str) -> None:
    whole, left = points(make_provider()), points(make_provider(), leave_out=[factor])
    assert tuple(left) == tuple(name for name in FACTORS if name != factor)
    assert left["need"] > whole["need"]


def test_what_is_left_shares_the_hundred_points() -> None:
    everything_else = points(make_provider(concerns=["unsure"]), leave_out=LEAVABLE)
    assert everything_else == {"need": 80.0}
    time = points(make_provider(), leave_out=[name for name in LEAVABLE if name != "time"])
    assert time["time"] == 44.4  # 20 of 45


def test_distance_is_left_out_together_with_access() -> None:
    away = make_provider(
        delivery=["in_person"],
        locations=[{"city": "Oakland", "state": "CA", "zip": "94601"}],
    )
    near = make_provider(delivery=["in_person"])
    for changes in ({}, {"delivery": []}):
        asked = changes | {"leave_out": ["access"]}
        assert points(away, **asked) == points(near, **asked)
        assert points(away, **changes)["access"] < points(near, **changes)["access"]


def test_a_must_that_is_not_counted_is_still_a_must() -> None:
    must = {"factor": "gender", "value": "male", "strength": "must"}
    request = asking(preferences=[must], leave_out=["preference"])
    outcome = match(request, [make_provider()], TODAY)
    assert outcome.excluded == {"must_have": 1}
    (found,) = match(request, [make_provider(gender="male")], TODAY).matches
    assert found.needs[0].state == "met"


@pytest.mark.parametrize("factor", ["need", "stars", "", "score"])
def test_the_need_and_what_is_no_factor_cannot_be_left_out(factor: str) -> None:
    with pytest.raises(ValidationError) as refused:
        asking(leave_out=["time", factor])
    (problem,) = problems_of(refused.value)
    assert problem.field == "leave_out[1]"
    assert problem.message == (
        "Input should be 'preference', 'time', 'cost', 'culture_language', 'access' or 'data_trust'"
    )


def test_null_leaves_nothing_out() -> None:
    assert asking(leave_out=None).leave_out == ()
