"""The page that stops the questions: help right now, one thing to do first, then a way on."""

from collections.abc import Iterable

from directory.sentences import say
from directory.triage import Crisis
from directory.vocabulary.crisis import CRISIS_WORDS
from directory.web.patient.flow import path
from directory.web.patient.help_lines import help_card
from directory.web.patient.pages.parts import HelpLine
from directory.web.patient.pages.triage import HelpNowPage
from directory.web.patient.result_words import FIRST_STEPS
from directory.web.patient.routing import age_of
from directory.web.patient.visit import Answers

_LIFELINE, _EMERGENCY = "988", "911"
# What may have led here, the last that is asked first.
_LED_HERE = (
    "red_flags.withdrawal_signs",
    "red_flags.overdose_now",
    "danger_now.again",
    "red_flags",
    "instruments.ASQ_NOW",
    "text",
)


def help_now_page(answers: Answers, crisis: Crisis, reasons: Iterable[str]) -> HelpNowPage:
    """Return the page; with the neutral headline it says nothing of what led to it."""
    card = help_card(crisis)
    is_neutral = crisis.headline == CRISIS_WORDS["headline_neutral"]
    level = "emergency_medical" if set(reasons) == {"emergency_medical"} else "crisis"
    order = (_EMERGENCY, _LIFELINE) if level == "emergency_medical" else (_LIFELINE, _EMERGENCY)
    first, second = (_line(card.lines, number) for number in order)
    return HelpNowPage(
        title=say("Help right now"),
        headline=card.headline,
        body=card.body,
        steps=() if is_neutral else FIRST_STEPS[level],
        first=first,
        second=second,
        others=tuple(line for line in card.lines if line not in (first, second)),
        limits=card.limits,
        for_the_young=CRISIS_WORDS["trusted_adult"] if age_of(answers) < 18 else None,
        asks_first=not {"age", "state"} <= answers.keys(),
        change_href=_where_to_change(answers),
    )


def _line(lines: tuple[HelpLine, ...], number: str) -> HelpLine:
    return next(line for line in lines if line.call_number == number)


def _where_to_change(answers: Answers) -> str:
    """Return the address of the question whose answer led here, else of the first."""
    places = {question.key: place for place, question in enumerate(path(answers), start=1)}
    if answers.get("danger_now") is True:
        return "/triage/1"
    led = next((key for key in _LED_HERE if key in places and answers.get(key)), None)
    return f"/triage/{places[led]}" if led else "/triage/1"
