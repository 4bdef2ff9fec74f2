"""Help that is not ours is told apart, and nobody who speaks of mind or mood is sent away."""

import csv
from pathlib import Path

import pytest

from directory.triage import read_own_words
from directory.triage.phrases import out_of_scope_in
from directory.vocabulary.phrases import OURS, SCOPE_PHRASES, read_scope_phrase
from directory.vocabulary.terms import read_table

with (Path(__file__).parent / "data" / "scope.csv").open(encoding="utf-8", newline="") as _file:
    ASKED = [(row["text"], row["field"]) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(("text", "field"), ASKED)
def test_what_is_not_ours_is_told_apart(text: str, field: str) -> None:
    found = out_of_scope_in(text)
    assert (found.field if found else "") == field


def test_a_field_of_help_that_there_is_not_is_refused() -> None:
    row = {"field": "astrology", "pattern": "star", "text": "Look up."}
    with pytest.raises(ValueError, match=r"^scope_words\.csv: unknown field 'astrology'$"):
        read_scope_phrase(row)
    assert read_scope_phrase(row | {"field": "other"}).field == "other"


def test_the_first_phrase_in_the_file_decides() -> None:
    found = out_of_scope_in("a dentist, or an OT evaluation, or looking for a dentist")
    assert found is not None
    assert found.field == "occupational_therapy"


def test_the_answer_names_where_to_look() -> None:
    found = out_of_scope_in("My KNEE hurts")
    assert found is not None
    assert "physical therapist" in found.text


def test_words_of_mind_or_mood_keep_everybody_here() -> None:
    assert out_of_scope_in("my knee hurts") is not None
    assert out_of_scope_in("my knee hurts and I feel DEPRESSED") is None


def test_nobody_who_speaks_of_danger_is_sent_elsewhere() -> None:
    assert read_own_words("I need a dentist").out_of_scope is not None
    found = read_own_words("I need a dentist, he knocked my teeth out and choked me")
    assert found.safety_flags == ("partner_violence",)
    assert found.out_of_scope is None


def test_every_example_of_our_own_words_is_kept() -> None:
    examples = [row["example"] for row in read_table("scope_ours.csv")]
    assert [text for text in examples if out_of_scope_in(text)] == []
    for pattern, example in zip(OURS, examples, strict=True):
        assert pattern.search(example.lower())
        assert not pattern.search("")


def test_no_pattern_of_scope_is_written_in_capitals() -> None:
    patterns = {phrase.pattern.pattern for phrase in SCOPE_PHRASES}
    assert {pattern for pattern in patterns if pattern != pattern.lower()} == set()
