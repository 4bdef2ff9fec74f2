"""Signing in and out."""

from typing import Any

from flask import flash
from flask_security import logout_user
from flask_security.forms import Form, LoginForm
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply
from wtforms import Field

from directory.web.account.blueprint import pages
from directory.web.account.current import current_account
from directory.web.account.forms import Counted, address_field, password_field, show_form
from directory.web.account.pages import SignInPage
from directory.web.account.proving.halfway import enter
from directory.web.account.sessions.cookie import close_session
from directory.web.account.ways import go_to, is_local, next_address

_WRONG = "The email address or the password is not right"


class SignInForm(Counted, LoginForm):  # type: ignore[misc]
    """Flask-Security's form, which takes the same time for an address that nobody has."""

    purpose, from_here, to_one = "sign-in", "60 per 15 minutes", "10 per 15 minutes"
    email = address_field()
    password = password_field()
    remember = None
    submit = None

    def validate(self, **kwargs: Any) -> bool:
        """Check the fields, count, then look who it is; a wrong address looks like a password."""
        if not Form.validate(self, **kwargs) or not self.count():
            return False
        if super().validate(**kwargs):
            self.give_back()
            return True
        self.email.errors = self.password.errors = ()
        if not self.is_unconfirmed:
            self.form_errors = [_WRONG]
        return False

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it is the right person, whose address is not confirmed yet."""
        return bool(self.user_authenticated and self.requires_confirmation)

    def validate_next(self, field: Field) -> None:
        """Forget an address that is not ours."""
        if not is_local(field.data or ""):
            field.data = ""


@pages.route("/sign-in", methods=("GET", "POST"), endpoint="login")
def sign_in() -> Reply:
    """Show the form, or sign somebody in."""
    if current_account():
        return go_to(next_address())
    form = SignInForm()
    if form.validate_on_submit():
        return enter(form.user.id, next_address())
    page = SignInPage(
        title="Sign in", form=form, next=form.next.data or "", unconfirmed=form.is_unconfirmed
    )
    return show_form("account/sign_in.html", page, form)


@pages.post("/sign-out", endpoint="logout")
def sign_out() -> Reply:
    """Sign out whoever asks."""
    form = FlaskForm()
    if form.validate_on_submit() and current_account():
        close_session()
        logout_user()
        flash("You are signed out.")
    return go_to("/account/sign-in")
