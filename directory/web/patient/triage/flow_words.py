"""The words of the questions, and the choices that each offers."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.sentences import Sentence, say
from directory.vocabulary import CONCERNS, GOALS, PAYERS, STATES, Term, Vocabulary
from directory.vocabulary.instruments import Question
from directory.vocabulary.terms import read_table
from directory.web.patient.visit import Answer
from directory.web.rendering import place_in_alphabet

NO_ANSWER = "null"


@dataclass(frozen=True, slots=True)
class Words:
    """How a question is put, what helps to answer it, and why it is asked."""

    title: str
    hint: str
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer on offer: what the form sends, what the triage reads, what the person reads."""

    code: str
    value: Answer
    label: str
    about: str = ""
    after: str = ""


WORDS = {
    row["question"]: Words(Sentence(row["title"]), Sentence(row["hint"]), Sentence(row["why"]))
    for row in read_table("flow_words.csv")
}
_OPTIONS = read_table("flow_options.csv")
_TYPED: dict[str, Answer] = {"true": True, "false": False}
OR = say("or")
RATHER_NOT = Choice(NO_ANSWER, None, say("I would rather not say"), after=OR)
NO_MATTER = Choice(NO_ANSWER, None, say("It does not matter"))
NONE_OF_THESE = Choice("none", "none", say("None of these"), after=OR)


def options_of(question: str) -> tuple[Choice, ...]:
    """Return the choices that the word list gives a question."""
    return tuple(
        Choice(row["value"], _typed(row["value"]), Sentence(row["label"]))
        for row in _OPTIONS
        if row["question"] == question
    )


def _typed(value: str) -> Answer:
    return int(value) if value.isdecimal() else _TYPED.get(value, value)


def terms_of(vocabulary: Vocabulary[Term]) -> tuple[Choice, ...]:
    """Return every term of a vocabulary as a choice, with its plain words below."""
    return tuple(Choice(t.code, t.code, t.label, t.about) for t in vocabulary.values())


def offered_payers() -> tuple[Choice, ...]:
    """Return every payer that is still offered as a choice."""
    return tuple(Choice(p.code, p.code, p.label) for p in PAYERS.values() if not p.retired)


def states_from_a_to_z() -> tuple[Choice, ...]:
    """Return the states as choices, as the reader's language orders their names."""
    return tuple(sorted(terms_of(STATES), key=lambda state: place_in_alphabet(state.label)))


def concerns_named(codes: Iterable[str]) -> tuple[Choice, ...]:
    """Return these concerns as choices."""
    return tuple(Choice(code, code, CONCERNS.label(code)) for code in codes)


def goals_named(codes: Iterable[str]) -> tuple[Choice, ...]:
    """Return these goals as choices, each with its plain words below."""
    return tuple(Choice(code, code, GOALS.label(code), GOALS[code].about) for code in codes)


def answers_to(question: Question) -> tuple[Choice, ...]:
    """Return the choices of an instrument's question, and always a way to decline."""
    given = tuple(
        Choice(str(option.value), option.value, option.label)
        for option in question.options
        if option.value is not None
    )
    declined = [option.label for option in question.options if option.value is None]
    return (*given, Choice(NO_ANSWER, None, declined[0] if declined else RATHER_NOT.label))
