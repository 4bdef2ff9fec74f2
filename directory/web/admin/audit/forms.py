"""What entries of the log are looked for."""

from datetime import UTC, date, datetime, timedelta

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import DateField, SelectField
from wtforms.validators import Optional

from directory.storage import Wanted


class WantedForm(FlaskForm):  # type: ignore[misc]
    """A room, a person and days; it is read from the address, and changes nothing."""

    class Meta:
        """No token, since nothing is changed."""

        csrf = False

    room = SelectField("What", [Optional()])
    who = SelectField("Who", [Optional()])
    since = DateField("From (day)", [Optional()])
    until = DateField("To (day)", [Optional()])

    def __init__(
        self, asked: MultiDict[str, str], rooms: dict[str, str], people: dict[str, str]
    ) -> None:
        super().__init__(formdata=asked)
        self.room.choices = {"": "Everything"} | rooms
        self.who.choices = {"": "Everybody"} | people

    def wanted(self) -> Wanted:
        """Return what was asked for; what cannot be read is left out, and says so beside itself."""
        self.validate()
        return Wanted(
            room="" if self.room.errors else self.room.data or "",
            account_id="" if self.who.errors else self.who.data or "",
            since=_begin(self.since.data),
            until=_begin(self.until.data, timedelta(days=1)),
        )


def _begin(day: date | None, later: timedelta = timedelta()) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + later if day else None
