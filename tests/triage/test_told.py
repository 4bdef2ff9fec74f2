"""What triage says to a patient can be told in another language, and its documents are plain."""

from collections.abc import Iterator

import pytest

from directory.sentences import Sentence
from directory.triage import TriageResult, crisis_card, read_own_words
from directory.vocabulary import LEVELS_OF_CARE, SAFETY_FLAGS
from directory.vocabulary.crisis import CRISIS_LINES, CRISIS_WORDS
from directory.vocabulary.help_sources import HELP_SOURCES
from directory.vocabulary.instruments import INSTRUMENTS, Question
from directory.vocabulary.lengths import USUAL_LENGTHS
from directory.vocabulary.phrases import SCOPE_PHRASES
from directory.vocabulary.programs import PROGRAMS
from directory.vocabulary.rules import RULES
from tests.triage.answering import assessed


def texts_of(result: TriageResult) -> Iterator[str]:
    yield from (reason.text for reason in result.because)
    if result.crisis:
        yield result.crisis.headline
        for line in result.crisis.lines:
            yield from (line.name, *([line.text] if line.text else []))


@pytest.mark.parametrize(
    "answers",
    [
        {"concerns": ["panic"], "difficulty": "very", "duration": "over_1_year"},
        {"red_flags": ["overdose"], "age": 15},
        {"red_flags": ["partner_violence"]},
        {"red_flags": ["withdrawal"], "danger_now": True},
    ],
)
def test_reasons_and_the_crisis_card_are_sentences(answers: dict[str, object]) -> None:
    found = [*texts_of(assessed(**answers))]
    assert found
    assert [text for text in found if not isinstance(text, Sentence)] == []


def test_a_reason_is_the_text_of_its_rule() -> None:
    for reason in assessed(red_flags=["mania"], on_medication=True).because:
        assert reason.text is RULES[reason.rule].text


@pytest.mark.parametrize("flag", SAFETY_FLAGS)
def test_every_card_is_of_sentences(flag: str) -> None:
    card = crisis_card("urgent", (flag,), "teen")
    assert card
    assert isinstance(card.headline, Sentence)
    assert all(isinstance(line.name, Sentence) for line in card.lines)


def test_own_words_are_answered_in_sentences() -> None:
    panic = read_own_words("I have panic attacks on the train")
    assert all(isinstance(one.label, Sentence) for one in panic.suggestions)
    speech = read_own_words("speech therapy for my son").out_of_scope
    assert speech
    assert isinstance(speech.text, Sentence)


def test_documents_hold_plain_text() -> None:
    result = assessed(red_flags=["overdose"])
    again = TriageResult.model_validate_json(result.model_dump_json())
    assert again == result
    assert {type(text) for text in texts_of(again)} == {str}


def words_of(question: Question | None) -> Iterator[str]:
    if question:
        yield from (question.text, *(option.label for option in question.options))


def all_words() -> Iterator[str]:
    for instrument in INSTRUMENTS.values():
        asked = (instrument.gate, *instrument.items, instrument.follow_up)
        yield from (text for question in asked for text in words_of(question))
        yield from [instrument.stem] if instrument.stem else []
    yield from (rule.text for rule in RULES.values())
    yield from CRISIS_WORDS.values()
    yield from (line.name for line in CRISIS_LINES)
    yield from (phrase.text for phrase in SCOPE_PHRASES)
    yield from (length.words for length in USUAL_LENGTHS.values())
    yield from (text for one in HELP_SOURCES.values() for text in (one.label, one.about))
    yield from (text for one in PROGRAMS for text in (one.label, one.about))
    yield from (text for one in LEVELS_OF_CARE.values() for text in (one.label, one.about))


def test_every_word_of_the_vocabulary_that_patients_read_is_a_sentence() -> None:
    found = [*all_words()]
    assert len(found) > 500
    assert [text for text in found if not isinstance(text, Sentence)] == []
