"""Changing the password of whoever is signed in."""

from typing import cast

from flask import flash
from flask_security import login_user
from flask_security.recoverable import update_password
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply

from directory.web.account.blueprint import pages
from directory.web.account.configuration import SHORTEST_PASSWORD
from directory.web.account.current import current_person
from directory.web.account.forms import new_password_field, show_form
from directory.web.account.mailing import post_now
from directory.web.account.owner import own_account
from directory.web.account.pages import ChangePasswordPage
from directory.web.account.people import Person
from directory.web.account.sessions.cookie import note_proof, open_now
from directory.web.account.sign_up import this_sites_letters
from directory.web.account.ways import go_to


class ChangePasswordForm(FlaskForm):  # type: ignore[misc]
    """The new password; the gate has just asked for the old one."""

    password = new_password_field("New password")


@pages.route("/password", methods=("GET", "POST"), endpoint="change_password")
def change() -> Reply:
    """Choose a new password."""
    account, form = own_account(), ChangePasswordForm()
    if form.validate_on_submit():
        _use(cast(Person, current_person()), form.password.data)
        flash("Your new password is set. All other browsers are signed out.")
        return go_to("/account")
    page = ChangePasswordPage(
        title="Change your password", form=form, address=account.email, shortest=SHORTEST_PASSWORD
    )
    return show_form("account/password.html", page, form)


def _use(person: Person, password: str) -> None:
    """Set a password, which ends every session, and begin this browser's anew."""
    before = open_now()
    update_password(person, password)
    login_user(person, remember=False, authn_via=["password"])
    note_proof(
        is_strong=bool(before and before.is_strong),
        by_passkey=bool(before and before.by_passkey),
    )
    post_now(this_sites_letters().password_changed(person.email))
