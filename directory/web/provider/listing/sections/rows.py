"""Lists of like things in a form, such as offices, with buttons that add one or take one away."""

import re
from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import FieldList, Form, FormField

from directory.providers.history import Json

# The button that was pressed: `add:groups`, or `remove:groups-1`.
BUTTON = "row"
_PRESSED = re.compile(r"(?:add:(\w+)|remove:(\w+)-([0-9]{1,3}))")
_COUNT = "shown"
_NUMBER = re.compile(r"[0-9]{1,3}")


class Row(Form):  # type: ignore[misc]
    """One row; a row in which nothing was written is no row."""

    # Fields that hold something from the start.
    begun = frozenset[str]()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written in it."""
        return not any(
            field.data or getattr(field, "raw_data", None) not in (None, [], [""])
            for name, field in self._fields.items()
            if name not in self.begun
        )

    def validate(self, extra_validators: Json = None) -> bool:
        """Tell whether the row can be kept; a blank one is left out."""
        return self.is_blank or bool(super().validate(extra_validators))


class Rows(FieldList):  # type: ignore[misc]
    """Several rows of one kind; `noun` is what one of them is called."""

    def __init__(self, row: type[Row], label: str, noun: str, most: int, **options: Any) -> None:
        super().__init__(FormField(row), label, **options)
        self.noun, self.most = noun, most

    @property
    def is_full(self) -> bool:
        """Whether no further row may be added."""
        return len(self.entries) >= self.most

    def written(self) -> list[Any]:
        """Return the rows in which something was written."""
        return [entry for entry in self.entries if not entry.form.is_blank]

    @property
    def count_name(self) -> str:
        """The name of the hidden field that says how many rows are shown."""
        return f"{self.name}-{_COUNT}"

    def _extract_indices(self, prefix: str, formdata: MultiDict[str, str]) -> Iterator[int]:
        """Yield the numbers of the rows that were shown, and of no others that are sent."""
        count = formdata.get(f"{prefix}-{_COUNT}", "")
        if _NUMBER.fullmatch(count):
            stored = self._form.listing.get(self.short_name) or ()
            yield from range(min(int(count), max(self.most, len(stored))))


def rearrange(form: Form, posted: MultiDict[str, str]) -> bool:
    """Add or take away the row whose button was pressed; tell whether one was."""
    pressed = _PRESSED.fullmatch(posted.get(BUTTON, ""))
    if not pressed:
        return False
    added, shortened, index = pressed.groups()
    rows = form._fields.get(added or shortened)
    if isinstance(rows, Rows):
        if added and not rows.is_full:
            rows.append_entry()
        elif shortened and int(index) < len(rows.entries):
            rows.pop_entry(int(index))
    return True
