"""Values that spreadsheets damage, and how they are read again."""

import re
from datetime import date
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from directory.fields import Phone
from directory.vocabulary import STATES

_PHONE: TypeAdapter[str] = TypeAdapter(Phone)
_US_PHONE = re.compile(r"\+1[2-9][0-9]{9}(;ext=[0-9]+)?")
_ZIP = re.compile(r"(?!00[0-4]|9999)[0-9]{5}([0-9]{4})?")
# Where ZIPs begin with one zero, and with two.
_STATES_OF_ZEROS = {
    1: frozenset({"CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VI", "VT"}),
    2: frozenset({"PR", "VI"}),
}
_STATE_NAMES = {term.label.upper(): code for code, term in STATES.items()}


class Reading(NamedTuple):
    """A value as it is understood (None: left out), and a note where it was mended or lost."""

    value: str | None
    note: str = ""


def read_digits(text: str) -> Reading:
    """Take the `.0` off a number that a spreadsheet wrote as a decimal."""
    digits = text.removesuffix(".0")
    if digits == text or not (digits.isascii() and digits.isdigit()):
        return Reading(text)
    return Reading(digits, f"{text!r} was read as {digits}")


def read_zip(text: str, state: str) -> Reading:
    """Return the first five digits of a ZIP, with the zeros that a spreadsheet took from it."""
    digits = (read_digits(text).value or "").replace("-", "")
    whole = digits.zfill(9 if len(digits) > 5 else 5)
    lost = len(whole) - len(digits)
    if not _ZIP.fullmatch(whole) or (lost and state not in _STATES_OF_ZEROS.get(lost, ())):
        return Reading(None, f"{text!r} is no ZIP and was left out: write five digits")
    mended = lost or text.endswith(".0")
    return Reading(whole[:5], f"{text!r} was read as {whole[:5]}" if mended else "")


def read_phone(text: str) -> Reading:
    """Return a US phone number in E.164 form."""
    digits = read_digits(text)
    try:
        number = _PHONE.validate_python(digits.value)
    except ValidationError:
        number = ""
    if not _US_PHONE.fullmatch(number):
        return Reading(None, f"{text!r} is no US phone number and was left out: write ten digits")
    return Reading(number, digits.note)


def read_state(text: str) -> Reading:
    """Return a USPS code, also for small letters and for the name of a state written out."""
    if text in STATES:
        return Reading(text)
    name = text.upper()
    if code := name if name in STATES else _STATE_NAMES.get(name):
        return Reading(code, f"{text!r} was read as {code}")
    return Reading(None, f"{text!r} is no US state and was left out: write a code such as CA")


def read_date(text: str) -> Reading:
    """Return an ISO date, also for the month/day/year that American spreadsheets write."""
    found = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    if not found:
        return Reading(text)
    month, day, year = map(int, found.groups())
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return Reading(text)
    return Reading(value, f"{text!r} was read as {value}")
