"""The right kind of service, from the level of intensive care upwards."""

from typing import Any

import pytest

from directory.matching import Plan, crisis_plan
from directory.matching.plan.parts import ProgramOffer, Source
from directory.matching.plan.programs import programs
from directory.vocabulary import LEVELS_OF_CARE
from directory.vocabulary.programs import PROGRAMS
from tests.matching.asking import asking
from tests.matching.plan.plans import plan_for

DAY_PROGRAMS = ["intensive_outpatient", "day_program", "residential"]


def codes(**changes: Any) -> list[str]:
    return [one.code for one in programs(asking(**changes))]


@pytest.mark.parametrize("level", LEVELS_OF_CARE)
def test_programs_belong_to_intensive_care_and_above(level: str) -> None:
    found = codes(level_of_care=level, safety_flags=["overdose"])
    is_above = LEVELS_OF_CARE[level].rank <= LEVELS_OF_CARE["intensive"].rank
    assert ("opioid_treatment" in found) == is_above


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("crisis", ["mobile_crisis", "emergency_check"]),
        ("emergency_medical", ["emergency_check"]),
        ("urgent", ["mobile_crisis"]),
        ("urgent_medical", []),
        ("soon", []),
        ("intensive", DAY_PROGRAMS),
        ("psychotherapy_and_medication", []),
    ],
)
def test_every_level_has_its_programs(level: str, expected: list[str]) -> None:
    assert codes(level_of_care=level) == expected


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("suicide", []),
        ("partner_violence", []),
        ("psychosis", ["first_episode"]),
        ("mania", ["first_episode"]),
        ("withdrawal", ["withdrawal_care"]),
        ("overdose", ["opioid_treatment", "naloxone"]),
        ("eating_medical", ["medical_check", "eating_team"]),
        ("postpartum_psychosis", ["perinatal"]),
        ("child_at_risk", ["child_safety"]),
    ],
)
def test_every_flag_has_its_programs(flag: str, expected: list[str]) -> None:
    assert codes(level_of_care="soon", safety_flags=[flag]) == expected


@pytest.mark.parametrize(
    ("concern", "expected"),
    [
        ("opioid", ["opioid_treatment", "naloxone"]),
        ("psychosis", ["first_episode"]),
        ("postpartum", ["perinatal"]),
        ("anorexia", ["eating_team"]),
        ("ipv_survivor", []),
        ("panic", []),
    ],
)
def test_some_concerns_have_programs(concern: str, expected: list[str]) -> None:
    assert codes(level_of_care="soon", concerns=["grief", concern]) == expected


@pytest.mark.parametrize(
    ("age", "group", "fits"),
    [(14, "teen", False), (15, "teen", True), (35, "adult", True), (36, "adult", False)],
)
def test_an_early_care_team_is_for_the_young(age: int, group: str, fits: bool) -> None:
    found = codes(level_of_care="urgent", safety_flags=["psychosis"], age=age, age_group=group)
    assert ("first_episode" in found) == fits


@pytest.mark.parametrize(
    ("group", "fits"), [("child", False), ("teen", True), ("adult", True), ("older_adult", False)]
)
def test_where_the_age_is_not_known_it_is_for_a_group_with_the_young(
    group: str, fits: bool
) -> None:
    found = codes(level_of_care="urgent", safety_flags=["mania"], age_group=group)
    assert ("first_episode" in found) == fits


def test_a_program_is_told_with_where_to_ask() -> None:
    (found, *_) = programs(asking(level_of_care="intensive"))
    assert found == ProgramOffer(
        code="intensive_outpatient",
        label="Intensive outpatient program",
        about="Group and one-on-one help for a few hours, on three or more days of the week. You "
        "sleep at home.",
        ask=(
            Source(
                "health_plan",
                "Your health plan",
                None,
                "Call the number on your card. Ask who is near you and has room.",
            ),
            Source(
                "samhsa",
                "SAMHSA helpline",
                "1-800-662-4357",
                "Call at any hour. It is free, and they know of places near you.",
            ),
        ),
        source="[stored] NICE CG113 step 4 pattern (rule L11)",
    )


def test_the_plan_in_a_crisis_has_programs_and_nobody_by_name() -> None:
    request = asking(level_of_care="emergency_medical", safety_flags=["withdrawal"])
    assert crisis_plan(request) == Plan(programs=programs(request))
    assert len(crisis_plan(request).programs) == 2


def test_programs_stand_in_the_plan() -> None:
    found = plan_for(level_of_care="intensive").programs
    assert [one.code for one in found] == DAY_PROGRAMS


def test_no_program_names_a_partner() -> None:
    said = " ".join(f"{one.label} {one.about} {one.flags}" for one in PROGRAMS)
    assert "partner" not in said
