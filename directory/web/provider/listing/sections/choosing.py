"""Fields in which codes of a vocabulary are chosen, one or several."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from wtforms import SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from directory.providers.history import Json
from directory.vocabulary import Vocabulary
from directory.web.provider.listing.sections.naming import about_field

Choices = list[SelectChoice]
_FROM_LIST = "choose only from the list."


class Code(SelectField):  # type: ignore[misc]
    """One code of a list, or none; where one is needed, `needed` says so."""

    def __init__(self, label: str, needed: str = "", **options: Any) -> None:
        super().__init__(label, **options)
        self.needed = needed

    def process_data(self, value: Json) -> None:
        """Take a stored code; the empty one stands for none."""
        self.data = value if isinstance(value, str) else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was sent; nothing where nothing was chosen."""
        self.data = valuelist[0] if valuelist else ""

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is not on the list."""
        if not self.data and self.needed:
            raise ValidationError(self.needed)
        if self.data and self.data not in codes_of(self):
            raise ValidationError(about_field(self, _FROM_LIST))

    @property
    def code(self) -> str | None:
        """The chosen code, None for none."""
        return self.data or None


class Codes(SelectMultipleField):  # type: ignore[misc]
    """Several codes of a list, each once."""

    def process_data(self, value: Json) -> None:
        """Take the stored codes."""
        self.data = list(value or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was sent, each code once."""
        self.data = list(dict.fromkeys(valuelist))

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is not on the list."""
        if not set(self.data).issubset(codes_of(self)):
            raise ValidationError(about_field(self, _FROM_LIST))

    def in_order_of(self, stored: Iterable[str] | None) -> list[str]:
        """Return the codes, those that were there before in the order they had."""
        return kept_order(self.data, stored)


def kept_order(chosen: Sequence[str], stored: Iterable[str] | None) -> list[str]:
    """Return what is chosen: first what was stored, in its order, then what is new."""
    before = [code for code in stored or () if code in chosen]
    return [*before, *(code for code in chosen if code not in before)]


def codes_of(field: SelectField) -> frozenset[str]:
    """Return the codes that a field offers."""
    return frozenset(choice.value for choice in field.choices)


def choices(
    terms: Vocabulary[Any],
    among: Iterable[str] | None = None,
    hints: Callable[[str], str] = lambda _code: "",
    group: str | None = None,
) -> Choices:
    """Return the terms of a vocabulary as choices, all of them or some, with their hints."""
    return [
        SelectChoice(code, str(terms.label(code)), {"hint": hints(code)}, group)
        for code in (terms if among is None else among)
    ]


def options(*told: tuple[str, str, str]) -> Choices:
    """Return choices that no vocabulary has: for each its code, its label and a hint."""
    return [SelectChoice(code, label, {"hint": hint}) for code, label, hint in told]


def about(terms: Vocabulary[Any]) -> Callable[[str], str]:
    """Return what tells of each code, in the words that patients read."""
    return lambda code: str(terms[code].about)


def grouped(terms: Vocabulary[Any], groups: Iterable[tuple[str, Iterable[str]]]) -> Choices:
    """Return the terms of a vocabulary under headings."""
    return [
        choice for heading, codes in groups for choice in choices(terms, codes, group=str(heading))
    ]
