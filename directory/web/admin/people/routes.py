"""Where roles are seen, given, changed and ended."""

from typing import cast

from flask import Blueprint, flash, make_response, redirect
from sqlmodel import Session
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.roles import ROLES, Role
from directory.sentences import ENGLISH
from directory.storage import Accounts, AdminSteps, RoleInvitation, RoleInvitations, StoredAccount
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.people.forms import InviteForm, RoleForm
from directory.web.admin.people.pages import (
    Colleague,
    Invited,
    InvitePage,
    PeoplePage,
    PersonPage,
    RoleWords,
)
from directory.web.rendering import render_page
from directory.workflows.roles.change_role import LAST_OWNER
from directory.workflows.roles.decide_role import ask_to_change_role, ask_to_invite
from directory.workflows.roles.invite_admin import withdraw_invitation
from directory.workflows.roles.role_letters import MAY, with_article
from directory.workflows.roles.second_admin import Outcome

PEOPLE = "/admin/people"
ADDRESS = f"{PEOPLE}/<person>"
_WAITS = "This takes two people. Whoever may agree has been told by mail: see “Steps for two”."
_ROLES = tuple(RoleWords(role, MAY[role]) for role in ROLES)

pages = Blueprint("people", __name__)


@pages.get(PEOPLE)
def see() -> str:
    """Show everybody who has a role, and the invitations that are open."""
    admin, directory = acting_admin(), current_directory()
    now = directory.clock()
    with directory.database.reading() as session:
        people, invited = Accounts(session).with_roles(), RoleInvitations(session).open(now)
        waiting = len(AdminSteps(session).waiting(now))
    page = PeoplePage(
        title="People",
        people=tuple(_colleague(one, admin.account_id) for one in people),
        invited=tuple(map(_invited, invited)),
        roles=_ROLES,
        may_change=admin.role == "owner",
        waiting=waiting,
    )
    return render_page("admin/people.html", page)


@pages.get(f"{PEOPLE}/invite")
def write() -> Response:
    """Show the form that invites somebody."""
    return _invite_page(InviteForm(formdata=None))


@pages.post(f"{PEOPLE}/invite")
def invite() -> Response:
    """Mail an invitation, or ask a second admin for a new owner."""
    form, directory = InviteForm(), current_directory()
    if directory.mailer is None or not form.validate():
        return _invite_page(form, 422)
    try:
        outcome = ask_to_invite(directory, form.email.data, form.role.data, acting_admin())
    except Invalid as error:
        form.email.errors = [problem.message for problem in error.problems]
        return _invite_page(form, 422)
    return _done(outcome, "Invited. The link in the mail works for seven days.")


@pages.post(f"{PEOPLE}/invitations/<invitation>/withdraw")
def withdraw(invitation: str) -> Response:
    """Take an invitation back."""
    withdraw_invitation(current_directory(), invitation, acting_admin())
    return _done("done", "Taken back. The link in the mail opens nothing any longer.")


@pages.get(ADDRESS)
def see_one(person: str) -> Response:
    """Show one person, and what can be changed."""
    return _person_page(person)


@pages.post(f"{ADDRESS}/role")
def change(person: str) -> Response:
    """Give somebody another role."""
    form = RoleForm()
    if not form.validate():
        return _person_page(person, form)
    return _changed(person, cast(Role, form.role.data))


@pages.post(f"{ADDRESS}/end")
def end(person: str) -> Response:
    """End somebody's role."""
    return _changed(person, None)


def _changed(person: str, role: Role | None) -> Response:
    admin = acting_admin()
    try:
        outcome = ask_to_change_role(current_directory(), person, role, admin)
    except Conflict as error:
        flash(str(error))
        return redirect(f"{PEOPLE}/{person}", 303)
    now = f"They are {with_article(role)} now" if role else "Their role has ended"
    if person == admin.account_id and outcome == "done" and role is None:
        flash("Your role has ended. Thank you.")
        return redirect("/account", 303)
    return _done(outcome, f"{now}, and they have been told.")


def _done(outcome: Outcome, words: str) -> Response:
    flash(words if outcome == "done" else _WAITS)
    return redirect(PEOPLE, 303)


def _invite_page(form: InviteForm, status: int = 200) -> Response:
    has_mail = current_directory().mailer is not None
    page = InvitePage("Invite somebody", form, _ROLES, has_mail)
    return make_response(render_page("admin/invite.html", page), status)


def _person_page(id: str, form: RoleForm | None = None) -> Response:
    with current_directory().database.reading() as session:
        account = Accounts(session).get(id)
        if account is None or account.role is None:
            raise NotFound("there is nobody with a role under this number")
        hindrance = _hindrance(session, account)
    page = PersonPage(
        title=f"{account.role.capitalize()}: change or end",
        person=_colleague(account, acting_admin().account_id),
        form=form or RoleForm(formdata=None, role=account.role),
        roles=_ROLES,
        action=f"{PEOPLE}/{id}",
        hindrance=hindrance,
    )
    return make_response(render_page("admin/person.html", page), 422 if form else 200)


def _hindrance(session: Session, account: StoredAccount) -> str:
    is_last = account.role == "owner" and Accounts(session).count_owners() == 1
    return LAST_OWNER if is_last else ""


def _colleague(account: StoredAccount, me: str) -> Colleague:
    role = cast(Role, account.role)
    return Colleague(account.id, account.email, role, bool(account.passkeys), account.id == me)


def _invited(invitation: RoleInvitation) -> Invited:
    return Invited(
        address=invitation.email,
        role=invitation.role,
        until=ENGLISH.day(invitation.expires_at.date()),
        withdraw_action=f"{PEOPLE}/invitations/{invitation.id}/withdraw",
    )
