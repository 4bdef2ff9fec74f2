"""Sentences: written in English, told in another language from the same pattern and values."""

import copy
import pickle
from dataclasses import asdict, dataclass
from datetime import date

import pytest

from directory.sentences import Dollars, Sentence, beginning, inside, joined, say, say_many

_DAY = date(2026, 11, 2)


_CATALOG = {
    "Is about {miles} miles from you.": "Está a unas {miles} millas.",
    "Works with {concern}.": "Trabaja con {concern}.",
    "Panic attacks": "Ataques de pánico",
    "{first} and {last}": "{first} y {last}",
    "{count} day": "{count} día",
    "{count} days": "{count} días",
}


class Spanish:
    """A tongue with a catalog of its own."""

    def words(self, one, several, count):
        return _CATALOG.get(one if several is None or count == 1 else several, one)

    def number(self, number):
        return f"{number:,}".replace(",", ".")

    def day(self, day):
        return f"{day.day}/{day.month}"

    def money(self, dollars):
        return f"US${dollars.amount:.0f}"

    def polished(self, words):
        return words


def test_a_sentence_is_its_english_words():
    sentence = say("Is about {miles} miles from you.", miles=1200)
    assert sentence == "Is about 1,200 miles from you."
    assert isinstance(sentence, str)


def test_a_sentence_is_told_in_another_language_from_the_same_values():
    assert say("Is about {miles} miles from you.", miles=1200).told(Spanish()) == (
        "Está a unas 1.200 millas."
    )


def test_a_sentence_inside_a_sentence_is_told_too():
    sentence = say("Works with {concern}.", concern=inside(Sentence("Panic attacks")))
    assert sentence == "Works with panic attacks."
    assert sentence.told(Spanish()) == "Trabaja con ataques de pánico."


def test_a_name_inside_a_sentence_is_left_as_it_is():
    assert say("{first} and {last}", first="Ana", last="Panic attacks").told(Spanish()) == (
        "Ana y Panic attacks"
    )


@pytest.mark.parametrize(("count", "words"), [(1, "1 día"), (2, "2 días"), (0, "0 días")])
def test_a_count_chooses_the_form_in_each_language(count, words):
    assert say_many("{count} day", "{count} days", count).told(Spanish()) == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_a_count_chooses_the_form_in_english(count, words):
    assert say_many("{count} day", "{count} days", count) == words


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        (_DAY, "November 2, 2026", "2/11"),
        (Dollars(1250), "$1,250", "US$1250"),
        (Dollars(90.5), "$90.50", "US$90"),
        (("a", "b"), "a, b", "a, b"),
    ],
)
def test_days_money_and_lists_are_written_by_the_language(value, english, spanish):
    sentence = say("{value}", value=value)
    assert sentence == english
    assert sentence.told(Spanish()) == spanish


def test_parts_are_joined_as_people_do():
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined(["a", "b"], "or") == "a or b"
    panic = Sentence("Panic attacks")
    assert joined(["x", panic]).told(Spanish()) == "x y Ataques de pánico"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Panic attacks", "panic attacks"),
        ("CBT for sleep", "CBT for sleep"),
        ("Gottman method", "Gottman method"),
        ("", ""),
    ],
)
def test_a_label_is_small_inside_a_sentence_unless_it_is_a_name(label, words):
    assert inside(label) == words
    assert inside(Sentence(label)) == words


def test_what_was_shaped_once_can_be_shaped_again():
    phrase = inside(Sentence("Panic attacks"))
    assert beginning(phrase) == "Panic attacks"
    assert beginning(phrase).told(Spanish()) == "Ataques de pánico"


def test_braces_in_a_sentence_without_values_stay():
    assert Sentence("a {b} c") == "a {b} c"


def test_copies_keep_what_a_sentence_remembers():
    @dataclass
    class Page:
        words: str

    sentence = say("Works with {concern}.", concern="grief")
    assert copy.copy(sentence) is sentence
    assert asdict(Page(sentence))["words"] is sentence


def test_a_pickled_sentence_is_plain_text():
    assert type(pickle.loads(pickle.dumps(say("a {b}", b="c")))) is str
