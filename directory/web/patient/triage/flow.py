"""The questions, in order: data and routing, no policy."""

from dataclasses import replace

from flask import g, has_request_context

from directory.sentences import say
from directory.vocabulary import (
    COMMUNITIES,
    CONCERNS,
    DELIVERY,
    FORMATS,
    GOALS,
    LANGUAGES,
)
from directory.web.patient.triage.flow_words import (
    NO_MATTER,
    NONE_OF_THESE,
    RATHER_NOT,
    Choice,
    concerns_named,
    offered_payers,
    options_of,
    states_from_a_to_z,
    terms_of,
)
from directory.web.patient.triage.instrument_pages import branch_pages, items, right_now
from directory.web.patient.triage.questions import (
    Choices,
    Field,
    Question,
    control,
    offer,
    page,
    page_of_several,
    pick,
    radios,
)
from directory.web.patient.triage.routing import (
    ASQ_FROM,
    PHQ4_FROM,
    age_of,
    asks_danger_again,
    asks_overdose_now,
    care_asked,
    codes_of,
    with_what_was_heard,
)
from directory.web.patient.visit import Answers


def path(answers: Answers) -> tuple[Question, ...]:
    """Return the questions that a person with these answers is asked, in order.

    A page asks for the path of one visit several times: it is gone once a request.
    """
    if not has_request_context():
        return _path(answers)
    if "path" not in g or g.path[0] is not answers:
        g.path = answers, _path(answers)
    gone: tuple[Question, ...] = g.path[1]
    return gone


def _path(answers: Answers) -> tuple[Question, ...]:
    told = with_what_was_heard(answers)
    return tuple(question for question in FLOW if question.asked(told))


def _main_concern() -> Question:
    field = control(
        "concerns[0]",
        "radios",
        lambda a: (*concerns_named(codes_of(a, "concerns")), RATHER_NOT),
        required=True,
    )
    return page(field, asked=lambda a: len(codes_of(a, "concerns")) > 1)


def _care_so_far() -> Question:
    field = control(
        "care_so_far",
        "checkboxes",
        lambda a: (
            *(c for c in options_of("care_so_far") if c.code in care_asked(a)),
            NONE_OF_THESE,
        ),
    )
    return page(field, asked=lambda a: bool(care_asked(a)))


def _style(factor: str) -> Field:
    return pick(f"preferences.{factor}", NO_MATTER)


def _wish(factor: str, choices: Choices) -> tuple[Field, Field]:
    """Return what is wished for, and how much it matters."""
    key = f"preferences.{factor}"
    much = control(f"{key}.strength", "strength", lambda _: strengths())
    return control(key, "select", choices, empty=say("No wish")), much


def strengths() -> tuple[Choice, ...]:
    """Return how much a wish may matter."""
    return (*options_of("preferences.strength"), replace(NO_MATTER, code="none", value="none"))


# What only some are asked beyond the questions for everyone.
FURTHER: tuple[Question, ...] = branch_pages()
FLOW: tuple[Question, ...] = (
    radios("danger_now", takes_care=True),
    radios("for"),
    page(control("age", "number", required=True)),
    page(
        control("state", "select", lambda _: states_from_a_to_z(), required=True),
        control("zip", "zip"),
        control("within_miles", "miles"),
    ),
    page(control("text", "text")),
    page(control("concerns", "checkboxes", lambda _: concerns_named(CONCERNS), most=3)),
    _main_concern(),
    page(
        pick("wants", required=True),
        control("goals", "checkboxes", offer(*terms_of(GOALS))),
    ),
    radios("duration"),
    radios("difficulty"),
    radios("seeks"),
    radios("tried_coping"),
    _care_so_far(),
    page_of_several(
        "meeting",
        control("formats", "checkboxes", offer(*terms_of(FORMATS))),
        control("delivery", "checkboxes", offer(*terms_of(DELIVERY))),
    ),
    *items("PHQ4", lambda a: age_of(a) >= PHQ4_FROM),
    *items("ASQ", lambda a: age_of(a) >= ASQ_FROM),
    right_now(),
    page(control("red_flags", "checkboxes", offer(*options_of("red_flags"), NONE_OF_THESE))),
    radios("danger_now.again", asked=asks_danger_again, takes_care=True),
    radios("red_flags.overdose_now", asked=asks_overdose_now, takes_care=True),
    *FURTHER,
    page_of_several(
        "style",
        pick("exploration_comfort"),
        _style("structure"),
        _style("time_focus"),
        _style("length"),
    ),
    page_of_several(
        "preferences",
        *_wish("gender", offer(*options_of("preferences.gender"))),
        *_wish("language", offer(*terms_of(LANGUAGES))),
        *_wish("community", offer(*terms_of(COMMUNITIES))),
    ),
    page_of_several(
        "cost",
        pick("on_medication", required=True),
        control("coverage.payer", "select", lambda _: offered_payers(), empty=say("No plan")),
        control("coverage.max_fee", "money"),
        control("coverage.sliding_scale", "tick"),
    ),
)
