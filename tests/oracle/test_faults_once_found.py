"""Requests by which the oracle once found that an answer was not what the contract says."""

from tests.oracle.asking import Asking
from tests.oracle.forging import ask, broken
from tests.oracle.wishes import approaches_of


def test_a_coach_is_not_for_a_person_of_fifteen_whatever_the_age_group_says(
    asking: Asking,
) -> None:
    answer = ask(asking, limit=100, level_of_care="support", age=15)
    assert "nobody_unlicensed_where_care_is_needed" not in broken(answer)


def test_couples_work_meets_no_wish_for_structure_where_a_partner_is_feared(
    asking: Asking,
) -> None:
    wish = {"factor": "structure", "value": "structured", "strength": "must"}
    answer = ask(asking, limit=100, safety_flags=["partner_violence"], preferences=[wish])
    fits = [match for match in answer.matches if match["needs"][0]["state"] == "met"]
    unfit = [
        match["provider"]["id"]
        for match in fits
        if "structured"
        not in approaches_of(
            asking.census.by_id[match["provider"]["id"]], "structure", without_couples=True
        )
    ]
    assert unfit == []


def test_couples_work_that_is_avoided_is_not_named_where_a_partner_is_feared(
    asking: Asking,
) -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "avoid"}
    answer = ask(asking, safety_flags=["partner_violence"], preferences=[wish])
    assert "nothing_tells_of_a_feared_partner" not in broken(answer)


def test_no_way_on_names_couples_work_that_was_avoided(asking: Asking) -> None:
    wish = {"factor": "modality", "value": "GOTTMAN", "strength": "avoid"}
    for concern in ("infidelity", "relationship_distress"):
        answer = ask(
            asking,
            level_of_care="support",
            state="MI",
            age_group="older_adult",
            concerns=[concern],
            services=["psychotherapy", "complementary", "medication"],
            safety_flags=["partner_violence"],
            preferences=[wish, {"factor": "license", "value": "lpc", "strength": "must"}],
        )
        assert "nothing_tells_of_a_feared_partner" not in broken(answer)
