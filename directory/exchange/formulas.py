"""Texts that a spreadsheet would run as formulas, and the apostrophe that keeps them texts."""

import re

# Full-width marks count as well in the spreadsheets of some countries.
_MARKS = "=+\\-@\t\r＝＋－＠"
_FORMULA = re.compile(f"'*[{_MARKS}]")
_GUARDED = re.compile(f"'+[{_MARKS}]")


def guarded(text: str) -> str:
    """Return a text with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe that `guarded` put in front."""
    return text[1:] if _GUARDED.match(text) else text
