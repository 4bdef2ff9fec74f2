"""Seed rules on how much help is needed: what raises the level, and what never does."""

from typing import Any

import pytest

from directory.matching import MatchRequest, match
from directory.vocabulary import CONCERNS, LEVELS_OF_CARE
from directory.web.patient.triage.flow_words import options_of
from tests.factories import make_coach, make_provider
from tests.matching.asking import TODAY, ids, is_matched, matched, reason_of, the_match
from tests.triage.answering import assessed, everyday, rules_of, screened


def rank(level: str) -> int:
    """Return how urgent a level is; 0 is the most urgent."""
    return LEVELS_OF_CARE[level].rank


@pytest.mark.seed_rule("SR50", "SR97")
@pytest.mark.parametrize("wants", ["tools", "deeper", "both", "unsure"])
def test_tools_deeper_both_and_unsure_are_all_good_answers(wants: str) -> None:
    assert assessed(wants=wants).level_of_care in LEVELS_OF_CARE
    assert wants in [choice.code for choice in options_of("wants")]


@pytest.mark.seed_rule("SR58", "SR87")
def test_where_everything_speaks_for_it_everyday_strain_leads_to_support() -> None:
    assert everyday().level_of_care == "support"
    assert rules_of(everyday()) == ("L19",)


@pytest.mark.seed_rule("SR87")
@pytest.mark.parametrize(
    "against",
    [
        {"wants": "deeper"},
        {"seeks": "diagnosis"},
        {"difficulty": "somewhat"},
        {"concerns": ["depression"]},
        {"concerns": []},
        {"age": 17},
        {"instruments": {"ASQ": [0, 0, 0, 0], "PHQ4": [1, 1, 1, 0]}},
        {"instruments": {"PHQ4": [0, 0, 0, 0]}},
        {"coverage": {"payer": "aetna"}},
        {"red_flags": ["withdrawal"]},
        {"on_medication": True},
    ],
)
def test_one_thing_against_it_is_enough_to_leave_support(against: dict[str, Any]) -> None:
    assert everyday(**against).level_of_care != "support"


@pytest.mark.seed_rule("SR58")
def test_mild_strain_leads_to_short_counselling() -> None:
    assert screened(PHQ4=[1, 1, 1, 0]).level_of_care == "counselling"


@pytest.mark.seed_rule("SR63", "SR64", "SR65")
@pytest.mark.parametrize("concern", ["work_stress", "habits", "career"])
def test_stress_before_a_talk_habits_and_a_career_change_are_everyday_concerns(
    concern: str,
) -> None:
    assert not CONCERNS[concern].clinical
    assert everyday(concerns=[concern]).level_of_care == "support"


@pytest.mark.seed_rule("SR68", "SR69", "SR70")
def test_the_same_stress_leads_to_tools_or_to_its_roots_by_what_is_wanted() -> None:
    assert everyday(concerns=["work_stress"], wants="tools").level_of_care == "support"
    assert everyday(concerns=["work_stress"], wants="deeper").level_of_care == "psychotherapy"
    assert everyday(concerns=["work_stress"], wants="both").level_of_care == "psychotherapy"


@pytest.mark.seed_rule("SR88")
def test_what_lasts_and_gets_in_the_way_calls_for_psychotherapy() -> None:
    lasting = assessed(duration="3_to_12_months", difficulty="somewhat")
    assert (lasting.level_of_care, rules_of(lasting)) == ("psychotherapy", ("L15",))
    assert assessed(duration="3_to_12_months", difficulty="not").level_of_care == "counselling"


@pytest.mark.seed_rule("SR89")
def test_coping_that_did_not_last_calls_for_psychotherapy() -> None:
    assert assessed(tried_coping="not_enough").level_of_care == "psychotherapy"
    assert assessed(tried_coping="helped").level_of_care == "counselling"


@pytest.mark.seed_rule("SR90", "SR91")
def test_years_of_worry_weigh_more_than_two_weeks_of_it() -> None:
    lately, for_years = (
        assessed(duration=duration, difficulty="somewhat", instruments={"PHQ4": [2, 1, 0, 0]})
        for duration in ("under_2_weeks", "over_1_year")
    )
    assert lately.level_of_care == "counselling"
    assert for_years.level_of_care == "psychotherapy"


@pytest.mark.seed_rule("SR91")
def test_how_long_is_asked_in_four_steps() -> None:
    steps = [choice.code for choice in options_of("duration")]
    assert steps == ["under_2_weeks", "2_weeks_to_3_months", "3_to_12_months", "over_1_year"]


@pytest.mark.seed_rule("SR92")
def test_a_breakup_last_week_with_a_high_score_still_leads_to_treatment() -> None:
    result = assessed(
        duration="under_2_weeks",
        concerns=["separation_divorce"],
        instruments={"PHQ9": [3, 3, 2, 2, 2, 2, 2, 2, 0]},
    )
    assert result.level_of_care == "psychotherapy_and_medication"


