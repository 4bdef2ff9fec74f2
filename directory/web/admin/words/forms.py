"""The forms of words, payers, lines, clocks and sign-offs."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from directory.editions.checking import CLOCK_BOUNDS, PAYER_KINDS
from directory.vocabulary import AGE_GROUPS, SAFETY_FLAGS
from directory.web.choices import LINE, TEXT, stripped

_SHORT = Length(max=80, message="This is too long. Write 80 letters or less")
_MANY = Length(max=8000, message="These are too many words")
_KINDS = {
    "public": "Public plan",
    "military": "Military plan",
    "commercial": "Private plan",
    "behavioral_carveout": "Company that runs mental health benefits for plans",
    "network_rental": "Network that plans rent",
    "managed_medicaid": "Medicaid plan by a company",
    "eap": "Help through an employer",
    "other": "Somebody else who pays",
}
CLOCKS = {
    "availability": "Openings",
    "payers": "Insurance plans",
    "locations": "Places",
    "others": "Every other fact",
    "hidden": "Days until a kept listing rests after its first date is over",
}


class WordsForm(FlaskForm):  # type: ignore[misc]
    """The words for one code, one a line."""

    words = TextAreaField("Words that people type", [Optional(), _MANY])

    def typed(self) -> tuple[str, ...]:
        """Return the words, without empty lines."""
        lines = map(stripped, (self.words.data or "").splitlines())
        return tuple(line for line in lines if line)


class PayerForm(WordsForm):
    """The name and other names of a payer that ships."""

    words = TextAreaField("Other names, one a line", [Optional(), _MANY])
    label = StringField("Name", [DataRequired("Write a name"), _SHORT], filters=[stripped])


class OwnPayerForm(PayerForm):
    """A payer of the operator's own."""

    kind = SelectField(
        "Kind",
        choices={code: _KINDS.get(code, code) for code in PAYER_KINDS if code != "none"},
        default="commercial",
    )


class NewPayerForm(OwnPayerForm):
    """A new payer, with its code."""

    code = StringField(
        "Code for files and programs",
        [
            DataRequired("Write a code"),
            Regexp("^[a-z][a-z0-9_]{1,39}$", message="Use small letters, digits and _ alone"),
        ],
        filters=[stripped],
        description="Small letters, digits and _, as in river_health.",
    )


class LineForm(FlaskForm):  # type: ignore[misc]
    """How a crisis line is reached."""

    call = StringField("Number to call", [Optional(), _SHORT], filters=[stripped])
    text = StringField("Text", [Optional(), _SHORT], filters=[stripped])
    chat = StringField("Chat", [Optional(), LINE], filters=[stripped])

    def reached(self) -> dict[str, Any]:
        """Return the ways that were typed."""
        return {name: self[name].data or None for name in ("call", "text", "chat")}


class ShippedLineForm(LineForm):
    """A line that ships, which can be hidden."""

    hidden = BooleanField("Do not show this line anywhere")


class OwnLineForm(LineForm):
    """A line of the operator's own."""

    name = StringField("Name", [DataRequired("Write a name"), _SHORT], filters=[stripped])
    need = SelectField("Where it stands on the page Help right now")
    always = BooleanField("Show it on every crisis card")
    flags = SelectMultipleField(
        "Show it on the card of a person with",
        choices={code: str(term.label) for code, term in SAFETY_FLAGS.items()},
    )
    age_groups = SelectMultipleField(
        "Show it on the card of",
        choices={code: str(term.label) for code, term in AGE_GROUPS.items()},
    )


class _ClocksForm(FlaskForm):  # type: ignore[misc]
    """The days of every clock."""

    def days(self) -> dict[str, int]:
        """Return the days that were typed."""
        return {name: self[name].data for name in CLOCK_BOUNDS}


ClocksForm = type(
    "ClocksForm",
    (_ClocksForm,),
    {
        name: IntegerField(
            CLOCKS[name],
            [InputRequired("Write a whole number of days")],
            description=f"From {CLOCK_BOUNDS[name][0]} to {CLOCK_BOUNDS[name][1]} days.",
        )
        for name in CLOCK_BOUNDS
    },
)


class SignOffForm(FlaskForm):  # type: ignore[misc]
    """Who signed a row."""

    name = StringField("Name", [DataRequired("Write who signed it"), LINE], filters=[stripped])
    license = StringField(
        "License", [DataRequired("Write their license"), LINE], filters=[stripped]
    )
    day = DateField("Day", [DataRequired("Write the day as in 2026-11-30")])


class NoteForm(FlaskForm):  # type: ignore[misc]
    """Why an edition is published; the version says which draft was looked at."""

    note = TextAreaField("Why (other admins read this)", [Optional(), TEXT])
    version = HiddenField()


class WhyForm(FlaskForm):  # type: ignore[misc]
    """Why an edition is brought back."""

    note = TextAreaField("Why (other admins read this)", [Optional(), TEXT])


class FileForm(FlaskForm):  # type: ignore[misc]
    """An edition as a file."""

    file = FileField("File of an edition", [FileRequired("Choose a file")])
