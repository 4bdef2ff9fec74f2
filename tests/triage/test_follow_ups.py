"""The single questions that an answer leads to."""

import pytest

from directory.triage.follow_ups import (
    asks_about_danger_again,
    asks_about_overdose_now,
    asks_about_withdrawal,
    care_so_far_asked,
    is_yes_or_declined,
)
from directory.vocabulary import SAFETY_FLAGS

FAILED, RELAPSED, NOT_IMPROVING = "outpatient_failed", "relapsed", "not_improving"


def test_a_changed_mind_leads_to_asking_about_danger_again() -> None:
    assert {f for f in SAFETY_FLAGS if asks_about_danger_again([f])} == {"psychosis", "mania"}
    assert not asks_about_danger_again([])
    assert asks_about_danger_again(["suicide", "mania"])


def test_an_overdose_leads_to_asking_whether_it_is_happening_or_was_meant() -> None:
    assert {f for f in SAFETY_FLAGS if asks_about_overdose_now([f])} == {"overdose"}


def test_heavy_drinking_leads_to_asking_about_withdrawal() -> None:
    assert not asks_about_withdrawal(7, [])
    assert asks_about_withdrawal(8, [])
    assert asks_about_withdrawal(12, ["suicide"])


def test_withdrawal_that_was_reported_is_not_asked_about_again() -> None:
    assert not asks_about_withdrawal(12, ["withdrawal"])


@pytest.mark.parametrize("concern", ["alcohol", "substance_use", "opioid"])
def test_drink_and_drugs_lead_to_asking_about_a_relapse(concern: str) -> None:
    assert care_so_far_asked(["panic", concern], None, None) == (FAILED, RELAPSED)


@pytest.mark.parametrize("concern", ["anorexia", "bulimia", "arfid", "binge_eating", "body_image"])
def test_eating_leads_to_asking_whether_it_gets_better(concern: str) -> None:
    assert care_so_far_asked([concern], "not", "under_2_weeks") == (FAILED, NOT_IMPROVING)


def test_both_lead_to_asking_all_of_it() -> None:
    assert care_so_far_asked(["alcohol", "bulimia"], None, None) == (
        FAILED,
        RELAPSED,
        NOT_IMPROVING,
    )


@pytest.mark.parametrize(
    ("difficulty", "duration", "asked"),
    [
        ("very", "3_to_12_months", (FAILED,)),
        ("extremely", "over_1_year", (FAILED,)),
        ("somewhat", "over_1_year", ()),
        ("not", "over_1_year", ()),
        (None, "over_1_year", ()),
        ("very", "2_weeks_to_3_months", ()),
        ("extremely", "under_2_weeks", ()),
        ("extremely", None, ()),
    ],
)
def test_what_has_long_been_hard_leads_to_asking_about_care(
    difficulty: str | None, duration: str | None, asked: tuple[str, ...]
) -> None:
    assert care_so_far_asked(["panic"], difficulty, duration) == asked
    assert care_so_far_asked([], difficulty, duration) == asked


def test_declining_counts_as_yes_and_no_alone_as_no() -> None:
    assert is_yes_or_declined(True)
    assert is_yes_or_declined(None)
    assert not is_yes_or_declined(False)
