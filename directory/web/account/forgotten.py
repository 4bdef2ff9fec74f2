"""A new password for whoever forgot theirs; every address is answered alike."""

from typing import cast

from flask import flash, make_response
from flask_security.recoverable import (
    generate_reset_password_token,
    reset_password_token_status,
    update_password,
)
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply

from directory.web.account.blueprint import pages
from directory.web.account.configuration import (
    FIRST_PASSWORD_WITHIN,
    RESET_WITHIN,
    SHORTEST_PASSWORD,
)
from directory.web.account.forms import AddressForm, new_password_field, show_form
from directory.web.account.mailing import post_now
from directory.web.account.pages import ChangePasswordPage, FormPage
from directory.web.account.people import Person
from directory.web.account.security import current_security, current_store
from directory.web.account.sign_up import mail_is_sent, this_sites_letters
from directory.web.account.ways import go_to
from directory.web.rendering import render_page

_NOBODYS = "x" * 97  # as long as a hash


class ForgottenForm(AddressForm):
    """The address of the account."""

    purpose, from_here, to_one = "forgotten", "20 per hour", "5 per hour"


class ResetForm(FlaskForm):  # type: ignore[misc]
    """The new password."""

    password = new_password_field("New password")


@pages.route("/forgotten", methods=("GET", "POST"), endpoint="forgot_password")
def forgotten() -> Reply:
    """Mail the link by which a new password is chosen."""
    form = ForgottenForm()
    if form.validate_on_submit():
        _post_link(form.email.data)
        return mail_is_sent(form.email.data)
    page = FormPage(title="Forgot your password?", form=form)
    return show_form("account/forgotten.html", page, form)


@pages.route("/reset/<token>", methods=("GET", "POST"), endpoint="reset_password")
def reset(token: str) -> Reply:
    """Let the person with the link choose a new password; that ends the link and all sessions."""
    form, person = ResetForm(), _holder(token)
    if person is None:
        over = FormPage(title="This link no longer works", form=form)
        return make_response(render_page("account/link_over.html", over), 404)
    if form.validate_on_submit():
        _use(person, form.password.data)
        flash("Your new password is set. You can sign in now.")
        return go_to("/account/sign-in")
    page = ChangePasswordPage(
        title="Choose a new password", form=form, address=person.email, shortest=SHORTEST_PASSWORD
    )
    return show_form("account/reset.html", page, form)


def _post_link(email: str) -> None:
    found = current_store().find_user(email=email)
    # A link is made for nobody as well, out of as much: that takes as long.
    person: Person = found or current_store().new_person(email, _NOBODYS)
    letters = this_sites_letters()
    link = letters.new_password(email, generate_reset_password_token(person))
    post_now(link if found else letters.no_account(email))


def _holder(token: str) -> Person | None:
    """Return whose link it is, None where it works no longer."""
    expired, invalid, person = reset_password_token_status(token)
    if expired or invalid or person is None:
        return None
    _, made_at = current_security().reset_serializer.loads(token, return_timestamp=True)
    lasts = RESET_WITHIN if person.password else FIRST_PASSWORD_WITHIN
    return cast(Person, person) if current_store().now() - made_at < lasts else None


def _use(person: Person, password: str) -> None:
    if person.confirmed_at is None:  # the link came to the same address
        person.confirmed_at = current_store().now()
    update_password(person, password)
    post_now(this_sites_letters().password_changed(person.email))
