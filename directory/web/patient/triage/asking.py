"""The questions: one a page, sent by POST, always answered by a redirect."""

from flask import Blueprint, make_response, redirect, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as Reply

from directory.sentences import say
from directory.web.patient.sessions import begin_visit, keep_visit, this_visit
from directory.web.patient.triage.check_page import check_page
from directory.web.patient.triage.flow import path
from directory.web.patient.triage.flow_words import WORDS
from directory.web.patient.triage.form_answers import read_form
from directory.web.patient.triage.pages import StartPage
from directory.web.patient.triage.question_page import question_page
from directory.web.patient.triage.questions import Field, Question
from directory.web.patient.triage.routing import codes_of
from directory.web.patient.triage.urgency import reasons_to_stop
from directory.web.patient.unshared import keep_unshared
from directory.web.patient.visit import Answers, Draft, Visit
from directory.web.rendering import render_page

# So much of what is to be mended stays: ten times the own words that fit, and more of all else
# than any question offers.
_LETTERS, _LETTERS_OF_A_CHOICE, _CHOICES = 20_000, 64, 40
START, CHECK, RESULTS = "/triage", "/triage/check", "/triage/results"

pages = Blueprint("triage", __name__)
pages.after_request(keep_unshared)


@pages.get(START)
def start() -> str:
    """Say what the questions are for, or lead back to where the person was."""
    visit = this_visit()
    words = WORDS["intro"]
    page = StartPage(
        title=say("Help me choose"),
        heading=words.title,
        hint=words.hint,
        why=words.why,
        is_over="over" in request.args,
        continue_href=where_next(visit.answers) if visit and visit.answers else None,
    )
    return render_page("triage/start.html", page)


@pages.post(START)
def begin() -> Reply:
    """Begin anew, with nothing from before."""
    return begin_visit(make_response(redirect("/triage/1", 303)))


@pages.get("/triage/<int:number>")
def ask(number: int) -> str | Reply:
    """Show one question, never one that lies beyond the first without an answer."""
    visit = this_visit()
    if visit is None:
        return over()
    furthest = first_unanswered(visit.answers) or len(path(visit.answers))
    if not 1 <= number <= furthest:
        return redirect(where_next(visit.answers), 303)
    page = question_page(visit, number, is_change=request.args.get("from") == "check")
    return render_page("triage/question.html", page)


@pages.post("/triage/<int:number>")
def answer(number: int) -> Reply:
    """Take the answers of one page in, and lead on; `number` is its place when it was shown."""
    visit = this_visit()
    if visit is None:
        return over()
    is_change = request.form.get("from") == "check"
    # An answer given in another tab may have moved the question; its key tells where it is now.
    places = {question.key: place for place, question in enumerate(path(visit.answers), start=1)}
    number = places.get(request.form.get("question", ""), 0)
    if number == 0:
        return redirect(where_next(visit.answers), 303)
    question = path(visit.answers)[number - 1]
    read, problems = read_form(question, dict(request.form.lists()), visit.answers)
    if problems:
        keep_visit(visit.model_copy(update={"draft": _draft(question)}))
        return redirect(f"/triage/{number}{'?from=check' if is_change else ''}", 303)
    visit = visit.with_answers(read, without=_overtaken(read, visit.answers))
    keep_visit(visit)
    return redirect(RESULTS if reasons_to_stop(visit) else _next(visit, number, is_change), 303)


@pages.get(CHECK)
def check() -> str | Reply:
    """Show all answers, to look over before the results."""
    visit = this_visit()
    if visit is None:
        return over()
    if first_unanswered(visit.answers):
        return redirect(where_next(visit.answers), 303)
    return render_page("triage/check.html", check_page(visit.answers))


@pages.errorhandler(CSRFError)
def form_without_token(_error: CSRFError) -> Reply:
    """Refuse a form that is not from here, or say that the answers are gone, as after leaving."""
    return (
        over() if this_visit() is None else make_response(render_template("errors/400.html"), 400)
    )


def over() -> Reply:
    """Lead back to the start where the answers are gone."""
    return redirect(f"{START}?over", 303)


def first_unanswered(answers: Answers) -> int | None:
    """Return the place of the first question without an answer, counted from 1."""
    for number, question in enumerate(path(answers), start=1):
        if any(field.key not in answers for field in question.fields):
            return number
    return None


def where_next(answers: Answers) -> str:
    """Return the address of the first question without an answer, or of the check of them all."""
    number = first_unanswered(answers)
    return f"/triage/{number}" if number else CHECK


def _next(visit: Visit, number: int, is_change: bool) -> str:
    if is_change or number >= len(path(visit.answers)):
        following = where_next(visit.answers)
        is_question = is_change and following != CHECK
        return f"{following}?from=check" if is_question else following
    return f"/triage/{number + 1}"


def _overtaken(read: Answers, before: Answers) -> tuple[str, ...]:
    """Return the answers that others make void: a main concern that is no longer chosen."""
    main = before.get("concerns[0]")
    is_void = "concerns" in read and main not in codes_of(read, "concerns")
    return ("concerns[0]",) if is_void else ()


def _draft(question: Question) -> Draft:
    written = {field.key: _kept(field) for field in question.fields}
    return Draft(question=question.key, written=written)


def _kept(field: Field) -> tuple[str, ...]:
    """Return what was written into a field, as far as it may be stored."""
    texts = request.form.getlist(field.key)
    if field.kind == "text":
        return tuple(text[:_LETTERS] for text in texts[:1])
    return tuple(text[:_LETTERS_OF_A_CHOICE] for text in texts[:_CHOICES])
