"""The code lists of the public interface: exactly these codes, in this order."""

import pytest

from directory.vocabulary import CONCERNS, GOALS, LEVELS_OF_CARE, MODALITIES, VOCABULARIES

CODES = {
    "license": "psychologist lcsw lpc lmft psychiatrist pmhnp associate coach",
    "service": "psychotherapy medication testing support complementary",
    "service_intent": "psychotherapy support both",
    "format": "individual couples family group",
    "theme": "dating grief cheating substance_use confidence communication anger other",
    "kind": "educational process",
    "goal": (
        "understand_self coping_skills underlying_issues future_goals reduce_symptoms "
        "relationships personal_growth change_patterns understand_triggers past_events "
        "core_beliefs cope_daily_stress communication organisation confidence process_change "
        "resolve_trauma treat_condition change_beliefs change_relationship_patterns "
        "personality_change"
    ),
    "age_group": "child teen adult older_adult",
    "delivery": "in_person video phone",
    "gender": "female male nonbinary",
    "accepting": "yes waitlist no unknown",
    "training": "certified trained self_declared",
    "license_status": "active unverified expired disciplined revoked",
    "authority": "license compact telehealth",
    "level_of_care": (
        "crisis emergency_medical urgent urgent_medical soon intensive "
        "psychotherapy_and_medication psychotherapy counselling support"
    ),
    "safety_flag": (
        "suicide partner_violence psychosis mania withdrawal overdose eating_medical "
        "postpartum_psychosis child_at_risk"
    ),
}
OF_DATA_FILES = {"concern", "modality", "state", "language", "payer", "community", "accessibility"}


@pytest.mark.parametrize("name", CODES)
def test_a_list_has_the_codes_of_the_public_interface_in_their_order(name):
    assert " ".join(VOCABULARIES[name]) == CODES[name]


def test_no_vocabulary_is_left_out_here():
    assert set(VOCABULARIES) == set(CODES) | OF_DATA_FILES


def test_every_concern_and_every_modality_is_there():
    assert (len(CONCERNS), len(MODALITIES)) == (97, 107)


def test_states_are_usps_codes_with_the_district_and_the_territories():
    states = VOCABULARIES["state"]
    assert all(len(code) == 2 and code.isupper() for code in states)
    assert {"CA", "DC", "PR", "GU", "VI", "AS", "MP"} <= set(states)
    assert len(states) == 56


def test_languages_are_tags_of_bcp_47():
    languages = VOCABULARIES["language"]
    assert {"en", "es", "zh"} <= set(languages)
    assert all(code[:2].islower() for code in languages)


def test_every_term_has_words_and_a_source():
    for name, vocabulary in VOCABULARIES.items():
        for code, term in vocabulary.items():
            assert term.code == code
            assert term.label, f"{name} {code}"
            assert term.source, f"{name} {code}"


def test_the_last_five_goals_are_for_licensed_help_only():
    licensed_only = [code for code, goal in GOALS.items() if goal.licensed_only]
    assert licensed_only == list(GOALS)[-5:]


def test_levels_of_care_are_ranked_from_the_most_urgent():
    assert [level.rank for level in LEVELS_OF_CARE.values()] == list(range(10))
    assert LEVELS_OF_CARE["crisis"].rank == 0
