"""The forms of those who keep a listing true."""

from datetime import date, timedelta

from flask_wtf import FlaskForm
from wtforms import DateField, SelectField
from wtforms.validators import Optional

from directory.providers.confirming import LONGEST_PAUSE, PAUSE_WEEKS
from directory.providers.freshness import FACTS

ALL, FULL = "all", "full"
CHOOSE_A_DAY = "Choose a day after today, and within a year"


def is_day(typed: str) -> bool:
    """Tell whether a browser can show what was typed in a field for days."""
    try:
        date.fromisoformat(typed)
    except ValueError:
        return False
    return True


class ConfirmForm(FlaskForm):  # type: ignore[misc]
    """One press: a fact that is still true, all of them, or that nobody new is taken."""

    said = SelectField(choices=[ALL, FULL, *FACTS])


class PauseForm(FlaskForm):  # type: ignore[misc]
    """One press on a number of weeks, or a day."""

    weeks = SelectField(choices=["", *map(str, PAUSE_WEEKS)], default="")
    until = DateField(validators=[Optional()])

    def day(self, today: date) -> date | None:
        """Return the last day of the pause, None where none was chosen or it cannot be."""
        if not self.validate():
            return None
        weeks = self.weeks.data
        day: date | None = today + timedelta(weeks=int(weeks)) if weeks else self.until.data
        return day if day and today < day <= today + LONGEST_PAUSE else None


class _BehindALink:
    """A form behind a link in a mail, whose token is in the address."""

    class Meta:
        """No second token: some mail programs keep no cookie to check it with."""

        csrf = False


class LinkPauseForm(_BehindALink, PauseForm):
    """A pause by a link in a mail."""


class FewerForm(_BehindALink, FlaskForm):  # type: ignore[misc]
    """One press: mails when a date has come, or earlier as well."""

    mails = SelectField(choices=["few", "all"])
