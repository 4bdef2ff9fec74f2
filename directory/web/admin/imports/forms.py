"""The forms of imports."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from directory.exchange.listings.columns import column_named, known_names
from directory.vocabulary import LICENSES
from directory.web.admin.imports.pages import Slip

_CELL = 64 * 1024  # characters: the longest cell that is read
_ROW = 1 << 20
_NOT_READ = {"": "Do not read this column"}


class FileForm(FlaskForm):  # type: ignore[misc]
    """A file to import."""

    file = FileField("File", [FileRequired("Choose a file")])


class ExportForm(FlaskForm):  # type: ignore[misc]
    """In which form all listings are wanted."""

    format = SelectField(
        "Format",
        choices={
            "csv": "CSV, for any spreadsheet",
            "xlsx": "XLSX, up to 100,000 listings",
            "jsonl": "JSON Lines, for programs",
        },
    )


class ConfirmForm(FlaskForm):  # type: ignore[misc]
    """Whether what was shown is to be done; `round` says what was shown."""

    round = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    new_listings = RadioField(
        "New listings",
        [DataRequired("Choose whether people may see the new listings")],
        choices={
            "hidden": "Keep them hidden until somebody has checked them",
            "shown": "Show them at once",
        },
    )


class PlainConfirmForm(FlaskForm):  # type: ignore[misc]
    """The same where no listing is new."""

    round = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class UndoForm(FlaskForm):  # type: ignore[misc]
    """Whether an import is to be taken back."""


class UndoEditedForm(FlaskForm):  # type: ignore[misc]
    """The same where listings were edited since."""

    with_edited = BooleanField("Also take back the listings that were edited since")


def confirm_form(asks_to_hide: bool, **options: Any) -> FlaskForm:
    """Return the form that confirms; it asks about new listings where there are any."""
    return ConfirmForm(**options) if asks_to_hide else PlainConfirmForm(**options)


def mend_form(slips: Sequence[Slip], values: Mapping[int, str], **options: Any) -> FlaskForm:
    """Return a form with a field for each row that can be mended, filled with what stands there."""

    class ShownCells(FlaskForm):  # type: ignore[misc]
        """Just the cells that are shown, and which dry run they are of."""

        round = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    for slip in slips:
        if slip.field:
            kind = TextAreaField if slip.is_whole_row else StringField
            most = _ROW if slip.is_whole_row else _CELL
            label = "The whole row" if slip.is_whole_row else slip.column
            tests = [Optional(), Length(max=most, message="This is too long to be read")]
            field = kind(label, tests, default=values[slip.line])
            setattr(ShownCells, slip.field, field)
    return ShownCells(**options)


def column_form(titles: Sequence[str], chosen: Mapping[str, str], **options: Any) -> FlaskForm:
    """Return a form with a choice for each title of a file; `license` holds for every row."""

    class ShownColumns(FlaskForm):  # type: ignore[misc]
        """Just the titles of the file."""

        license = SelectField(
            "License of everybody in the file",
            choices={"": "It stands in a column"} | {k: one.label for k, one in LICENSES.items()},
        )

    for place, title in enumerate(titles):
        field = SelectField(
            title, choices=_choices(chosen.get(title, "")), default=chosen.get(title, "")
        )
        setattr(ShownColumns, f"column-{place}", field)
    return ShownColumns(**options)


def _choices(chosen: str) -> dict[str, str]:
    """Return our columns by name, with the suggested one among them also where it is numbered."""
    names = [*known_names()]
    if chosen and chosen not in names:
        names.append(chosen)
    return _NOT_READ | {name: column_words(name) for name in names}


def column_words(name: str) -> str:
    """Return the name of a column as people read it: `license_1_state` is `License 1 state`."""
    known = column_named(name)
    words = (known.name if known else name).replace("_", " ")
    return words.capitalize().replace("Npi", "NPI").replace("zip", "ZIP")
