"""Requests by which the oracle found that an answer was not what the contract says."""

import pytest

from tests.oracle.asking import Asking
from tests.oracle.forging import ask, broken
from tests.oracle.wishes import approaches_of


@pytest.mark.xfail(strict=True, reason="the age is not looked at, only the age group")
def test_a_coach_is_not_for_a_person_of_fifteen_whatever_the_age_group_says(
    asking: Asking,
) -> None:
    answer = ask(asking, limit=100, level_of_care="support", age=15)
    assert "nobody_unlicensed_where_care_is_needed" not in broken(answer)


@pytest.mark.xfail(strict=True, reason="couples modalities still count for structure and the like")
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


@pytest.mark.xfail(strict=True, reason="an avoided modality is named even where it tells")
def test_couples_work_that_is_avoided_is_not_named_where_a_partner_is_feared(
    asking: Asking,
) -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "avoid"}
    answer = ask(asking, safety_flags=["partner_violence"], preferences=[wish])
    assert "nothing_tells_of_a_feared_partner" not in broken(answer)
