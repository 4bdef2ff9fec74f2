"""A question of the flow: one page with its controls, its words and who is asked it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from directory.sentences import say
from directory.web.patient.flow_words import RATHER_NOT, WORDS, Choice, options_of
from directory.web.patient.visit import Answers

Kind = Literal[
    "radios",
    "strength",
    "checkboxes",
    "select",
    "number",
    "count",
    "miles",
    "money",
    "zip",
    "text",
    "tick",
]
CHOOSE = say("Choose")
When = Callable[[Answers], bool]
Choices = Callable[[Answers], tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """One form control; its key is the path of the answer in the triage document.

    `most` is how many may be ticked, `empty` what a list shows while nothing is chosen.
    """

    key: str
    kind: Kind
    label: str
    hint: str = ""
    choices: Choices = lambda _: ()
    required: bool = False
    most: int = 99
    empty: str = CHOOSE


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the flow; `stem` is the line above the question.

    A page of several small questions has a `heading` of its own with a `hint` below. One that
    `takes_care` is sent with a button of its own, so that no slip of the thumb answers it.
    """

    key: str
    title: str
    why: str
    fields: tuple[Field, ...]
    asked: When = lambda _: True
    stem: str = ""
    heading: str = ""
    hint: str = ""
    takes_care: bool = False

    @property
    def is_one_tap(self) -> bool:
        """Tell whether each answer is a button that sends the page."""
        return [field.kind for field in self.fields] == ["radios"] and not self.takes_care


def offer(*choices: Choice) -> Choices:
    """Return choices that are the same for everyone."""
    return lambda _: choices


def radios(
    key: str, *extra: Choice, asked: When = lambda _: True, takes_care: bool = False
) -> Question:
    """Return a page with one answer to choose; whoever would rather not say can say so."""
    words, field = WORDS[key], pick(key, *extra, required=True)
    return Question(key, words.title, words.why, (field,), asked, takes_care=takes_care)


def pick(key: str, *extra: Choice, required: bool = False) -> Field:
    """Return a control with one answer to choose from the word list, and a way to decline."""
    words = WORDS[key]
    choices = offer(*options_of(key), *(extra or (RATHER_NOT,)))
    return Field(key, "radios", words.title, words.hint, choices, required)


def control(
    key: str,
    kind: Kind,
    choices: Choices = lambda _: (),
    required: bool = False,
    most: int = 99,
    empty: str = CHOOSE,
) -> Field:
    """Return a control with the words that the word list gives its key."""
    return Field(key, kind, WORDS[key].title, WORDS[key].hint, choices, required, most, empty)


def page(*fields: Field, asked: When = lambda _: True) -> Question:
    """Return a page whose first control is its question."""
    words = WORDS[fields[0].key]
    return Question(fields[0].key, words.title, words.why, fields, asked)


def page_of_several(words: str, *fields: Field) -> Question:
    """Return a page of small questions under a heading of their own."""
    said = WORDS[words]
    return Question(fields[0].key, said.title, said.why, fields, heading=said.title, hint=said.hint)
