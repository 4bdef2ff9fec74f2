"""All answers on one page, to look over; the most private ones are not shown again."""

import re

from directory.sentences import joined
from directory.triage import read_own_words
from directory.vocabulary import CONCERNS
from directory.web.patient.flow import path, strengths
from directory.web.patient.flow_words import WORDS
from directory.web.patient.pages.triage import CheckedAnswer, CheckPage
from directory.web.patient.plain_words import dollars
from directory.web.patient.questions import Field
from directory.web.patient.routing import chosen_concerns
from directory.web.patient.visit import Answers

# Nobody who looks over a shoulder learns these.
_VEILED_INSTRUMENTS = ("ASQ", "ASQ_NOW", "HARK", "PCPTSD5", "AUDITC", "DRUG", "SCOFF")
_VEILED = (*(f"instruments.{code}" for code in _VEILED_INSTRUMENTS), "red_flags", "danger_now")
# Only some are asked these, so that even the question would tell.
_ASKED_OF_SOME = {
    "danger_now.again": "Right now, asked again",
    "red_flags.overdose_now": "One more question about right now",
    "red_flags.withdrawal_signs": "A question about the body",
}
_VEILED_CONCERNS = frozenset({"ipv_survivor", "ipv_perpetrator", "suicidal"})
_ITEM = re.compile(r"instruments\.(?P<instrument>\w+?)(\.\w+)?(\[(?P<number>\d+)\])?")
_STRENGTH = ".strength"
_ANSWERED = "Answered. We do not show it here"
_NOTHING = "No answer"


def check_page(answers: Answers) -> CheckPage:
    """Return every question of the person's path with its answer and the way to change it."""
    steps = path(answers)
    return CheckPage(
        title="Check your answers",
        answers=tuple(
            CheckedAnswer(shown_question(field), shown_answer(field, answers), _change(number))
            for number, question in enumerate(steps, start=1)
            for field in question.fields
            if not field.key.endswith(_STRENGTH)
        ),
        back_href=f"/triage/{len(steps)}",
    )


def _change(number: int) -> str:
    return f"/triage/{number}?from=check"


def shown_question(field: Field) -> str:
    """Return the words of a question; of the most private ones only the heading and place."""
    if field.key in _ASKED_OF_SOME:
        return _ASKED_OF_SOME[field.key]
    found = _ITEM.fullmatch(field.key)
    if found is None or found["instrument"] not in _VEILED_INSTRUMENTS:
        return field.label
    title, number = WORDS[found["instrument"]].title, found["number"]
    return f"{title}: question {int(number) + 1}" if number else title


def shown_answer(field: Field, answers: Answers) -> str:
    """Return an answer in the words that were chosen."""
    if field.key.startswith(_VEILED) or _tells_of_danger(field, answers):
        return _ANSWERED
    if field.key.startswith("concerns"):
        return _concerns(field, answers)
    return _in_words(field, answers) or _NOTHING


def _tells_of_danger(field: Field, answers: Answers) -> bool:
    text = answers.get(field.key) if field.kind == "text" else None
    return isinstance(text, str) and bool(read_own_words(text).safety_flags)


def _in_words(field: Field, answers: Answers) -> str:
    answer = answers.get(field.key)
    labels = {choice.value: choice.label for choice in field.choices(answers)}
    if isinstance(answer, tuple):
        return joined(labels[code] for code in answer)
    if answer in labels:
        return labels[answer] + _weight(field, answers)
    if field.kind == "miles" and isinstance(answer, int):
        return f"{answer} {'mile' if answer == 1 else 'miles'}"
    if field.kind == "money" and isinstance(answer, int):
        return dollars(answer)
    if field.kind == "tick":
        return "Yes" if answer else "No"
    return "" if answer is None else str(answer)


def _weight(field: Field, answers: Answers) -> str:
    """Return how much a wish about a provider matters."""
    if f"{field.key}{_STRENGTH}" not in answers:
        return ""
    given = answers[f"{field.key}{_STRENGTH}"] or "prefer"
    words = {choice.value: choice.label for choice in strengths()}
    return f" ({words[given].lower()})"


def _concerns(field: Field, answers: Answers) -> str:
    chosen = chosen_concerns(answers)
    if field.key == "concerns[0]":
        chosen = tuple(code for code in chosen if code == answers.get("concerns[0]"))
    if not chosen:
        return _NOTHING
    if _VEILED_CONCERNS & set(chosen):
        return _ANSWERED
    return joined(map(CONCERNS.label, chosen))
