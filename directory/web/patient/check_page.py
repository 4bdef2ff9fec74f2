"""All answers on one page, to look over; the most private ones are not shown again."""

import re
from collections.abc import Mapping

from directory.sentences import Dollars, inside, joined, say, say_many
from directory.triage import read_own_words
from directory.vocabulary import CONCERNS
from directory.web.patient.flow import path, strengths
from directory.web.patient.flow_words import WORDS
from directory.web.patient.pages.triage import CheckedAnswer, CheckPage, CheckPart
from directory.web.patient.questions import Field
from directory.web.patient.routing import chosen_concerns
from directory.web.patient.visit import Answers

# Nobody who looks over a shoulder learns these.
_VEILED_INSTRUMENTS = ("ASQ", "ASQ_NOW", "HARK", "PCPTSD5", "AUDITC", "DRUG", "SCOFF")
_VEILED = (*(f"instruments.{code}" for code in _VEILED_INSTRUMENTS), "red_flags", "danger_now")
# Only some are asked these, so that even the question would tell.
_ASKED_OF_SOME = {
    "danger_now.again": say("Right now, asked again"),
    "red_flags.overdose_now": say("One more question about right now"),
    "red_flags.withdrawal_signs": say("A question about the body"),
}
# By the first word of the keys of their questions.
_PARTS: Mapping[str, tuple[str, ...]] = {
    say("Who needs help"): ("danger_now", "for", "age", "state"),
    say("What is going on"): (
        *("text", "concerns", "wants", "duration", "difficulty", "seeks", "tried_coping"),
        "care_so_far",
    ),
    say("How you have been"): ("instruments", "red_flags"),
    say("What would suit you"): (
        *("formats", "exploration_comfort", "preferences", "on_medication"),
    ),
}
_VEILED_CONCERNS = frozenset({"ipv_survivor", "ipv_perpetrator", "suicidal"})
_ITEM = re.compile(r"instruments\.(?P<instrument>\w+?)(\.\w+)?(\[(?P<number>\d+)\])?")
_STRENGTH = ".strength"
_ANSWERED = say("Answered. We do not show it here")
_NOTHING = say("No answer")


def check_page(answers: Answers) -> CheckPage:
    """Return every question of the person's path with its answer and the way to change it."""
    steps = path(answers)
    parts: dict[str, list[CheckedAnswer]] = {heading: [] for heading in _PARTS}
    private: list[CheckedAnswer] = []
    for number, question in enumerate(steps, start=1):
        heading = _part_of(question.key)
        for field in question.fields:
            if not field.key.endswith(_STRENGTH):
                row = _row(field, answers, number)
                (private if row.answer == _ANSWERED else parts[heading]).append(row)
    return CheckPage(
        title=say("Check your answers"),
        parts=tuple(CheckPart(heading, tuple(rows)) for heading, rows in parts.items() if rows),
        private=tuple(private),
        private_words=say_many("{count} private answer", "{count} private answers", len(private)),
        back_href=f"/triage/{len(steps)}",
    )


def _part_of(key: str) -> str:
    first = re.split(r"[.\[]", key, maxsplit=1)[0]
    return next(part for part, firsts in _PARTS.items() if first in firsts)


def _row(field: Field, answers: Answers, number: int) -> CheckedAnswer:
    return CheckedAnswer(
        question=shown_question(field),
        answer=shown_answer(field, answers),
        href=f"/triage/{number}?from=check",
        is_given=field.kind == "text",
    )


def shown_question(field: Field) -> str:
    """Return the words of a question; of the most private ones only the heading and place."""
    if field.key in _ASKED_OF_SOME:
        return _ASKED_OF_SOME[field.key]
    found = _ITEM.fullmatch(field.key)
    if found is None or found["instrument"] not in _VEILED_INSTRUMENTS:
        return field.label
    title, number = WORDS[found["instrument"]].title, found["number"]
    if number is None:
        return title
    return say("{subject}: question {number}", subject=title, number=int(number) + 1)


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
        return _with_weight(labels[answer], field, answers)
    if field.kind == "miles" and isinstance(answer, int):
        return say_many("{count} mile", "{count} miles", answer)
    if field.kind == "money" and isinstance(answer, int):
        return say("{cost}", cost=Dollars(answer))
    if field.kind == "tick":
        return say("Yes") if answer else say("No")
    return "" if answer is None else str(answer)


def _with_weight(label: str, field: Field, answers: Answers) -> str:
    """Return an answer and, of a wish about a provider, how much it matters."""
    if f"{field.key}{_STRENGTH}" not in answers:
        return label
    given = answers[f"{field.key}{_STRENGTH}"] or "prefer"
    words = {choice.value: choice.label for choice in strengths()}
    return say("{wish} ({weight})", wish=label, weight=inside(words[given]))


def _concerns(field: Field, answers: Answers) -> str:
    chosen = chosen_concerns(answers)
    if field.key == "concerns[0]":
        chosen = tuple(code for code in chosen if code == answers.get("concerns[0]"))
    if not chosen:
        return _NOTHING
    if _VEILED_CONCERNS & set(chosen):
        return _ANSWERED
    return joined(map(CONCERNS.label, chosen))
