"""First words to a provider: short, plain, and silent about anybody's health."""

import pytest

from directory.web.patient.shortlist.first_words import first_words, reads
from tests.reading_grade import reading_grade
from tests.web.people import coach, therapist

ANA = therapist("ana", "Ana Alvarez")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "I am looking for a first visit."),
        ({"for": "child"}, "I am looking for a first visit for my child."),
        ({"coverage.payer": "aetna"}, "My plan is Aetna. Do you take it?"),
        ({"coverage.payer": "self_pay"}, "What does a visit cost, and which plans do you take?"),
        ({"coverage.payer": "no such plan"}, "which plans do you take?"),
    ],
)
def test_the_message_tells_who_it_is_for_and_the_plan(answers: dict[str, str], words: str) -> None:
    assert words in "\n".join(first_words(ANA, answers).message)


def test_nothing_else_of_the_answers_is_told() -> None:
    answers = {"text": "canary", "concerns": ("panic",), "red_flags": ("suicide",), "age": 34}
    assert first_words(ANA, answers) == first_words(ANA, {})


def test_a_waiting_list_is_asked_about() -> None:
    waiting = therapist("ben", "Ben Brooks", availability={"accepting": "waitlist"})
    assert "How long is the wait for a first visit?" in first_words(waiting, {}).call
    assert "What does a visit cost?" in first_words(coach("leo", "Leo Quist"), {}).call


def test_a_message_for_anybody_leaves_room_for_the_name() -> None:
    assert first_words(None, {}).message[0] == "Hello (name),"


def test_english_is_added_where_the_provider_may_not_read_the_page_s_language() -> None:
    assert reads(ANA, "es")
    assert not reads(therapist("ben", "Ben Brooks", languages=["en"]), "es")
    assert reads(None, "en")
    assert first_words(ANA, {}).in_english == ()


def test_the_words_are_easy_to_say() -> None:
    words = first_words(ANA, {"coverage.payer": "aetna"})
    assert reading_grade(" ".join((*words.call, *words.message))) <= 5
