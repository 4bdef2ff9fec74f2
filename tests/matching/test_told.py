"""All that the matcher says to a patient can be told in another language, down to its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from directory.matching import Match, MatchOutcome, match
from directory.providers import Provider
from directory.resources import resource_folder
from directory.sentences import English, Sentence
from directory.workflows.imports.seed import demo_listings
from tests.factories import make_coach, make_provider
from tests.matching.asking import TODAY, asking, matched
from tests.matching.test_sentences import REQUESTS

# Fields that hold codes, numbers to dial, names, and what a provider wrote.
CODES = {"code", "concern", "concerns", "drop", "factor", "field", "grade", "kind", "modality"}
CODES |= {"excluded", "role", "state", "theme"}
GIVEN = {"call", "id", "name", "provider", "schedule"}
FOR_CHECKERS = {"source"}
NOT_TOLD = CODES | GIVEN | FOR_CHECKERS
# What is asked for where nothing is known has no question elsewhere.
EMPTY = {"question"}
FEW_MATCH = {
    "preferences": [
        {"factor": "gender", "value": "nonbinary", "strength": "must"},
        {"factor": "language", "value": "vi", "strength": "must"},
    ]
}
SILENT = {
    "concerns": ["grief"],
    "coverage": {"payer": "aetna", "max_fee": 200, "sliding_scale": True},
    "delivery": ["in_person"],
    "zip": "94110",
    "within_miles": 50,
    "exploration_comfort": 5,
    "seeks": "diagnosis",
    "preferences": [
        {"factor": "community", "value": "veterans", "strength": "prefer"},
        {"factor": "gender", "value": "male", "strength": "avoid"},
        {"factor": "accessibility", "value": "elevator", "strength": "prefer"},
        {"factor": "length", "value": "brief", "strength": "prefer"},
        {"factor": "time_focus", "value": "past", "strength": "prefer"},
    ],
}


class Elsewhere(English):
    """A tongue in which every pattern is told in capitals, and every value as in English."""

    def words(self, one: str, several: str | None, count: int) -> str:
        pattern = super().words(one, several, count)
        parts = pattern.replace("}", "{").split("{")
        return "".join(
            f"{{{part}}}" if place % 2 else part.upper() for place, part in enumerate(parts)
        )


def said(record: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text that a record says to a patient, with the name of its field."""
    if field in NOT_TOLD:
        return
    if isinstance(record, str):
        if record or field not in EMPTY:
            yield field, record
    elif isinstance(record, tuple):
        for part in record:
            yield from said(part, field)
    elif is_dataclass(record):
        for one in fields(record):
            yield from said(getattr(record, one.name), one.name)
    else:
        assert not isinstance(record, Mapping), field


def names_in(sentence: Sentence) -> Iterator[str]:
    """Yield what a sentence says as it stands in every language."""
    for value in sentence.values.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Sentence):
                yield from names_in(part)
            elif isinstance(part, str) and part:
                yield part


@pytest.fixture(scope="module")
def outcomes() -> list[MatchOutcome]:
    path = resource_folder("seed_data") / "providers.jsonl.gz"
    people = list(demo_listings(path, TODAY))
    asked = [*REQUESTS, FEW_MATCH, SILENT]
    return [match(asking(**one), people, TODAY, limit=10) for one in asked]


def names_of(outcome: MatchOutcome) -> set[str]:
    """Return the names and titles that may stand in what is said of some matches."""
    people = [found.provider for found in outcome.matches]
    titles = {held.title for one in people for held in one.licenses}
    return {one.name for one in people} | titles


def test_all_that_is_said_to_a_patient_is_a_sentence(outcomes: list[MatchOutcome]) -> None:
    found = [one for outcome in outcomes for one in said(outcome)]
    assert len(found) > 1000
    assert {one for one in found if not isinstance(one[1], Sentence)} == set()
    assert {"need", "question", "cautions", "not_checked", "session", "about", "notes"} <= {
        field for field, _ in found
    }


def test_nothing_but_names_and_titles_stays_as_it_is(outcomes: list[MatchOutcome]) -> None:
    for outcome in outcomes:
        sentences = [text for _, text in said(outcome) if isinstance(text, Sentence)]
        kept = {name for sentence in sentences for name in names_in(sentence)}
        assert kept <= names_of(outcome)


def test_every_reason_is_told_with_all_of_its_sentences(outcomes: list[MatchOutcome]) -> None:
    for reason in (r for o in outcomes for m in o.matches for r in m.reasons):
        assert isinstance(reason.text, Sentence)
        for saying in reason.sayings:
            assert saying.text in reason.text


def the_only(outcome: MatchOutcome) -> Match:
    (found,) = outcome.matches
    return found


def told(*texts: str) -> list[str]:
    return [text.told(Elsewhere()) for text in texts if isinstance(text, Sentence)]


def test_a_need_is_told_whole_in_another_language() -> None:
    silent = make_provider(payers=[], confirmed={"delivery": "2026-10-02"})
    asked = {"coverage": {"payer": "aetna"}, "delivery": ["video", "phone"]}
    met, takes, *_ = the_only(matched(silent, **asked)).needs
    assert told(met.need, met.text) == [
        "MEETS BY VIDEO OR BY PHONE",
        "MEETS BY VIDEO. CONFIRMED ON October 2, 2026.",
    ]
    assert told(takes.text, takes.question) == [
        "NOT KNOWN IF THIS PERSON TAKES AETNA. ASK BEFORE YOU BOOK.",
        "DO YOU TAKE AETNA?",
    ]


@pytest.mark.parametrize(
    "provider", [make_provider(availability={"accepting": "waitlist"}), make_coach()]
)
def test_cautions_and_questions_are_told_whole(provider: Provider) -> None:
    found = the_only(matched(provider, level_of_care="support", concerns=["stress"]))
    texts = [*found.cautions, *found.not_checked, *found.questions]
    assert told(*texts) == [text.upper() for text in texts]
