"""Where a practice is begun and managed."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.providers.history import Author
from directory.storage import Practices
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.practice.desk import practice_desk
from directory.web.provider.practice.forms import InviteForm, ManagerForm, PracticeForm
from directory.web.provider.practice.page import (
    begin_page,
    practice_page,
    removing_page,
    stopping_page,
)
from directory.web.provider.practice.pages import Field
from directory.web.rate_limits import Allowance
from directory.web.rendering import render_page
from directory.workflows.practices.begin_practice import begin_practice
from directory.workflows.practices.invite_to_practice import (
    invite_clinician,
    invite_manager,
    withdraw_invitation,
)
from directory.workflows.practices.leave_practice import leave_practice, stop_managing

ADDRESS = "/my/practice/<practice>"

_EMPTY = Field()

pages = Blueprint("practice", __name__)


@pages.get("/my/practice")
def choose() -> Response:
    """Lead to the practice that one manages, or to where one is begun."""
    with current_directory().database.reading() as session:
        managed = Practices(session).managed_by(asking_account().id)
    if len(managed) == 1:
        return redirect(f"/my/practice/{managed[0].id}", 303)
    return redirect("/my/listing" if managed else "/my/practice/new", 303)


@pages.get("/my/practice/new")
def write() -> str:
    """Show the form that begins a practice."""
    return render_page("my/practice/begin.html", begin_page(_EMPTY))


@pages.post("/my/practice/new")
def begin() -> Response:
    """Begin a practice."""
    typed = PracticeForm().name.data or ""
    try:
        id = begin_practice(current_directory(), asking_account().id, typed)
    except Invalid as error:
        page = begin_page(Field(typed, error.problems[0].message))
        return make_response(render_page("my/practice/begin.html", page), 422)
    return redirect(f"/my/practice/{id}", 303)


@pages.get(ADDRESS)
def manage(practice: str) -> Response:
    """Show a practice with its listings, invitations and managers."""
    return _practice(practice)


@pages.post(f"{ADDRESS}/invite")
def invite(practice: str) -> Response:
    """Invite a clinician's listing."""
    typed = InviteForm().who.data or ""
    try:
        _take_one(practice)
        whom = invite_clinician(practice_desk(), practice, typed)
    except Invalid as error:
        return _practice(practice, who=Field(typed, error.problems[0].message), status=422)
    flash(f"We sent an invitation to {whom}. It can be accepted for 14 days.")
    return redirect(f"/my/practice/{practice}", 303)


@pages.post(f"{ADDRESS}/managers")
def invite_another(practice: str) -> Response:
    """Invite another manager."""
    typed = ManagerForm().email.data or ""
    try:
        _take_one(practice)
        whom = invite_manager(practice_desk(), practice, typed)
    except Invalid as error:
        return _practice(practice, email=Field(typed, error.problems[0].message), status=422)
    flash(f"We sent an invitation to {whom}. It can be accepted for 14 days.")
    return redirect(f"/my/practice/{practice}", 303)


@pages.post(f"{ADDRESS}/invitations/<invitation>/withdraw")
def withdraw(practice: str, invitation: str) -> Response:
    """Take an invitation back."""
    withdraw_invitation(current_directory(), invitation)
    flash("The invitation is taken back. Its link no longer works.")
    return redirect(f"/my/practice/{practice}", 303)


@pages.get(f"{ADDRESS}/remove/<listing>")
def ask_to_remove(practice: str, listing: str) -> str:
    """Say what it means to let a listing go."""
    return render_page("my/practice/parting.html", removing_page(practice, listing))


@pages.post(f"{ADDRESS}/remove/<listing>")
def remove(practice: str, listing: str) -> Response:
    """Let a listing go."""
    leave_practice(practice_desk(), listing, Author("practice", asking_account().id))
    flash("The listing is no longer in your practice. We told whoever keeps it.")
    return redirect(f"/my/practice/{practice}", 303)


@pages.get(f"{ADDRESS}/leave")
def ask_to_leave(practice: str) -> str:
    """Say what it means to stop managing a practice."""
    return render_page("my/practice/parting.html", stopping_page(practice))


@pages.post(f"{ADDRESS}/leave")
def leave(practice: str) -> Response:
    """Stop managing a practice; the last who does so closes it."""
    is_closed = stop_managing(practice_desk(), practice, asking_account().id)
    flash("The practice is closed." if is_closed else "You no longer manage the practice.")
    return redirect("/my/listing", 303)


def _take_one(practice: str) -> None:
    Allowance("30 per day", ("invitations into a practice", practice)).take()
    Allowance("60 per day", ("invitations by an account", asking_account().id)).take()


def _practice(id: str, who: Field = _EMPTY, email: Field = _EMPTY, status: int = 200) -> Response:
    page = practice_page(id, who, email)
    return make_response(render_page("my/practice/manage.html", page), status)
