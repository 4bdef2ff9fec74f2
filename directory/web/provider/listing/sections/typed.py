"""Fields into which something is typed; what cannot be read comes back as it was typed."""

import re
from datetime import date, datetime
from typing import Any

import phonenumbers
from pydantic import TypeAdapter
from pydantic import ValidationError as Unreadable
from wtforms import Field, StringField
from wtforms.validators import ValidationError

from directory.fields import Phone
from directory.geography import point_of_zip
from directory.mail import is_mail_address
from directory.providers.history import Json
from directory.web.provider.listing.sections.naming import about_field

MOST_LETTERS = 200  # of one line
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SITE = re.compile(r"https?://[^\s\"<>\\]+\.[^\s\"<>\\]+")
_PHONE = TypeAdapter(Phone)
_NOT_A_PHONE = "write the number with its area code, such as 415-555-0123."


class Line(StringField):  # type: ignore[misc]
    """One line of text; `needed` says what to write where it may not be empty."""

    def __init__(self, label: str, needed: str = "", **options: Any) -> None:
        super().__init__(label, filters=[_stripped], **options)
        self.needed = needed

    def pre_validate(self, _form: Json) -> None:
        """Refuse what no line of a listing can be."""
        text = self.data or ""
        if not text and self.needed:
            raise ValidationError(self.needed)
        if len(text) > MOST_LETTERS:
            most = f"use {MOST_LETTERS} letters at most. This has {len(text)}."
            raise ValidationError(about_field(self, most))
        if _CONTROL.search(text):
            raise ValidationError(about_field(self, "use plain letters on one line."))

    @property
    def text(self) -> str | None:
        """What was written, None for nothing."""
        return self.data or None


class PhoneLine(Line):
    """A phone number, written as people in the United States do and kept in E.164."""

    def process_data(self, value: Json) -> None:
        """Show a stored number as people write it, where that is the same number."""
        self.data = value and _written(value)

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is no phone number."""
        super().pre_validate(_form)
        if self.data and _e164(self.data) is None:
            raise ValidationError(about_field(self, _NOT_A_PHONE))

    @property
    def text(self) -> str | None:
        """The number in E.164, or what was typed where it is none."""
        return (_e164(self.data) or self.data) if self.data else None


class WebLine(Line):
    """A web address; whoever writes a bare name means https."""

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is no web address."""
        super().pre_validate(_form)
        if self.data and not _SITE.fullmatch(self.text or ""):
            raise ValidationError("Write the web address as https://example.org.")

    @property
    def text(self) -> str | None:
        """The address with its scheme."""
        if not self.data or "://" in self.data:
            return self.data or None
        return f"https://{self.data}"


class MailLine(Line):
    """A mail address."""

    def pre_validate(self, _form: Json) -> None:
        """Refuse what no mail server takes."""
        super().pre_validate(_form)
        if self.data and not is_mail_address(self.data):
            raise ValidationError("Write the email address as name@example.com.")


class ZipLine(Line):
    """A ZIP code that the geography knows."""

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is no ZIP code."""
        super().pre_validate(_form)
        if self.data and point_of_zip(self.data) is None:
            raise ValidationError("We do not know this ZIP code. Write five digits, such as 94110.")


class _Read(Field):  # type: ignore[misc]
    """A value that is read from what was typed, None where nothing was."""

    data: Json
    unreadable = ""

    def __init__(self, label: str, needed: str = "", **options: Any) -> None:
        super().__init__(label, **options)
        self.needed = needed

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was sent; what cannot be read is kept for the page."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = self.read(typed) if typed else None
        if typed and self.data is None:
            raise ValueError(about_field(self, self.unreadable))

    def pre_validate(self, _form: Json) -> None:
        """Refuse what is missing or out of range; an unreadable value was refused before."""
        if self.process_errors:
            return
        if self.data is None and self.needed:
            raise ValidationError(self.needed)
        if self.data is not None and (problem := self.problem()):
            raise ValidationError(about_field(self, problem))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.written()

    def read(self, typed: str) -> Json:
        """Return the value of what was typed, None where it has none."""
        raise NotImplementedError

    def written(self) -> str:
        """Return the value as one would type it."""
        return str(self.data)

    def problem(self) -> str:
        """Say what is wrong with a value that could be read."""
        return ""


class Whole(_Read):
    """A whole number within bounds."""

    def __init__(self, label: str, least: int, most: int, **options: Any) -> None:
        super().__init__(label, **options)
        self.least, self.most = least, most
        self.unreadable = f"write a whole number from {least} to {most:,}."

    def read(self, typed: str) -> int | None:
        """Read digits, with or without commas."""
        plain = typed.replace(",", "")
        return int(plain) if re.fullmatch(r"-?[0-9]{1,9}", plain) else None

    def problem(self) -> str:
        """Say where it is out of bounds."""
        return "" if self.least <= self.data <= self.most else self.unreadable


class Dollars(_Read):
    """An amount of US dollars within bounds."""

    most = 10_000
    unreadable = "write the price in dollars, such as 120 or 99.50."

    def process_data(self, value: Json) -> None:
        """Take a stored amount."""
        self.data = None if value is None else float(value)

    def read(self, typed: str) -> float | None:
        """Read an amount, with or without the dollar sign and commas."""
        plain = typed.lstrip("$").strip().replace(",", "")
        return float(plain) if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", plain) else None

    def written(self) -> str:
        """Write cents only where there are any."""
        return f"{self.data:.2f}".removesuffix(".00")

    def problem(self) -> str:
        """Say where it is too much."""
        return "" if self.data <= self.most else f"write {self.most:,} dollars or less."


class Day(_Read):
    """A day of the calendar, kept as an ISO date."""

    unreadable = "write the date as 05/31/2027."

    def process_data(self, value: Json) -> None:
        """Take a stored day."""
        self.data = value or None

    def read(self, typed: str) -> str | None:
        """Read a day as browsers send it, or as it is written in the United States."""
        for form in ("%Y-%m-%d", "%m/%d/%Y"):
            try:
                return datetime.strptime(typed, form).date().isoformat()  # noqa: DTZ007
            except ValueError:
                continue
        return None

    @property
    def is_day(self) -> bool:
        """Whether a browser can show it in a field for days, which shows nothing else."""
        typed = self._value()
        return not typed or self.data == typed

    def problem(self) -> str:
        """Refuse years that nobody means."""
        year = date.fromisoformat(self.data).year
        return "" if 1900 < year < 2200 else self.unreadable


def day_in_words(day: str | None) -> str:
    """Return an ISO date as people read it, and nothing for none."""
    return f"{date.fromisoformat(day):%B %-d, %Y}" if day else ""


def _stripped(text: Json) -> Json:
    return text.strip() if isinstance(text, str) else text


def _written(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return number
    is_ours = parsed.country_code == 1
    form = phonenumbers.PhoneNumberFormat
    text = phonenumbers.format_number(parsed, form.NATIONAL if is_ours else form.INTERNATIONAL)
    return text if _e164(text) == number else number


def _e164(typed: str) -> str | None:
    try:
        return _PHONE.validate_python(typed)
    except Unreadable:
        return None
