"""Seed rules on goals: each can be named, and some are for licensed help only."""

import pytest

from directory.vocabulary import GOALS
from tests.matching.asking import holder_of, reason_against
from tests.triage.answering import assessed, everyday, rules_of

SHARED = (
    "understand_self",
    "coping_skills",
    "underlying_issues",
    "future_goals",
    "reduce_symptoms",
    "relationships",
    "personal_growth",
    "change_patterns",
    "understand_triggers",
    "past_events",
    "core_beliefs",
    "cope_daily_stress",
    "communication",
    "organisation",
    "confidence",
    "process_change",
)
FOR_LICENSED_HELP = (
    "resolve_trauma",
    "treat_condition",
    "change_beliefs",
    "change_relationship_patterns",
    "personality_change",
)


@pytest.mark.seed_rule(
    "SR09", "SR10", "SR11", "SR12", "SR41", "SR42", "SR43", "SR44", "SR45", "SR61", "SR67"
)
@pytest.mark.parametrize("goal", SHARED)
def test_a_goal_can_be_named_and_goes_on_to_the_matching(goal: str) -> None:
    assert GOALS[goal].about
    assert assessed(goals=[goal]).goals == (goal,)


@pytest.mark.seed_rule("SR77", "SR78", "SR79", "SR80", "SR81")
@pytest.mark.parametrize(
    "goal", ["cope_daily_stress", "communication", "organisation", "confidence", "process_change"]
)
def test_an_everyday_goal_leaves_support_open(goal: str) -> None:
    assert everyday(goals=[goal]).level_of_care == "support"


@pytest.mark.seed_rule("SR82", "SR83", "SR84", "SR85", "SR86")
@pytest.mark.parametrize("goal", FOR_LICENSED_HELP)
def test_a_goal_of_deep_change_calls_for_psychotherapy(goal: str) -> None:
    result = everyday(goals=[goal])
    assert result.level_of_care == "psychotherapy"
    assert rules_of(result) == ("L17",)


@pytest.mark.seed_rule("SR82", "SR83", "SR84", "SR85", "SR86")
@pytest.mark.parametrize("goal", FOR_LICENSED_HELP)
def test_a_goal_of_deep_change_shows_no_coach_even_at_support(goal: str) -> None:
    against = reason_against(
        holder_of("coach"), level_of_care="support", services=["support"], goals=[goal]
    )
    assert against == "level"


@pytest.mark.seed_rule("SR10", "SR82")
def test_exactly_these_goals_are_for_licensed_help() -> None:
    assert tuple(code for code, goal in GOALS.items() if goal.licensed_only) == FOR_LICENSED_HELP
    assert tuple(code for code, goal in GOALS.items() if not goal.licensed_only) == SHARED
