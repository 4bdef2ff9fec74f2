"""The questions, in order, and who is asked which: data and routing, no policy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from directory.vocabulary import CONCERNS, DELIVERY, FORMATS, PAYERS, STATES
from directory.vocabulary.instruments import INSTRUMENTS
from directory.web.patient.flow_words import (
    RATHER_NOT,
    WORDS,
    Choice,
    answers_to,
    concerns_named,
    items_of,
    options_of,
    terms_of,
)
from directory.web.patient.visit import Answers

Kind = Literal["radios", "checkboxes", "select", "number", "money", "zip", "text", "tick"]
When = Callable[[Answers], bool]
Choices = Callable[[Answers], tuple[Choice, ...]]

# The ages from which an instrument may be asked; sources as in instruments.json.
PHQ4_FROM, ASQ_FROM, HARK_FROM = 12, 8, 18
_ABOUT_PARTNER = {"ipv_check", "ipv_block_couple"}


@dataclass(frozen=True, slots=True)
class Field:
    """One form control; its key is the path of the answer in the triage document."""

    key: str
    kind: Kind
    label: str
    hint: str = ""
    choices: Choices = lambda _: ()
    required: bool = False
    most: int = 99


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the flow; `stem` is the line above the question."""

    key: str
    title: str
    why: str
    fields: tuple[Field, ...]
    asked: When = lambda _: True
    stem: str = ""


def path(answers: Answers) -> tuple[Question, ...]:
    """Return the questions that a person with these answers is asked, in order."""
    return tuple(question for question in FLOW if question.asked(answers))


def age_of(answers: Answers) -> int:
    """Return the age given, or that of an adult while it is not known."""
    age = answers.get("age")
    return age if isinstance(age, int) else 30


def codes_of(answers: Answers, key: str) -> tuple[str, ...]:
    """Return the codes chosen for a question, none where it was not answered."""
    chosen = answers.get(key)
    return chosen if isinstance(chosen, tuple) else ()


def asq_is_positive(answers: Answers) -> bool:
    """Tell whether any of the four questions was answered yes or declined."""
    keys = [f"instruments.ASQ[{i}]" for i in range(4)]
    return any(key in answers and answers[key] in (1, None) for key in keys)


def _asks_about_partner(answers: Answers) -> bool:
    asks = {word for code in codes_of(answers, "concerns") for word in CONCERNS[code].asks_about}
    wants_couples = "couples" in codes_of(answers, "formats")
    # Once told, it counts, even where a later change of answers would not have led here.
    was_asked = "instruments.HARK[0]" in answers
    wanted = wants_couples or was_asked or bool(asks & _ABOUT_PARTNER)
    return age_of(answers) >= HARK_FROM and wanted


def _from_age(years: int) -> When:
    return lambda answers: age_of(answers) >= years


def _offer(*choices: Choice) -> Choices:
    return lambda _: choices


def _radios(key: str, *extra: Choice, asked: When = lambda _: True) -> Question:
    words = WORDS[key]
    field = Field(
        key, "radios", words.title, words.hint, _offer(*options_of(key), *extra), required=True
    )
    return Question(key, words.title, words.why, (field,), asked)


def _page(key: str, *fields: Field) -> Question:
    return Question(key, WORDS[key].title, WORDS[key].why, fields)


def _field(key: str, kind: Kind, choices: Choices = lambda _: (), required: bool = False) -> Field:
    return Field(key, kind, WORDS[key].title, WORDS[key].hint, choices, required)


def _items(instrument: str, asked: When) -> tuple[Question, ...]:
    return tuple(
        Question(
            key := f"instruments.{instrument}[{number}]",
            item.text,
            WORDS[instrument].why,
            (Field(key, "radios", item.text, "", _offer(*answers_to(item)), required=True),),
            asked,
            INSTRUMENTS[instrument].stem or WORDS[instrument].title,
        )
        for number, item in enumerate(items_of(instrument))
    )


def _asq_now() -> tuple[Question, ...]:
    item = INSTRUMENTS["ASQ"].follow_up
    if item is None:
        raise ValueError("ASQ: the question about right now is missing")
    key = "instruments.ASQ_NOW"
    field = Field(key, "radios", item.text, "", _offer(*answers_to(item)), required=True)
    asked: When = lambda a: age_of(a) >= ASQ_FROM and asq_is_positive(a)  # noqa: E731
    words = WORDS["ASQ_NOW"]
    return (Question(key, item.text, words.why, (field,), asked, words.title),)


def _several(key: str, choices: Choices, most: int = 99) -> Question:
    words = WORDS[key]
    field = Field(key, "checkboxes", words.title, words.hint, choices, most=most)
    return Question(key, words.title, words.why, (field,))


def _main_concern() -> Question:
    words = WORDS["concerns[0]"]
    field = Field(
        "concerns[0]",
        "radios",
        words.title,
        words.hint,
        lambda a: concerns_named(codes_of(a, "concerns")),
        required=True,
    )
    several: When = lambda a: len(codes_of(a, "concerns")) > 1  # noqa: E731
    return Question("concerns[0]", words.title, words.why, (field,), several)


_NONE_OF_THESE = Choice("none", "none", "None of these", after="or")

FLOW: tuple[Question, ...] = (
    _radios("danger_now"),
    _radios("for"),
    _page("age", _field("age", "number", required=True)),
    _page(
        "state",
        _field("state", "select", _offer(*terms_of(STATES)), required=True),
        _field("zip", "zip"),
    ),
    _page("text", _field("text", "text")),
    _several("concerns", lambda _: concerns_named(CONCERNS), most=3),
    _main_concern(),
    _radios("wants"),
    _radios("duration", RATHER_NOT),
    _radios("seeks"),
    _radios("tried_coping", RATHER_NOT),
    _radios("difficulty", RATHER_NOT),
    *_items("PHQ4", _from_age(PHQ4_FROM)),
    *_items("ASQ", _from_age(ASQ_FROM)),
    *_asq_now(),
    _several("red_flags", _offer(*options_of("red_flags"), _NONE_OF_THESE)),
    _several("formats", _offer(*terms_of(FORMATS))),
    *_items("HARK", _asks_about_partner),
    _several("delivery", _offer(*terms_of(DELIVERY))),
    _page(
        "coverage.payer",
        _field("coverage.payer", "select", _offer(*terms_of(PAYERS))),
        _field("coverage.max_fee", "money"),
        _field("coverage.sliding_scale", "tick"),
    ),
    _radios("on_medication", RATHER_NOT),
)
