"""Danger is heard in a person's own words, and harmless words raise nothing."""

import csv
from pathlib import Path

import pytest

from directory.triage.phrases import flags_in
from directory.triage.spoken import is_said, listen, spans_of, without
from directory.vocabulary import SAFETY_FLAGS
from directory.vocabulary.phrases import (
    HARMLESS_PHRASES,
    SAFETY_PHRASES,
    WORD_CLASSES,
    Phrase,
    Step,
    read_phrase,
    read_safety_phrase,
)

LISTS = sorted((Path(__file__).parent / "data").glob("safety_*.csv"))


def rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["flag"]) for row in csv.DictReader(file)]


ALL = [row for path in LISTS for row in rows(path)]


def said(phrase: str, text: str) -> bool:
    return is_said(read_phrase(phrase), listen(text))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_paraphrase_of_danger_is_heard(path: Path) -> None:
    missed = [(text, flag) for text, flag in rows(path) if flag and flag not in flags_in(text)]
    assert missed == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_harmless_twin_raises_a_flag(path: Path) -> None:
    assert [text for text, flag in rows(path) if not flag and flags_in(text)] == []


def test_the_lists_are_long_and_every_flag_has_its_own() -> None:
    flags = [flag for _, flag in ALL]
    assert flags.count("suicide") >= 150
    assert flags.count("") >= 150
    assert set(flags) - {""} == set(SAFETY_FLAGS)


def test_danger_is_heard_beside_harmless_words() -> None:
    twins = [text for text, flag in ALL if not flag]
    danger = [text for text, flag in ALL if flag == "suicide"]
    for joint in (". ", ", but ", "\n"):
        mixed = [f"{twins[at % len(twins)]}{joint}{text}" for at, text in enumerate(danger)]
        assert [text for text in mixed if "suicide" not in flags_in(text)] == []


def test_flags_come_in_the_order_of_the_vocabulary() -> None:
    assert flags_in("My husband hits me.\nI want to die.") == ("suicide", "partner_violence")


def test_words_of_one_sentence_or_line_do_not_join_those_of_the_next() -> None:
    assert flags_in("I want to. Die Hard is on") == ()
    assert flags_in("what I want to\ndie cast toys") == ()
    assert flags_in("I want to die") == ("suicide",)


def test_words_around_a_harmless_phrase_stay_apart() -> None:
    assert flags_in("I want to laugh, we were dying of laughter") == ()


def test_a_phrase_is_read_word_by_word() -> None:
    found = read_phrase("-not|never WANT .3 die|dying !of =$|now")
    assert found == Phrase(
        (Step(0, frozenset({"WANT"})), Step(3, frozenset({"die", "dying"}))),
        not_before=frozenset({"not", "never"}),
        not_after=frozenset({"of"}),
        after=frozenset({"$", "now"}),
    )
    assert read_phrase("a .2 b c").steps[1:] == (
        Step(2, frozenset({"b"})),
        Step(0, frozenset({"c"})),
    )


@pytest.mark.parametrize("written", ["", ".3", "!of", "die =$ now", "to|$ die"])
def test_a_phrase_that_cannot_be_meant_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        read_phrase(written)


@pytest.mark.parametrize(
    ("phrase", "text", "heard"),
    [
        ("want .2 pills", "want pills", True),
        ("want .2 pills", "want my green pills", True),
        ("want .2 pills", "want my other green pills", False),
        ("want .2 pills", "pills want", False),
        ("want pills", "want my pills", False),
        ("want .2 pills", "want. pills", False),
        ("pills =$|now", "pills", True),
        ("pills =$|now", "pills now", True),
        ("pills =$|now", "pills later", False),
        ("pills !later", "pills", True),
        ("pills !later", "pills later", False),
        ("-not pills", "pills", True),
        ("-not pills", "not pills", False),
        ("-not pills", "not my pills", False),
        ("-not pills", "not my green pills", True),
        ("-not pills", "not. pills", True),
        ("kill* SELF", "killed himself", True),
        ("kill* SELF", "kill himself", True),
        ("kill* SELF", "skill himself", False),
        ("weighs 82", "weighs 82", True),
        ("weighs 82", "weighs 83", False),
        ("weighs #", "weighs 83", True),
        ("took # PILL", "took 40 tablets", True),
        ("took # PILL", "took forty tablets", True),
        ("took # PILL", "took my tablets", False),
        ("want want die", "want want want die", True),
    ],
)
def test_a_phrase_is_heard_where_it_is_said(phrase: str, text: str, heard: bool) -> None:
    assert said(phrase, text) is heard


