"""The forms about listings that may be of one person."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import DataRequired, Length

from directory.errors import Problem
from directory.providers.merging import Choice

_LISTING = re.compile(r"(?:.*/providers/)?([a-z0-9-]{1,64})/?")
_PREFIX = "fact_"


class PairForm(FlaskForm):  # type: ignore[misc]
    """Two listings that somebody wants to compare, by their addresses or ids."""

    first = StringField("One listing", [DataRequired("Type an address or id"), Length(max=300)])
    second = StringField("The other", [DataRequired("Type an address or id"), Length(max=300)])

    def ids(self) -> tuple[str, str]:
        """Return the ids that were typed, or that the addresses end in."""
        first, second = _id_in(self.first.data), _id_in(self.second.data)
        return first, second


class MergeForm(FlaskForm):  # type: ignore[misc]
    """Which listing stays, and what was chosen of each fact in which they differ."""

    keep = HiddenField()
    stamp = HiddenField()

    def chosen(self) -> dict[str, Choice]:
        """Return what was chosen, by fact."""
        return {
            name.removeprefix(_PREFIX): cast(Choice, field.data)
            for name, field in self._fields.items()
            if name.startswith(_PREFIX)
        }

    def error_of(self, fact: str) -> str:
        """Return what is wrong with a choice, an empty text where nothing is."""
        field = self._fields.get(f"{_PREFIX}{fact}")
        return str(field.errors[0]) if field is not None and field.errors else ""

    def tell(self, problems: Iterable[Problem]) -> None:
        """Write each problem beside the fact that it is about, or above the form."""
        for problem in problems:
            fact = re.split(r"[.\[]", problem.field)[0]
            message = problem.message[:1].upper() + problem.message[1:]
            field = self._fields.get(f"{_PREFIX}{fact}")
            if field is None:
                self.form_errors: list[str] = [*self.form_errors, message]
            else:
                field.errors = [message]


def merge_form(
    choices: Mapping[str, tuple[Choice, ...]], keep: str, stamp: str, **options: Any
) -> MergeForm:
    """Return the form with a choice for each fact that leaves one; what is suggested is chosen."""
    fields = {
        f"{_PREFIX}{fact}": RadioField(fact, choices={one: one for one in some}, default=some[0])
        for fact, some in choices.items()
        if len(some) > 1
    }
    shown = type("ShownMergeForm", (MergeForm,), fields)
    return cast(MergeForm, shown(data={"keep": keep, "stamp": stamp}, **options))


def _id_in(text: str | None) -> str:
    found = _LISTING.fullmatch((text or "").strip())
    return found[1] if found else ""
