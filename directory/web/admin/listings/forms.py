"""The forms on the page of a listing."""

from contextlib import closing
from datetime import date, timedelta
from typing import Any

from flask_wtf.file import FileField
from wtforms import DateField, RadioField
from wtforms.validators import DataRequired

from directory.providers import License
from directory.web.admin.queue.forms import FindingsForm

# So much may be sent: a file that is too large for evidence still gets a kind word.
MOST_SENT = 20_000_000  # bytes
_LONGEST_AGO = timedelta(days=30)
VISIBLE = {"yes": "Yes, patients see it from now on", "no": "No, it stays or goes off the site"}


class VerifyForm(FindingsForm):
    """What an admin found about a listing, on which day, with a file that shows it."""

    looked_on = DateField("When you looked", [DataRequired("Write the day, such as 11/21/2026")])
    evidence = FileField("A file that shows it, if you have one")

    def found_by(self, today: date) -> tuple[License, ...] | None:
        """Return the licenses as they were found, none where something is to be mended."""
        day = self.looked_on.data
        found = self.found(day or today)
        if day and not today - _LONGEST_AGO <= day <= today:
            self.looked_on.errors = ["Write a day within the last 30 days, and not after today"]
            self.is_sound = False
        return found if self.is_sound else None

    @property
    def publishes(self) -> bool | None:
        """Whether patients see the listing from now on, None where that is not asked."""
        return self.published.data == "yes" if "published" in self else None


class PublishForm(VerifyForm):
    """The same for a listing that nobody keeps, whose place on the site an admin decides."""

    published = RadioField(
        "Do patients see it?",
        choices=VISIBLE,
        validators=[DataRequired("Say whether patients see it")],
    )


def sent_file(field: Any) -> tuple[str, bytes] | None:
    """Return the name and the bytes of a file that was chosen, None where none was."""
    file = field.data
    if not file or not file.filename:
        return None
    with closing(file):
        return file.filename, file.read()
