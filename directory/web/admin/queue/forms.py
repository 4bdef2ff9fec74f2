"""The forms by which an admin decides."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from flask_wtf import FlaskForm
from pydantic import ValidationError
from wtforms import (
    DateField,
    FieldList,
    Form,
    FormField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Optional

from directory.errors import Problem, problems_of
from directory.providers import License
from directory.vocabulary import AUTHORITIES, LICENSE_STATUSES
from directory.vocabulary.license_titles import licenses_for_title, titles_in
from directory.web.choices import LICENSE_CHOICES, LINE, STATE_CHOICES, TEXT, stripped
from directory.web.training_words import training_words

_KINDS = {code: label for code, label in LICENSE_CHOICES.items() if code != "coach"}
_STATUSES = {code: term.label for code, term in LICENSE_STATUSES.items()}
_RIGHTS = {code: term.label for code, term in AUTHORITIES.items()}


class LicenseRow(Form):  # type: ignore[misc]
    """One license as the source tells it; without letters it is left out."""

    license = SelectField("Kind", choices=_KINDS, default="lcsw")
    title = StringField("Letters", [Optional(), LINE], filters=[stripped])
    state = SelectField("State", choices=STATE_CHOICES, default="")
    number = StringField("Number", [Optional(), LINE], filters=[stripped])
    status = SelectField("Status", choices=_STATUSES, default="unverified")
    expires = DateField("Runs out on", [Optional()])
    authority = SelectField("Right to practice", choices=_RIGHTS, default="license")


class FindingsForm(FlaskForm):  # type: ignore[misc]
    """What an admin found out about the licenses of a listing, and where."""

    source = StringField("Where you looked", [DataRequired("Say where you looked"), LINE])
    is_sound = True

    def found(self, today: date) -> tuple[License, ...] | None:
        """Return the licenses as they were found, with today as the day of the check.

        Where something is to be mended it is written beside its field, and there are none.
        """
        is_typed = self.validate()
        rows = [row for row in self._fields.get("licenses", ()) if row.form.title.data]
        licenses = [self._license(row, today) for row in rows]
        found = tuple(license for license in licenses if license)
        if rows and not any(row.form.status.data != "unverified" for row in rows):
            rows[0].form.status.errors = ["Say what the board says of one license at least"]
            found = ()
        self.is_sound = is_typed and len(found) == len(rows)
        return found if self.is_sound else None

    def _license(self, row: FormField, today: date) -> License | None:
        facts = row.form.data
        checked = today if facts["status"] != "unverified" else None
        facts |= {"number": facts["number"] or None, "verified_at": checked}
        try:
            return License.model_validate(facts)
        except ValidationError as error:
            _write_problems(row.form, problems_of(error))
        return None


class NoteForm(FlaskForm):  # type: ignore[misc]
    """A few words on what was found, which admins alone read."""

    note = StringField(
        "What you found", [DataRequired("Say what you found"), LINE], filters=[stripped]
    )


_Findings = TypeVar("_Findings", bound=FindingsForm)


class TrainingForm(FlaskForm):  # type: ignore[misc]
    """Which trainings a proof was seen for, and where."""

    trainings = SelectMultipleField(
        "What the proof shows", [DataRequired("Tick what the proof shows")], choices={}
    )
    source = StringField("Where you looked", [DataRequired("Say where you looked"), LINE])

    def __init__(self, names: Iterable[str], **options: Any) -> None:
        super().__init__(**options)
        self.trainings.choices = {name: training_words(name) for name in names}


class ReasonForm(FlaskForm):  # type: ignore[misc]
    """A reason that somebody reads."""

    reason = TextAreaField("Reason", [DataRequired("Write a reason: they read it"), TEXT])


class QuestionForm(FlaskForm):  # type: ignore[misc]
    """A question to a claimant."""

    question = TextAreaField("Question", [DataRequired("Write what you need to know"), TEXT])


def findings_form(licenses: Sequence[License], spare: int = 0, **options: Any) -> FindingsForm:
    """Return the form with a row for each license, and some empty ones."""
    return with_rows(FindingsForm, licenses, spare, **options)


def with_rows(
    kind: type[_Findings], licenses: Sequence[License], spare: int, **options: Any
) -> _Findings:
    """Return a form of a kind with a row for each license, and some empty ones."""
    count = len(licenses) + spare
    if not count:
        return kind(**options)

    class ShownFindings(kind):  # type: ignore[valid-type, misc]
        """The form with just as many rows as are shown."""

        licenses = FieldList(FormField(LicenseRow), min_entries=count, max_entries=count)

    form = ShownFindings(licenses=[*map(_row, licenses)], **options)
    for row, license in zip(form.licenses, licenses, strict=False):  # the spare ones have none
        row.form.title.description = _letters_hint(license)
    return form


def _row(license: License) -> dict[str, object]:
    """Return what a row begins with: the state's own letters where a register had none."""
    known = titles_in(license.state, license.license)
    is_known = license.license in licenses_for_title(license.state, license.title)
    letters = {} if is_known or len(known) != 1 else {"title": known[0]}
    return license.model_dump(exclude={"verified_at"}) | letters


def _letters_hint(license: License) -> str:
    known = " or ".join(titles_in(license.state, license.license))
    return f"As the state writes it: {known}." if known else ""


def _write_problems(row: Form, problems: Iterable[Problem]) -> None:
    for problem in problems:
        field = row[problem.field] if problem.field in row else row["title"]
        field.errors = [problem.message[:1].upper() + problem.message[1:]]
