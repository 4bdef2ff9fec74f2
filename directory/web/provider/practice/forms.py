"""The forms of the pages of practices."""

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField


class PracticeForm(FlaskForm):  # type: ignore[misc]
    """What a practice is called."""

    name = StringField("Name of the practice")


class InviteForm(FlaskForm):  # type: ignore[misc]
    """Whose listing to invite."""

    who = StringField("Whom would you like to invite?")


class ManagerForm(FlaskForm):  # type: ignore[misc]
    """Who else is to manage the practice."""

    email = StringField("Email address of another manager")


class JoinForm(FlaskForm):  # type: ignore[misc]
    """Which listing is to join."""

    listing = RadioField("Which listing is to join?", choices=(), validate_choice=False)
