"""The words that patients read are all there, plain and kind, and the words they type are heard."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from directory.triage.phrases import flags_in
from tests.reading_grade import reading_grade

WORDS = Path(__file__).parent.parent / "directory" / "vocabulary" / "data"
SPOKEN = Path(__file__).parent / "data"

CODES = {
    "service": "psychotherapy medication testing support complementary",
    "service_intent": "psychotherapy support both",
    "format": "individual couples family group",
    "theme": "dating grief cheating substance_use confidence communication anger other",
    "kind": "educational process",
    "goal": "understand_self coping_skills underlying_issues future_goals reduce_symptoms "
    "relationships personal_growth change_patterns understand_triggers past_events core_beliefs "
    "cope_daily_stress communication organisation confidence process_change resolve_trauma "
    "treat_condition change_beliefs change_relationship_patterns personality_change",
    "age_group": "child teen adult older_adult",
    "delivery": "in_person video phone",
    "gender": "female male nonbinary",
    "accepting": "yes waitlist no unknown",
    "training": "certified trained self_declared",
    "license_status": "active unverified expired disciplined revoked",
    "authority": "license compact telehealth",
    "level_of_care": "crisis emergency_medical urgent urgent_medical soon intensive "
    "psychotherapy_and_medication psychotherapy counselling support",
    "safety_flag": "suicide partner_violence psychosis mania withdrawal overdose eating_medical "
    "postpartum_psychosis child_at_risk",
}
LICENSES = "psychologist lcsw lpc lmft psychiatrist pmhnp associate coach"
OPTIONS = {
    "for": "self child other",
    "wants": "tools deeper both unsure",
    "duration": "under_2_weeks 2_weeks_to_3_months 3_to_12_months over_1_year",
    "seeks": "diagnosis growth both unsure",
    "tried_coping": "helped not_enough no",
    "exploration_comfort": "1 2 3 4 5",
    "difficulty": "not somewhat very extremely",
    "danger_now": "true false",
    "on_medication": "true false",
    "red_flags": "suicide partner_violence psychosis mania withdrawal overdose eating_medical "
    "postpartum_psychosis child_at_risk",
}
QUESTIONS = (
    "intro danger_now for age state zip text concerns wants duration seeks tried_coping "
    "exploration_comfort difficulty red_flags on_medication goals formats delivery coverage.payer "
    "coverage.max_fee preferences PHQ4 ASQ ASQ_NOW HARK"
)
CRISIS = (
    "headline headline_neutral body limits after trusted_adult call_988 text_988 chat_988 call_911"
)
READ_BY_PATIENTS = {
    "codes": ("about",),
    "licenses": ("about",),
    "modality_about": ("about",),
    "concern_about": ("about",),
    "rules": ("text",),
    "flow_words": ("title", "hint", "why"),
    "flow_options": ("label",),
    "crisis_words": ("text",),
    "scope_words": ("text",),
    "programs": ("about",),
    "help_sources": ("about",),
}
NEVER_SAID = re.compile(
    r"\b(commit(?:ted|s)? suicide|(?:failed|successful) (?:suicide )?attempt|you have depression"
    r"|you (?:have|suffer from) (?:a|an) \w* ?(?:disorder|illness)|your diagnosis|crazy|insane"
    r"|licence|counselling|PHQ|GAD|ASQ|HARK|AUDIT)\b",
    re.IGNORECASE,
)


@cache
def rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def table(name: str) -> tuple[dict[str, str], ...]:
    return rows(WORDS / f"{name}.csv")


def texts(name: str) -> list[str]:
    return [row[field] for row in table(name) for field in READ_BY_PATIENTS[name]]


def flags_heard(text: str) -> set[str]:
    return set(flags_in(text))


@pytest.mark.parametrize("vocabulary", CODES)
def test_every_code_of_the_contract_has_its_words_in_the_contracts_order(vocabulary: str) -> None:
    found = [row["code"] for row in table("codes") if row["vocabulary"] == vocabulary]
    assert found == CODES[vocabulary].split()


def test_there_is_no_code_list_that_the_contract_does_not_name() -> None:
    assert {row["vocabulary"] for row in table("codes")} == set(CODES)


def test_every_licence_says_who_they_are_and_what_they_may_do() -> None:
    assert [row["code"] for row in table("licenses")] == LICENSES.split()
    for row in table("licenses"):
        assert row["licensed"] in {"yes", "no"}
        assert row["may_diagnose"] in {"yes", "no", "state"}
        assert {row["may_prescribe"], row["may_test"]} <= {"yes", "no"}


@pytest.mark.parametrize(
    ("words", "codes"), [("modality_about", "modalities"), ("concern_about", "concerns")]
)
def test_every_modality_and_concern_is_described(words: str, codes: str) -> None:
    assert [row["code"] for row in table(words)] == [row["code"] for row in table(codes)]


def test_every_rule_has_a_reason_and_the_one_about_a_partner_none() -> None:
    assert {row["rule"] for row in table("rules")} >= {f"L{number:02}" for number in range(21)}
    assert [row["rule"] for row in table("rules") if not row["text"]] == ["L10"]


@pytest.mark.parametrize("question", OPTIONS)
def test_every_answer_that_can_be_chosen_has_a_label(question: str) -> None:
    found = [row["value"] for row in table("flow_options") if row["question"] == question]
    assert found == OPTIONS[question].split()


def test_every_question_says_why_it_is_asked() -> None:
    asked = {row["question"]: row for row in table("flow_words")}
    assert asked.keys() >= set(QUESTIONS.split())
    assert all(row["title"] and row["why"] for row in asked.values())


def test_the_crisis_card_has_all_its_words() -> None:
    assert {row["key"] for row in table("crisis_words")} >= set(CRISIS.split())


@pytest.mark.parametrize("name", sorted(set(READ_BY_PATIENTS) - {"rules", "flow_words"}))
def test_nothing_that_patients_read_is_empty(name: str) -> None:
    assert all(text.strip() for text in texts(name))


@pytest.mark.parametrize("name", READ_BY_PATIENTS)
def test_a_sixth_grader_can_read_it(name: str) -> None:
    grades = {text: reading_grade(text) for text in texts(name) if text}
    assert sum(grades.values()) / len(grades) <= 6
    assert {text: grade for text, grade in grades.items() if grade > 8} == {}


@pytest.mark.parametrize("name", READ_BY_PATIENTS)
def test_no_word_hurts_labels_or_names_an_instrument(name: str) -> None:
    assert [text for text in texts(name) if NEVER_SAID.search(text)] == []


def test_the_words_about_a_partner_give_nothing_away_to_one_who_looks_on() -> None:
    neutral = [row["text"] for row in table("crisis_words") if "neutral" in row["key"]]
    asked = next(row for row in table("flow_words") if row["question"] == "HARK")
    told = " ".join([*neutral, *asked.values()])
    assert not re.search(r"partner|violen|abus|afraid|hurt|safe", told, re.IGNORECASE)


def test_every_pattern_stands_on_word_ends_and_matches_no_empty_text() -> None:
    for row in table("scope_words"):
        assert not re.search(row["pattern"], "")
        assert r"\b" in row["pattern"]


def test_every_example_is_caught_and_no_harmless_one_is() -> None:
    for row in table("safety_phrases"):
        assert not row["example"] or row["flag"] in flags_heard(row["example"]), row["example"]
    assert [row["example"] for row in table("safe_phrases") if flags_heard(row["example"])] == []


def test_every_paraphrase_of_danger_is_heard() -> None:
    spoken = rows(SPOKEN / "suicidal_paraphrases.csv")
    missed = [row["text"] for row in spoken if row["flag"] not in flags_heard(row["text"])]
    assert len(spoken) >= 150
    assert missed == []


def test_no_harmless_twin_raises_a_flag() -> None:
    twins = [row["text"] for row in rows(SPOKEN / "harmless_twins.csv")]
    assert len(twins) >= 150
    assert [text for text in twins if flags_heard(text)] == []


def test_danger_is_heard_beside_harmless_words() -> None:
    spoken = [row for row in rows(SPOKEN / "suicidal_paraphrases.csv") if row["flag"] == "suicide"]
    twins = [row["text"] for row in rows(SPOKEN / "harmless_twins.csv")]
    said = [f"{twins[place % len(twins)]}. {row['text']}" for place, row in enumerate(spoken)]
    assert [text for text in said if "suicide" not in flags_heard(text)] == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("speech therapy for my son", "speech_therapy"),
        ("he stutters at school", "speech_therapy"),
        ("my knee hurts after surgery", "physical_therapy"),
        ("a physical therapist near me", "physical_therapy"),
        ("we need an ot evaluation", "occupational_therapy"),
        ("his handwriting is hard to read", "occupational_therapy"),
        ("looking for a good dentist", "other"),
        ("find an eye doctor", "other"),
        ("chronic pain for years", None),
        ("fear of the dentist", None),
        ("my knees shake when I panic", None),
        ("a shoulder to cry on", None),
        ("someone to talk to", None),
    ],
)
def test_what_is_not_ours_is_told_apart(text: str, field: str | None) -> None:
    found = next(
        (row["field"] for row in table("scope_words") if re.search(row["pattern"], text)), None
    )
    assert found == field
