"""Reading a text: concerns to suggest, danger, and help that is not ours."""

import pytest

from directory.triage import read_own_words
from directory.triage.phrases import flags_in, plain
from directory.triage.suggestions import rank_concerns
from directory.vocabulary import CONCERNS, SAFETY_FLAGS
from directory.vocabulary.phrases import HARMLESS_PHRASES, SAFETY_PHRASES


def suggested(text: str, limit: int = 3) -> list[str]:
    return [suggestion.code for suggestion in read_own_words(text, limit).suggestions]


@pytest.mark.parametrize("text", ["", "   ", "?!...", "—", "the and of", "12345", "🙂"])
def test_a_text_that_says_nothing_suggests_nothing(text: str) -> None:
    words = read_own_words(text)
    assert (words.suggestions, words.safety_flags, words.out_of_scope) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("panic attacks on the subway", "panic"),
        ("I can’t sleep, awake at 3am every night", "insomnia"),
        ("my mom died and I miss her", "grief"),
        ("drinking too much wine every night", "alcohol"),
        ("my son can't sit still and his teacher says ADHD", "adhd_child"),
    ],
)
def test_the_words_of_a_patient_find_the_concern(text: str, concern: str) -> None:
    assert suggested(text, limit=1) == [concern]


@pytest.mark.parametrize("code", sorted(CONCERNS))
def test_a_label_finds_its_own_concern(code: str) -> None:
    assert code in suggested(CONCERNS[code].label)


def test_a_phrase_outranks_a_bag_of_its_words() -> None:
    scores = dict(rank_concerns("panic attack"))
    assert scores["panic"] > 2 * max(score for code, score in scores.items() if code != "panic")


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    found = read_own_words("worried, sad and cannot sleep", limit=2).suggestions
    assert len(found) == 2
    assert found[0].score >= found[1].score > 0
    assert found[0].label == CONCERNS[found[0].code].label


def test_a_suggestion_never_becomes_a_fact() -> None:
    assert read_own_words("hearing voices", limit=0).suggestions == ()


def test_a_safety_phrase_raises_its_flag_in_any_spelling() -> None:
    assert flags_in("I want to DIE") == ("suicide",)
    assert flags_in("I  want\nto die") == ("suicide",)


def test_a_harmless_turn_of_phrase_is_left_out() -> None:
    assert flags_in("we were dying of laughter") == ()
    assert flags_in("we were dying of laughter but now I want to die") == ("suicide",)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("speech therapy for my son", "speech_therapy"),
        ("exercises for my knee", "physical_therapy"),
        ("we need an occupational therapist", "occupational_therapy"),
        ("looking for a dentist", "other"),
    ],
)
def test_help_that_is_not_ours_is_recognised(text: str, field: str) -> None:
    found = read_own_words(text).out_of_scope
    assert found is not None
    assert (found.field, bool(found.text)) == (field, True)


def test_help_that_is_ours_is_not_sent_away() -> None:
    assert read_own_words("talk therapy for my son").out_of_scope is None


def test_every_flag_that_a_text_can_raise_has_phrases() -> None:
    assert {phrase.flag for phrase in SAFETY_PHRASES} == set(SAFETY_FLAGS)
    assert HARMLESS_PHRASES


@pytest.mark.parametrize("text", ["I AM SUICIDAL", "ſuicidal", "suıcıdal", "SUİCİDAL"])
def test_no_way_to_write_a_letter_hides_danger(text: str) -> None:
    assert "suicide" in flags_in(text)


def test_quotes_and_spaces_are_made_plain() -> None:
    assert plain("  I can’t\n\tSLEEP “well”") == 'i can\'t sleep "well"'
