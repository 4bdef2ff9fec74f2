"""The results: help right now where it is called for, else who may fit and why."""

from datetime import date

from flask import redirect, request
from pydantic import ValidationError
from werkzeug.wrappers import Response as Reply

from directory.errors import Problem, problems_of
from directory.matching import MatchRequest
from directory.triage import TriageAnswers, assess
from directory.web.access import current_directory
from directory.web.patient.sessions import keep_visit, this_visit
from directory.web.patient.triage.answer_document import answer_document
from directory.web.patient.triage.asking import RESULTS, first_unanswered, over, pages, where_next
from directory.web.patient.triage.flow import path
from directory.web.patient.triage.help_now import help_now_page
from directory.web.patient.triage.own_way import changed, with_own_way
from directory.web.patient.triage.result_words import WISHES, without
from directory.web.patient.triage.results_page import results_page
from directory.web.patient.triage.urgency import card_now, reasons_to_stop, urgent_reasons
from directory.web.patient.viewing import note_unmet_match
from directory.web.patient.visit import Draft, Visit
from directory.web.rendering import render_page
from directory.workflows.matching.match_providers import Matched, match_providers


@pages.get(RESULTS)
def results() -> str | Reply:
    """Show help right now where answers call for it, else the kind of help and who may fit."""
    visit = this_visit()
    if visit is None:
        return over()
    if reasons_to_stop(visit):
        return _help_now(visit)
    unanswered = first_unanswered(visit.answers)
    if unanswered and not (visit.acknowledged and {"age", "state"} <= visit.answers.keys()):
        return redirect(where_next(visit.answers), 303)
    return _matches(visit, where_next(visit.answers) if unanswered else None)


@pages.post(RESULTS)
def change_results() -> Reply:
    """Go past the crisis card, give a wish up, take it back, or have it another way."""
    visit = this_visit()
    if visit is None:
        return over()
    if "show_providers" in request.form:
        seen = {*visit.acknowledged, *urgent_reasons(visit.answers)}
        keep_visit(visit.model_copy(update={"acknowledged": tuple(sorted(seen))}))
    drop, put_back = request.form.get("drop"), request.form.get("put_back")
    if "own_way" in request.form:
        keep_visit(changed(visit, request.form, request.form.getlist("leave_out")))
    if drop in WISHES or put_back in WISHES:
        dropped = dict.fromkeys((*visit.dropped, *([drop] if drop else [])))
        dropped.pop(put_back or "", None)
        keep_visit(visit.model_copy(update={"dropped": tuple(dropped)}))
    return redirect(RESULTS, 303)


def _help_now(visit: Visit) -> str | Reply:
    crisis = card_now(visit.answers)
    if crisis is None:
        return redirect("/crisis", 303)
    page = help_now_page(visit.answers, crisis, reasons_to_stop(visit))
    return render_page("triage/help_now.html", page)


def _matches(visit: Visit, unanswered_href: str | None) -> str | Reply:
    try:
        answers = TriageAnswers.model_validate(answer_document(visit.answers))
    except ValidationError as error:
        return _mend(visit, problems_of(error))
    result = assess(answers)
    wish = MatchRequest.model_validate_json(result.model_dump_json())
    wish = with_own_way(without(wish, visit.dropped), visit)
    directory = current_directory()
    today = directory.today()
    seen = visit.seen if visit.seen_on == today else ()
    matched = match_providers(directory, wish, show_providers=bool(visit.acknowledged), seen=seen)
    _keep_counted(visit, seen, matched, today)
    page = results_page(result, matched, visit, unanswered_href, today)
    return render_page("triage/results.html", page)


def _keep_counted(visit: Visit, seen: tuple[str, ...], matched: Matched, today: date) -> None:
    """Keep what was counted, so that to load the page again counts nothing twice."""
    shown = (match.provider.id for match in matched.outcome.matches)
    everyone = tuple(dict.fromkeys((*seen, *shown)))
    counted: dict[str, object] = {}
    if everyone != seen:
        counted |= {"seen": everyone, "seen_on": today}
    if visit.unmet_on != today and note_unmet_match(matched):
        counted["unmet_on"] = today
    if counted:
        keep_visit(visit.model_copy(update=counted))


def _mend(visit: Visit, problems: tuple[Problem, ...]) -> Reply:
    """Lead back to the question whose answer cannot be used."""
    for number, question in enumerate(path(visit.answers), start=1):
        found = tuple(
            field.key
            for field in question.fields
            if any(problem.field.startswith(field.key) for problem in problems)
        )
        if found:
            draft = Draft(question=question.key, written={}, unusable=found)
            keep_visit(visit.model_copy(update={"draft": draft}))
            return redirect(f"/triage/{number}", 303)
    return over()
