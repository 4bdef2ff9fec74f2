"""The forms of rosters."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import DateField, SelectField, StringField
from wtforms.validators import DataRequired

from directory.providers.rosters import Part, Said
from directory.vocabulary import LICENSES
from directory.web.choices import LINE, STATE_CHOICES, stripped

# So much may be sent: a file that is too large for a roster still gets a kind word.
MOST_SENT = 30_000_000  # bytes
_SEVERAL = "several"
_KINDS = {"": "Choose a kind", _SEVERAL: "Several kinds of licenses"} | {
    code: term.label for code, term in LICENSES.items() if code != "coach"
}
PARTS: Mapping[Part, str] = {
    "number": "License number",
    "last": "Last name",
    "first": "First name",
    "name": "Whole name, where it stands in one column",
    "status": "Status",
    "expires": "Last day of the license",
    "discipline": "Whether the board took action",
}
MEANINGS: Mapping[Said, str] = {
    "active": "Active",
    "expired": "Ran out, or not in use",
    "disciplined": "Limited by the board",
    "revoked": "Taken away",
    "unsure": "A person has to look",
}


class RosterForm(FlaskForm):  # type: ignore[misc]
    """A roster with what an admin says of it."""

    file = FileField("The list of the board")
    state = SelectField("State", [DataRequired("Choose a state")], choices=STATE_CHOICES)
    license = SelectField(
        "Which licenses does it hold?", [DataRequired("Choose a kind")], choices=_KINDS
    )
    as_of = DateField("The day of the list", [DataRequired("Write the day of the list")])
    source = StringField(
        "Where it comes from", [DataRequired("Say where it comes from"), LINE], filters=[stripped]
    )

    @property
    def kind(self) -> str:
        """The code of the licenses, "" for several kinds."""
        return "" if self.license.data == _SEVERAL else str(self.license.data)

    def is_sound(self, today: date) -> bool:
        """Validate; a list is of today or before."""
        is_valid = bool(self.validate())
        if self.as_of.data and self.as_of.data > today:
            self.as_of.errors = ["Write a day that is not after today"]
            return False
        return is_valid


def columns_form(
    titles: Sequence[str],
    columns: Mapping[str, str],
    meanings: Mapping[str, str],
    **options: Any,
) -> FlaskForm:
    """Return the form with a field for each part of a row, and one for each word of the status."""
    choices = {"": "No column has it"} | {title: title for title in titles}
    fields: dict[str, SelectField] = {
        part: SelectField(label, choices=choices, default=columns.get(part, ""))
        for part, label in PARTS.items()
    }
    for place, (word, said) in enumerate(meanings.items()):
        label = f"“{word}” means" if word else "An empty status means"
        fields[f"word-{place}"] = SelectField(label, choices=dict(MEANINGS), default=said)
    return type("ColumnsForm", (FlaskForm,), fields)(**options)
