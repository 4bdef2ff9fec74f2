"""The matcher speaks plainly: short words, whole sentences, no verdicts."""

import re
from collections.abc import Iterator

import pytest

from directory.matching import Plan
from directory.matching.phrases import listed, phrases_of
from directory.resources import resource_folder
from directory.sentences import inside
from directory.vocabulary import CONCERNS
from directory.wishes import PREFERENCE_VALUES, Preference
from directory.workflows.imports.seed import demo_listings
from tests.matching.asking import TODAY, asking, match
from tests.reading_grade import reading_grade

WISHES = {
    "coverage": {"payer": "aetna", "max_fee": 180, "sliding_scale": True},
    "delivery": ["in_person", "video"],
    "preferences": [
        {"factor": "language", "value": "es", "strength": "prefer"},
        {"factor": "gender", "value": "female", "strength": "prefer"},
        {"factor": "structure", "value": "structured", "strength": "prefer"},
        {"factor": "accessibility", "value": "step_free", "strength": "prefer"},
        {"factor": "community", "value": "lgbtq", "strength": "prefer"},
    ],
}
REQUESTS = [
    {"concerns": ["panic", "grief"], **WISHES, "exploration_comfort": 1},
    {
        "concerns": ["depression"],
        "exploration_comfort": 5,
        "level_of_care": "psychotherapy_and_medication",
    },
    {"safety_flags": ["suicide"], "level_of_care": "urgent", "zip": "94110"},
    {"concerns": ["stress"], "level_of_care": "support", **WISHES, "coverage": None},
    {
        "seeks": "diagnosis",
        "level_of_care": "counselling",
        "delivery": ["in_person"],
        "zip": "94110",
    },
    {"concerns": ["relationship_distress"], "formats": ["couples"], "state": "NY"},
]


def all_that_is_said() -> Iterator[str]:
    """Yield the sentences of some answers from the demo listings."""
    path = resource_folder("seed_data") / "providers.jsonl.gz"
    listings = list(demo_listings(path, TODAY))
    for request in REQUESTS:
        outcome = match(asking(**request), listings, TODAY, limit=10)
        yield from planned(outcome.plan)
        for found in outcome.matches:
            yield from (reason.text for reason in found.reasons)
            yield from (need.text for need in found.needs)
            yield from found.cautions
            yield from ([found.expect.length] if found.expect.length else [])
            yield from ([found.expect.total_cost.text] if found.expect.total_cost else [])


def planned(plan: Plan) -> Iterator[str]:
    """Yield the sentences of a plan."""
    yield from ([plan.pair.text] if plan.pair else [])
    yield from ([plan.support.text] if plan.support else [])
    yield from ([plan.insurance] if plan.insurance else [])
    for group in plan.groups:
        yield from (group.text, *group.notes)
    for approach in plan.approaches:
        yield from (approach.text, approach.length)
        yield from ([approach.note] if approach.note else [])
    for program in plan.programs:
        yield from (program.about, *(source.text for source in program.ask))
    for add_on in plan.add_ons:
        yield add_on.text
    yield from (way.text for way in (*plan.ways_on, *plan.overrides))


def asked_for_aloud() -> Iterator[str]:
    """Yield what a person may ask before a first visit."""
    path = resource_folder("seed_data") / "providers.jsonl.gz"
    listings = list(demo_listings(path, TODAY))
    for request in REQUESTS:
        for found in match(asking(**request), listings, TODAY, limit=10).matches:
            yield from found.questions


@pytest.fixture(scope="module")
def said() -> list[str]:
    return sorted(set(all_that_is_said()))


def test_there_is_something_to_read(said: list[str]) -> None:
    assert len(said) > 100


def test_the_sentences_read_at_sixth_grade_or_below_on_average(said: list[str]) -> None:
    grades = [reading_grade(text) for text in said]
    assert sum(grades) / len(grades) <= 6


def test_questions_read_as_easily_and_are_four_to_six_for_everybody() -> None:
    asked = sorted(set(asked_for_aloud()))
    grades = [reading_grade(text) for text in asked]
    assert sum(grades) / len(grades) <= 6
    assert [text for text in asked if not re.fullmatch(r"[A-Z].*\?", text)] == []


def test_every_sentence_begins_with_a_capital_and_ends_with_a_full_stop(said: list[str]) -> None:
    assert [text for text in said if not re.fullmatch(r"[A-Z].*\.", text)] == []


def test_no_sentence_gives_a_verdict_or_makes_a_promise(said: list[str]) -> None:
    forbidden = re.compile(
        r"you have|you are|diagnosed|disorder you|best|cure|guarantee|will help", re.IGNORECASE
    )
    assert [text for text in said if forbidden.search(text)] == []


def test_no_code_leaks_into_a_sentence(said: list[str]) -> None:
    assert [text for text in said if "_" in text or "None" in text] == []


@pytest.mark.parametrize("factor", PREFERENCE_VALUES)
def test_every_value_of_a_preference_has_words(factor: str) -> None:
    for value in PREFERENCE_VALUES[factor]:
        preference = Preference(factor=factor, value=value, strength="prefer")
        for phrase in phrases_of(preference):
            assert re.fullmatch(r"[a-z].*[A-Za-z)0-9+]", phrase), phrase


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Panic attacks", "panic attacks"),
        ("ADHD in adults", "ADHD in adults"),
        ("PTSD / trauma", "PTSD / trauma"),
        ("Gottman method couple therapy", "Gottman method couple therapy"),
        ("Asian American people", "Asian American people"),
    ],
)
def test_a_label_inside_a_sentence_keeps_its_names(label: str, words: str) -> None:
    assert inside(label) == words


def test_concerns_keep_their_capital_only_where_it_is_a_name() -> None:
    capital = {code for code, term in CONCERNS.items() if inside(term.label)[0].isupper()}
    assert capital <= {"adhd_adult", "adhd_child", "arfid", "lgbtq", "ptsd", "ipv_perpetrator"}


def test_phrases_are_joined_as_people_do() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "a", "c"], "or") == "a, b or c"
