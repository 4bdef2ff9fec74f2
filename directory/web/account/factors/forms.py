"""The forms of the page about security."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from directory.web.account.factors.passkeys import NAME_LENGTH


class NewPasskeyForm(FlaskForm):  # type: ignore[misc]
    """The name of a new passkey, and what the browser made."""

    name = StringField(
        "Name of this passkey",
        validators=[
            InputRequired("Give this passkey a name"),
            Length(max=NAME_LENGTH, message=f"Use at most {NAME_LENGTH} letters"),
        ],
        filters=[lambda typed: " ".join(typed.split()) if typed else typed],
        description="So that you know it again, such as “My phone”.",
    )
    credential = HiddenField(validators=[Length(max=20_000)])


class ConfirmForm(FlaskForm):  # type: ignore[misc]
    """A press on a button, and nothing else."""
