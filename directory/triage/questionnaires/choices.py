"""The value of an answer: which of a question's options was chosen."""

from collections.abc import Mapping

from directory.errors import FieldError
from directory.triage.questionnaires.forms import TRAPS
from directory.triage.questionnaires.said import Said
from directory.vocabulary.instruments import Option, Question


def value_of(said: Said, question: Question, alias: Mapping[str, int], place: str) -> int | None:
    """Return the value of an answer, None for a refusal; raise FieldError for any other."""
    if (trap := TRAPS.get(_plain(said.label))) is not None:
        raise FieldError(place, f"{said.label!r} {trap}")
    if said.number is not None and (said.number in question.values or _counts(question, said)):
        return said.number
    if said.flag is not None and set(question.values) - {None} == {0, 1}:
        return int(said.flag)
    if said.code is not None and said.code in alias:
        return alias[said.code]
    chosen = _chosen(said, question)
    if len(chosen) != 1:
        raise FieldError(place, f"is no answer to this question: send {_answers(question)}")
    return chosen[0].value


def _chosen(said: Said, question: Question) -> tuple[Option, ...]:
    """Return the options that the code or the words mean: two where they contradict each other."""
    by_code = [option for option in question.options if said.code and option.loinc == said.code]
    by_words = [option for option in question.options if _plain(option.label) == _plain(said.label)]
    if not by_code and _is_loinc_answer(said.code) and any(o.loinc for o in question.options):
        return ()
    return tuple(dict.fromkeys([*by_code, *by_words]))


def _is_loinc_answer(code: str | None) -> bool:
    return code is not None and code.startswith("LA")


def _counts(question: Question, said: Said) -> bool:
    """Say whether a question that has no options asks for a count and was given one."""
    return not question.options and said.number is not None and said.number >= 0


def _answers(question: Question) -> str:
    if not question.options:
        return "a whole number from 0"
    return "one of " + ", ".join(option.loinc or option.label for option in question.options)


def _plain(words: str | None) -> str:
    return (words or "").strip().casefold()
