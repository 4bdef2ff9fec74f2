"""Where dangerous steps are seen, agreed to, refused and taken back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from flask import Blueprint, flash, make_response, redirect
from sqlmodel import Session
from werkzeug.wrappers import Response

from directory.errors import Conflict, DirectoryError, NotFound
from directory.roles import Admin, roles_within
from directory.steps import State, Step
from directory.storage import Accounts, AdminSteps
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.naming import account_name
from directory.web.admin.queue.pages import KnownFact
from directory.web.admin.steps.pages import StepLine, StepPage, StepsPage
from directory.web.rendering import render_page
from directory.web.times import told_time
from directory.workflows import Directory
from directory.workflows.roles.second_admin import agree as agree_to
from directory.workflows.roles.second_admin import refuse as refuse_step
from directory.workflows.roles.second_admin import withdraw as withdraw_step
from directory.workflows.roles.step_kinds import STEP_KINDS

STEPS = "/admin/steps"
ADDRESS = f"{STEPS}/<step>"
STATES: Mapping[State, str] = {
    "waiting": "Waits for a second admin",
    "agreed": "Agreed to, and being done",
    "done": "Done",
    "failed": "Could not be done",
    "refused": "Refused",
    "withdrawn": "Taken back",
    "expired": "Over: nobody answered in seven days",
}

pages = Blueprint("steps", __name__)


@pages.get(STEPS)
def see() -> str:
    """Show the steps that wait, and what became of the others."""
    directory, now = current_directory(), current_directory().clock()
    with directory.database.reading() as session:
        steps = AdminSteps(session)
        waiting = tuple(_line(session, one) for one in steps.waiting(now))
        newest = [one for one in steps.newest(now) if one.state != "waiting"]
        page = StepsPage(
            title="Steps for two",
            waiting=waiting,
            over=tuple(_line(session, one) for one in newest),
            is_alone=len(Accounts(session).with_roles()) == 1,
        )
    return render_page("admin/steps.html", page)


@pages.get(ADDRESS)
def see_one(step: str) -> Response:
    """Show what would happen, who asked for it, and what can be answered."""
    admin, directory = acting_admin(), current_directory()
    with directory.database.reading() as session:
        found = AdminSteps(session).get(step, directory.clock())
        if found is None or found.kind not in STEP_KINDS:
            raise NotFound("there is no such step")
        page = _page(session, found, admin)
    return make_response(render_page("admin/step.html", page))


@pages.post(f"{ADDRESS}/agree")
def agree(step: str) -> Response:
    """Agree, which carries the step out."""
    try:
        done = agree_to(current_directory(), step, acting_admin())
    except NotFound:
        raise
    except DirectoryError as error:
        flash(f"This could not be done: {error}")
    else:
        flash(f"Agreed, and done. {done.note}")
    return redirect(f"{STEPS}/{step}", 303)


@pages.post(f"{ADDRESS}/refuse")
def refuse(step: str) -> Response:
    """Refuse: nothing happens, and whoever asked is told."""
    return _ended(step, refuse_step, "Refused. Nothing was changed, and they have been told.")


@pages.post(f"{ADDRESS}/withdraw")
def withdraw(step: str) -> Response:
    """Take one's own step back."""
    return _ended(step, withdraw_step, "Taken back. Nothing was changed.")


def _ended(step: str, end: Callable[[Directory, str, Admin], None], words: str) -> Response:
    try:
        end(current_directory(), step, acting_admin())
    except Conflict as error:
        words = str(error)
    flash(words)
    return redirect(f"{STEPS}/{step}", 303)


def _line(session: Session, step: Step) -> StepLine:
    kind = STEP_KINDS.get(step.kind)
    who = account_name(session, step.asked_by)
    return StepLine(
        label=kind.label if kind else step.kind,
        href=f"{STEPS}/{step.id}" if kind else "",
        asked=f"Asked by {who}, {told_time(step.asked_at)}",
        state=STATES[step.state],
    )


def _page(session: Session, step: Step, admin: Admin) -> StepPage:
    kind, is_own = STEP_KINDS[step.kind], step.asked_by == admin.account_id
    return StepPage(
        title=kind.label,
        told=kind.told(session, step.document),
        facts=tuple(_facts(session, step)),
        action=f"{STEPS}/{step.id}",
        is_waiting=step.state == "waiting",
        can_decide=not is_own and kind.role in roles_within(admin.role),
        is_own=is_own,
    )


def _facts(session: Session, step: Step) -> Iterator[KnownFact]:
    yield KnownFact("Asked by", _who_and_when(session, step.asked_by, step.asked_at))
    yield KnownFact("How it stands", (STATES[step.state], step.note)[: 2 if step.note else 1])
    if step.state == "waiting":
        yield KnownFact("Open until", (told_time(step.ends_at),))
    if step.decided_by and step.decided_at:
        yield KnownFact("Decided by", _who_and_when(session, step.decided_by, step.decided_at))
    elif step.decided_at:
        yield KnownFact("Decided by", ("Nobody else could agree then, so it was done at once.",))


def _who_and_when(session: Session, account_id: str, at: datetime) -> tuple[str, ...]:
    return (account_name(session, account_id), told_time(at))
