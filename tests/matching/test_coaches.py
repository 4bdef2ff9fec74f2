"""A coach is unlicensed support: for adults, at `support`, with nothing clinical in sight."""

from typing import Any

import pytest

from directory.vocabulary import CONCERNS, GOALS, SAFETY_FLAGS
from tests.factories import make_coach, make_provider
from tests.matching.asking import is_matched, matched, reason_against, state_of, the_match

HELPED: dict[str, Any] = {"level_of_care": "support", "concerns": ["habits"], "seeks": "growth"}
EVERY_AGE = ["child", "teen", "adult", "older_adult"]


def test_a_coach_is_matched_at_support() -> None:
    assert the_match(make_coach(), **HELPED).role == "support"


def test_a_licensed_therapist_is_matched_at_support_too() -> None:
    assert is_matched(make_provider(), **HELPED)


@pytest.mark.parametrize(
    ("age_group", "may"),
    [("child", False), ("teen", False), ("adult", True), ("older_adult", True)],
)
def test_a_coach_is_for_adults(age_group: str, may: bool) -> None:
    coach = make_coach(age_groups=EVERY_AGE)
    assert is_matched(coach, **HELPED | {"age_group": age_group}) == may


@pytest.mark.parametrize("flag", SAFETY_FLAGS)
def test_a_coach_is_kept_out_by_any_flag(flag: str) -> None:
    coach = make_coach(accepts_suicidality=True)
    assert reason_against(coach, **HELPED, safety_flags=[flag]) == "level"


@pytest.mark.parametrize("concern", [c for c, term in CONCERNS.items() if term.clinical])
def test_a_coach_is_kept_out_by_a_clinical_concern(concern: str) -> None:
    request = HELPED | {"concerns": ["habits", concern]}
    assert reason_against(make_coach(), **request) == "level"


@pytest.mark.parametrize("concerns", [["unsure"], ["habits", "unsure"]])
def test_a_coach_is_kept_out_where_somebody_is_not_sure_what_it_is(concerns: list[str]) -> None:
    assert reason_against(make_coach(), **HELPED | {"concerns": concerns}) == "level"
    assert is_matched(make_provider(), **HELPED | {"concerns": concerns})


@pytest.mark.parametrize(
    "concern",
    [code for code, term in CONCERNS.items() if not term.clinical and code != "unsure"],
)
def test_a_coach_may_help_with_any_concern_of_every_day(concern: str) -> None:
    assert is_matched(make_coach(), **HELPED | {"concerns": [concern]})


@pytest.mark.parametrize("seeks", ["growth", "unsure", None])
def test_a_coach_may_help_whoever_seeks_no_diagnosis(seeks: str | None) -> None:
    assert is_matched(make_coach(), **HELPED | {"seeks": seeks})


@pytest.mark.parametrize(
    "said", [{"concerns": []}, {"on_medication": False}, {"services": ["support"]}, {"goals": []}]
)
def test_what_was_not_said_keeps_no_coach_out(said: dict[str, Any]) -> None:
    assert is_matched(make_coach(), **HELPED | said)


@pytest.mark.parametrize(
    "wish",
    [
        {"seeks": "diagnosis"},
        {"seeks": "both"},
        {"on_medication": True},
        {"services": ["support", "medication"]},
        {"services": ["support", "testing"]},
        {"coverage": {"payer": "aetna"}},
    ],
)
def test_a_coach_is_kept_out_by_a_wish_for_diagnosis_medication_or_insurance(
    wish: dict[str, Any],
) -> None:
    coach = make_coach(payers=["aetna"])
    assert reason_against(coach, **HELPED | wish) == "level"


@pytest.mark.parametrize("goal", GOALS)
def test_a_coach_is_kept_out_by_a_goal_for_licensed_help(goal: str) -> None:
    assert is_matched(make_coach(), **HELPED, goals=[goal]) != GOALS[goal].licensed_only


def test_a_price_limit_is_no_wish_for_insurance() -> None:
    assert is_matched(make_coach(), **HELPED, coverage={"max_fee": 100})


def test_giving_up_the_health_plan_brings_coaches_back_and_is_counted() -> None:
    coach, therapist = make_coach(), make_provider(payers=["cigna"])
    outcome = matched(coach, therapist, **HELPED, coverage={"payer": "aetna"})
    assert dict(outcome.excluded) == {"level": 1, "must_have": 1}
    assert [(r.drop, r.total) for r in outcome.relaxations] == [("coverage.payer", 2)]


def test_a_coach_meets_in_person_in_the_states_of_their_places() -> None:
    coach = make_coach(delivery=["in_person"])
    assert is_matched(coach, **HELPED, state="CA")
    assert reason_against(coach, **HELPED | {"state": "NV"}) == "not_licensed_in_state"


@pytest.mark.parametrize("way", ["video", "phone"])
def test_a_coach_meets_by_video_or_phone_anywhere(way: str) -> None:
    assert is_matched(make_coach(delivery=[way], locations=[]), **HELPED | {"state": "ME"})


def test_a_far_coach_is_not_matched_to_whoever_asks_to_meet_in_person() -> None:
    outcome = matched(make_coach(), **HELPED | {"state": "NV", "delivery": ["in_person"]})
    assert dict(outcome.excluded) == {"must_have": 1}
    assert [r.drop for r in outcome.relaxations] == ["delivery"]


def test_a_far_coach_does_not_meet_a_preference_for_in_person() -> None:
    preference = {"factor": "delivery", "value": "in_person", "strength": "must"}
    request = HELPED | {"state": "NV", "preferences": [preference]}
    assert reason_against(make_coach(), **request) == "must_have"
    soft = HELPED | {"state": "NV", "preferences": [preference | {"strength": "prefer"}]}
    assert state_of(the_match(make_coach(), **soft), "meets in person") == "not_met"


def test_a_coach_comes_with_a_plain_caution() -> None:
    assert "This person is not licensed." in the_match(make_coach(), **HELPED).cautions[0]


@pytest.mark.parametrize(("age", "may"), [(17, False), (18, True), (None, True)])
def test_a_coach_is_not_for_whoever_is_under_18_whatever_the_age_group(
    age: int | None, may: bool
) -> None:
    asked = {"level_of_care": "support", "services": ["support"], "age_group": "adult"}
    assert is_matched(make_coach(), **asked, age=age) is may
