"""From a question of the flow to its page, with what was answered or written before."""

from collections.abc import Mapping

from directory.sentences import Sentence, say
from directory.triage import read_own_words
from directory.web.patient.concern_groups import groups_for
from directory.web.patient.flow import FURTHER, path
from directory.web.patient.flow_words import Choice, concerns_named, goals_named
from directory.web.patient.form_answers import read_form
from directory.web.patient.goal_groups import GOAL_GROUPS
from directory.web.patient.pages.parts import Slip
from directory.web.patient.pages.triage import Control, QuestionPage, Tick, TickGroup
from directory.web.patient.progress import FULL, progress
from directory.web.patient.questions import Field, Question
from directory.web.patient.routing import age_of, is_for_another
from directory.web.patient.visit import Answers, Draft, Visit

OWN_WORDS = say("From your own words")
_UNUSABLE = say("We cannot use this answer. Please look at it again")
_CLEAR = 0.25  # of the best score
_SHORT = 120  # letters; more would shout in large type
_GROUPED = ("concerns", "goals")
_FOR_ANOTHER = say(
    "Please answer for the one who needs help, as best you can. "
    "If you can, let them answer on their own."
)
_A_FEW_MORE = say("We ask you a few more questions, to find the help that fits.")


def question_page(visit: Visit, number: int, is_change: bool) -> QuestionPage:
    """Return the page of the question at this place of the person's path, counted from 1."""
    steps = path(visit.answers)
    question = steps[number - 1]
    draft = visit.draft if visit.draft and visit.draft.question == question.key else None
    problems = _problems(question, visit.answers, draft) if draft else {}
    controls = tuple(
        _control(field, place, question, visit.answers, draft, problems)
        for place, field in enumerate(question.fields)
    )
    slips = tuple(Slip(f"#{c.id}", c.problem) for c in controls if c.problem)
    come = progress(visit.answers, number)
    return QuestionPage(
        title=_title(number, bool(slips)),
        key=question.key,
        progress=come.words,
        done=come.done,
        full=FULL,
        stem=question.stem,
        heading=question.heading,
        hint=question.hint,
        why=question.why,
        aside=_aside(question, visit.answers),
        controls=controls,
        slips=slips,
        action=f"/triage/{number}",
        is_one_tap=question.is_one_tap,
        back_href=_back(visit.answers, number, is_change),
        is_change=is_change,
    )


def _title(number: int, has_slips: bool) -> Sentence:
    # The number alone, so that a tab or a list of pages tells nobody what is asked.
    if has_slips:
        return say("Error: Question {number}", number=number)
    return say("Question {number}", number=number)


def _back(answers: Answers, number: int, is_change: bool) -> str:
    is_all_told = all(field.key in answers for step in path(answers) for field in step.fields)
    if is_change and is_all_told:
        return "/triage/check"
    return f"/triage/{number - 1}" if number > 1 else "/triage"


def _problems(question: Question, answers: Answers, draft: Draft) -> Mapping[str, Sentence]:
    if draft.unusable:
        return dict.fromkeys(draft.unusable, _UNUSABLE)
    return read_form(question, draft.written, answers)[1]


def _control(
    field: Field,
    place: int,
    question: Question,
    answers: Answers,
    draft: Draft | None,
    problems: Mapping[str, Sentence],
) -> Control:
    written = _written(field, answers, draft)
    id = f"answer-{place + 1}"
    is_heading = place == 0 and not question.heading
    is_grouped = field.key in _GROUPED
    choices = () if is_grouped else field.choices(answers)
    return Control(
        id=id,
        name=field.key,
        kind="groups" if is_grouped else "answers" if question.is_one_tap else field.kind,
        label=field.label,
        hint=field.hint,
        is_heading=is_heading,
        size="l" if is_heading and len(field.label) <= _SHORT else "m",
        empty=field.empty,
        value=written[0] if written else "",
        ticks=_ticks(id, choices, written),
        groups=_groups(field.key, id, answers, written) if is_grouped else (),
        problem=problems.get(field.key),
    )


def _written(field: Field, answers: Answers, draft: Draft | None) -> tuple[str, ...]:
    """Return what the form should hold: what was written wrongly, else what was answered."""
    if draft and not draft.unusable:
        return tuple(draft.written.get(field.key, ()))
    if field.key not in answers:
        return ()
    answer = answers[field.key]
    if isinstance(answer, tuple):
        return answer
    chosen = [c.code for c in field.choices(answers) if c.value == answer and _alike(c, answer)]
    if chosen or answer is None:
        return tuple(chosen[:1])
    return () if answer is False else (str(answer),)


def _alike(choice: Choice, answer: object) -> bool:
    return type(choice.value) is type(answer)


def _ticks(id: str, choices: tuple[Choice, ...], chosen: tuple[str, ...]) -> tuple[Tick, ...]:
    return tuple(
        Tick(
            id=id if place == 0 else f"{id}-{place + 1}",
            code=choice.code,
            label=choice.label,
            hint=choice.about,
            divider=choice.after,
            is_chosen=choice.code in chosen,
        )
        for place, choice in enumerate(choices)
    )


def _groups(key: str, id: str, answers: Answers, chosen: tuple[str, ...]) -> tuple[TickGroup, ...]:
    """Return the choices under headings; those of the own words and the chosen stand open."""
    groups = _concern_groups(answers, chosen) if key == "concerns" else GOAL_GROUPS
    named = concerns_named if key == "concerns" else goals_named
    return tuple(
        TickGroup(
            heading,
            _ticks(id if place == 0 else f"{id}-group-{place}", named(codes), chosen),
            is_open=heading == OWN_WORDS or any(code in chosen for code in codes),
        )
        for place, (heading, codes) in enumerate(groups)
        if codes
    )


def _concern_groups(
    answers: Answers, chosen: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    suggested = _suggested(answers)
    groups: list[tuple[str, tuple[str, ...]]] = [(OWN_WORDS, suggested)] if suggested else []
    for heading, codes in groups_for(age_of(answers), chosen):
        groups.append((heading, tuple(code for code in codes if code not in suggested)))
    return tuple(groups)


def _suggested(answers: Answers) -> tuple[str, ...]:
    text = answers.get("text")
    found = read_own_words(text).suggestions if isinstance(text, str) and text else ()
    # A faint echo of one word beside a clear match would only puzzle.
    clear = max((s.score for s in found), default=0) * _CLEAR
    return tuple(s.code for s in found if s.score >= clear)


def _aside(question: Question, answers: Answers) -> str | None:
    """Return a word on what comes, for whoever answers for another, or on help elsewhere."""
    if question.key.startswith("instruments.") and is_for_another(answers):
        return _FOR_ANOTHER
    if question == next((step for step in path(answers) if step in FURTHER), None):
        return _A_FEW_MORE
    text = answers.get("text")
    if question.key != "concerns" or not isinstance(text, str) or not text:
        return None
    out_of_scope = read_own_words(text).out_of_scope
    return out_of_scope.text if out_of_scope else None