@pytest.mark.seed_rule("SR92")
def test_a_breakup_last_week_with_a_low_score_is_no_reason_for_treatment() -> None:
    result = everyday(duration="under_2_weeks", concerns=["separation_divorce"])
    assert rank(result.level_of_care) >= rank("counselling")


@pytest.mark.seed_rule("SR94")
@pytest.mark.parametrize("comfort", [1, 2, 3, 4, 5])
def test_comfort_with_feelings_never_changes_the_level_of_care(comfort: int) -> None:
    asked = {"concerns": ["ptsd"], "duration": "over_1_year"}
    with_comfort = assessed(exploration_comfort=comfort, **asked)
    assert with_comfort.level_of_care == assessed(**asked).level_of_care
    assert with_comfort.exploration_comfort == comfort


@pytest.mark.seed_rule("SR98")
def test_two_weeks_of_severe_low_mood_do_not_wait_for_three_months() -> None:
    severe = {"PHQ9": [3, 3, 3, 3, 2, 2, 2, 2, 0]}
    result = assessed(duration="under_2_weeks", instruments=severe)
    assert result.level_of_care == "psychotherapy_and_medication"
    at_worst = assessed(duration="under_2_weeks", difficulty="extremely", instruments=severe)
    assert at_worst.level_of_care == "intensive"


@pytest.mark.seed_rule("SR98")
@pytest.mark.parametrize(
    "duration", ["under_2_weeks", "2_weeks_to_3_months", "3_to_12_months", "over_1_year", None]
)
def test_a_thought_of_suicide_outranks_every_duration(duration: str | None) -> None:
    result = assessed(duration=duration, instruments={"ASQ": [1, 0, 0, 0], "ASQ_NOW": 0})
    assert result.level_of_care == "urgent"


@pytest.mark.seed_rule("SR99")
def test_who_wants_a_diagnosis_is_told_who_may_give_one() -> None:
    assert assessed(seeks="diagnosis").level_of_care == "psychotherapy"
    (found,) = matched(make_provider(), seeks="diagnosis").matches
    assert "Ask if they can give a diagnosis." in found.cautions
    assert everyday(seeks="growth").level_of_care == "support"


@pytest.mark.seed_rule("SR102")
def test_who_asks_for_a_health_plan_is_not_led_to_support() -> None:
    assert everyday(coverage={"payer": "aetna"}).level_of_care == "counselling"


@pytest.mark.seed_rule("SR106")
def test_support_never_takes_the_place_of_treatment_even_where_nobody_else_is_left() -> None:
    found = matched(make_coach(), level_of_care="psychotherapy")
    assert found.total == 0
    assert found.relaxations == ()


@pytest.mark.seed_rule("SR108")
def test_no_score_is_too_low_to_see_people() -> None:
    result = everyday(instruments={"ASQ": [0, 0, 0, 0], "PHQ4": [0, 0, 0, 0]})
    request = MatchRequest.model_validate_json(result.model_dump_json())
    assert ids(match(request, [make_coach()], TODAY)) == ["cora-coach"]


@pytest.mark.seed_rule("SR40")
def test_who_is_not_sure_is_led_to_a_first_talk() -> None:
    result = assessed()
    assert rules_of(result) == ("L20",)
    assert "a first talk with a counselor is a good start" in result.because[0].text


@pytest.mark.seed_rule("SR37")
def test_up_to_three_concerns_are_named_and_the_first_is_the_main_one() -> None:
    assert assessed(concerns=["panic", "gad", "ocd"]).concerns == ("panic", "gad", "ocd")
    with pytest.raises(ValueError, match="at most 3"):
        assessed(concerns=["panic", "gad", "ocd", "grief"])


@pytest.mark.seed_rule("SR37")
def test_the_main_concern_counts_most_in_the_order() -> None:
    panic, grief = make_provider(id="p"), make_provider(id="g", concerns=["grief"])
    assert ids(matched(grief, panic, concerns=["panic", "grief"])) == ["p", "g"]
    assert ids(matched(grief, panic, concerns=["grief", "panic"])) == ["g", "p"]


@pytest.mark.seed_rule("SR72")
def test_evidence_is_told_for_psychotherapy_and_never_for_coaching() -> None:
    therapist = make_provider(concerns=["career"], modalities=[{"code": "CBT"}])
    told = reason_of(the_match(make_provider(), concerns=["panic"]), "need")
    assert "a first choice for panic" in told
    asked = {"level_of_care": "support", "services": ["support", "psychotherapy"]}
    coach = make_coach(concerns=["career"], modalities=[{"code": "COACH"}])
    assert "choice" not in reason_of(the_match(coach, concerns=["career"], **asked), "need")
    assert is_matched(therapist, concerns=["career"], **asked)
