"""What forms about accounts have in common: fields, and how often each may be sent."""

import math
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from flask import Response, make_response, request
from flask_security.mail_util import EmailValidateException
from flask_wtf import FlaskForm
from werkzeug.exceptions import TooManyRequests
from wtforms import Field, PasswordField, StringField
from wtforms.validators import DataRequired, ValidationError

from directory.web.account.mailing import NO_ADDRESS
from directory.web.account.security import current_security
from directory.web.rate_limits import Allowance, client_key
from directory.web.rendering import render_page


def _usable_address(_form: FlaskForm, field: Field) -> None:
    try:
        field.data = current_security().mail_util.normalize(field.data or "")
    except EmailValidateException as error:
        raise ValidationError(error.msg) from None


def _good_password(form: FlaskForm, field: Field) -> None:
    email = form.email.data if "email" in form else ""
    wrong, field.data = current_security().password_util.validate(field.data, True, email=email)
    if wrong:
        raise ValidationError(wrong[0])


def address_field(label: str = "Email address") -> StringField:
    """Return a field for an email address."""
    return StringField(label, [DataRequired(NO_ADDRESS), _usable_address])


def new_password_field(label: str = "Password") -> PasswordField:
    """Return a field for a password that is chosen."""
    return PasswordField(label, [DataRequired("Choose a password"), _good_password])


def password_field(label: str = "Password") -> PasswordField:
    """Return a field for the password that somebody has."""
    return PasswordField(label, [DataRequired("Write your password")])


class Counted:
    """How often a form may be sent: from here, and about one address, known or not."""

    form_errors: Sequence[str]
    email: Field
    # What the form does, and how often from one place and about one address.
    purpose, from_here, to_one = "", "", ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wait = 0  # seconds
        self._undo = ExitStack()

    def count(self) -> bool:
        """Count one more; where there were enough, say so and return False."""
        with ExitStack() as undo:
            for one in self._allowances():
                try:
                    one.take()
                except TooManyRequests as error:
                    self.wait = int(error.retry_after or 60)  # type: ignore[arg-type]
                    self.form_errors = [_enough(self.wait)]
                    return False
                undo.callback(one.give_back)
            self._undo = undo.pop_all()
        return True

    def give_back(self) -> None:
        """Count one less: it went as it should."""
        self._undo.close()

    def _allowances(self) -> tuple[Allowance, ...]:
        return (
            Allowance(self.from_here, (self.purpose, "from", client_key())),
            Allowance(self.to_one, (self.purpose, "to", self.email.data)),
        )


class AddressForm(Counted, FlaskForm):  # type: ignore[misc]
    """A form that asks for an address alone."""

    email = address_field()

    def validate(self, **kwargs: Any) -> bool:
        """Check the fields, then count."""
        return super().validate(**kwargs) and self.count()


def show_form(template: str, page: object, form: FlaskForm) -> Response:
    """Show a form: as new, with what is to be mended, or with how long to wait."""
    answer = make_response(render_page(template, page))
    if request.method == "POST":
        answer.status_code = 422
    if wait := getattr(form, "wait", 0):
        answer.status_code = 429
        answer.headers["Retry-After"] = str(wait)
    return answer


def _enough(seconds: int) -> str:
    minutes = math.ceil(seconds / 60)
    return f"There were too many tries. Please wait {minutes} minute{'s'[: minutes > 1]}."
