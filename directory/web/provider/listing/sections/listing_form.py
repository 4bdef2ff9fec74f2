"""What every section of the editor is: a form for one listing, and the way to values and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field

from directory.errors import Problem
from directory.providers.history import Json
from directory.providers.sections import SECTIONS
from directory.vocabulary import LICENSES
from directory.web.provider.listing.sections.blame import blame
from directory.web.provider.listing.sections.rows import Rows, rearrange

Values = Mapping[str, Json]


class ListingForm(FlaskForm):  # type: ignore[misc]
    """The form of one section, made for one listing: it shows only what fits its license.

    While a form is sent it holds what was typed and nothing else, so whatever is not shown is not
    accepted. A button that adds or takes away a row makes it `is_rearranged`, and never valid: the
    page is shown again with all that was typed.
    """

    # Where a problem is told that is not about a field of the same name.
    told_at: ClassVar[Mapping[str, str]] = {}

    def __init__(self, listing: Values) -> None:
        self.listing = listing
        posted = _posted()
        shown = None if posted is not None else self.shown(listing)
        super().__init__(formdata=posted, data=shown)
        self.is_rearranged = posted is not None and rearrange(self, posted)
        self.suit()

    @property
    def license(self) -> str:
        """The code of the headline license."""
        return str(self.listing.get("license") or "coach")

    @property
    def is_coach(self) -> bool:
        """Whether this is unlicensed support."""
        return not LICENSES[self.license].licensed

    @property
    def correction_href(self) -> str:
        """Where one asks for a change of what is locked."""
        return f"/my/listing/{self.listing['id']}/correct"

    def shown(self, listing: Values) -> dict[str, Json]:
        """Return what the fields show of a listing."""
        return dict(listing)

    def suit(self) -> None:
        """Fit the fields to the listing, before they are checked or shown."""

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields, as they stand in the form."""
        raise NotImplementedError

    def row_at(self, rows: Rows, index: int) -> Field | None:
        """Return the row that holds the value with an index, None where there is none."""
        written = rows.written()
        return written[index] if index < len(written) else None

    def validate(self, extra_validators: Mapping[str, Json] | None = None) -> bool:
        """Tell whether the section can be saved as it was typed."""
        return not self.is_rearranged and bool(super().validate(extra_validators))


@dataclass(frozen=True, slots=True)
class SectionForm:
    """One section of the editor: its words, the template of its fields and its form."""

    code: str
    title: str
    hint: str
    template: str
    form: type[ListingForm]
    fields: tuple[str, ...]

    def filled(self, listing: Values) -> ListingForm:
        """Return the form with the values of a whole listing, or with what is being sent."""
        return self.form(listing)

    def values_of(self, form: ListingForm) -> dict[str, Json]:
        """Return the values that a form holds, by field of a Provider."""
        return form.values()

    def blame(self, form: ListingForm, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Tell problems at the fields that they are about; return those that found no field."""
        return tuple(problem for problem in problems if not blame(form, problem))


def section_form(code: str, hint: str, form: type[ListingForm]) -> SectionForm:
    """Return the form of one section of directory.providers.sections."""
    section = SECTIONS[code]
    return SectionForm(code, section.title, hint, f"my/sections/{code}.html", form, section.fields)


def _posted() -> MultiDict[str, str] | None:
    return request.form if request.method == "POST" else None
