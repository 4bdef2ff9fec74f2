"""The forms by which people prove who they are."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

_SHORT = Length(max=100, message="This is too long to be a code")


class CodeForm(FlaskForm):  # type: ignore[misc]
    """A code from an authenticator app."""

    code = StringField(
        "Code from your app",
        validators=[InputRequired("Type the code that your app shows"), _SHORT],
        description="Six digits. The app shows a new one every 30 seconds.",
    )


class RecoveryCodeForm(FlaskForm):  # type: ignore[misc]
    """A code from paper."""

    code = StringField(
        "Recovery code",
        validators=[InputRequired("Type one of your recovery codes"), _SHORT],
        description="One of the codes that you printed or saved, such as 1a2b-3c4d-5e6f.",
    )


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """A password, typed again."""

    password = PasswordField(
        "Your password",
        validators=[
            InputRequired("Type your password"),
            Length(max=1000, message="This is too long to be your password"),
        ],
    )


class PasskeyForm(FlaskForm):  # type: ignore[misc]
    """What a passkey signed; the browser fills it in."""

    credential = HiddenField(
        validators=[InputRequired("Your browser sent no passkey"), Length(max=20_000)]
    )