def test_a_phrase_is_found_wherever_it_is_said() -> None:
    spoken = listen("pills and more pills")
    assert sorted(spans_of(read_phrase("pills"), spoken)) == [(0, 0), (3, 3)]
    assert sorted(spans_of(read_phrase("pills .3 pills"), spoken)) == [(0, 3)]


def test_what_is_taken_out_ends_the_sentence() -> None:
    spoken = listen("want more pills now")
    left = without(spoken, [(1, 2)])
    assert is_said(read_phrase("want =$"), left)
    assert is_said(read_phrase("now"), left)
    assert not is_said(read_phrase("pills"), left)
    assert not is_said(read_phrase("want .3 now"), left)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("i wanna die", "want to die"),
        ("i can't", "can not"),
        ("i don't", "do not"),
        ("i dont", "do not"),
        ("kms", "kill myself"),
        ("s*icide", "suicide"),
        ("s u i c i d e", "suicide"),
        ("suicidle", "suicide"),
        ("wake up", "wakeup"),
        ("no one", "nobody"),
        ("she passed out", "faint"),
        ("he od'd", "overdos*"),
    ],
)
def test_slang_and_spelling_are_brought_to_one_form(text: str, spoken: str) -> None:
    assert said(spoken, text)


def test_fillers_do_not_stand_between_words() -> None:
    assert said("want die", "want really literally fucking die")


def test_only_words_that_phrases_ask_for_are_kept() -> None:
    assert listen("my address is 12 zyxwv lane").names[4] == frozenset()


def test_an_empty_text_says_nothing() -> None:
    assert flags_in("") == ()
    assert listen("").heard == frozenset({"$"})


@pytest.mark.parametrize(
    "text",
    ["want " * 2000, "i " * 5000, "not " * 3000 + "die", "a" * 20000, "s*" * 5000, "'" * 9000,
     "i want to kill " * 700, "k " * 5000, "he she they her him " * 500],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_long_text_of_one_word_is_read_to_its_end(text: str) -> None:
    assert isinstance(flags_in(text), tuple)


def test_every_name_in_capitals_is_a_class_of_words() -> None:
    classes = frozenset().union(*WORD_CLASSES.values())
    phrases = [*HARMLESS_PHRASES, *(each.phrase for each in SAFETY_PHRASES)]
    for phrase in phrases:
        words = frozenset().union(*(step.words for step in phrase.steps))
        named = words | phrase.not_before | phrase.not_after | phrase.after
        assert {name for name in named if name.isupper()} <= classes


def test_no_phrase_waits_for_a_filler() -> None:
    fillers = {word for word, classes in WORD_CLASSES.items() if "FILLER" in classes}
    phrases = [*HARMLESS_PHRASES, *(each.phrase for each in SAFETY_PHRASES)]
    assert [each for each in phrases if any(step.words <= fillers for step in each.steps)] == []


def test_a_flag_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="boredom"):
        read_safety_phrase({"flag": "boredom", "phrase": "so bored"})
    assert read_safety_phrase({"flag": "mania", "phrase": "manic"}).flag == "mania"


def test_words_may_be_forbidden_after_the_first() -> None:
    assert read_phrase("fear .3 die ~want|says").not_among == {"want", "says"}
    assert said("fear .3 die ~want", "fear that he will die")
    assert not said("fear .3 die ~want", "fear that I want to die")
    assert said("fear .3 die ~want", "want fear of die")
    assert "suicide" in flags_in("I'm worried my son wants to die")
    assert flags_in("I'm worried my son might die") == ()


def test_words_of_the_sentence_before_forbid_nothing() -> None:
    assert not said("die -not", "not die")
    assert not said("die -not", "not I die")
    assert not said("die -not", "hm. not die")
    assert said("die -not", "not. die")
    assert said("die -not", "not I. die")
    assert said("die -not", "die")
