"""What the English forms have in common: choices of codes, and how long a text may be."""

from wtforms.validators import Length

from directory.vocabulary import LICENSES, STATES

LINE = Length(max=200, message="This is too long. Write 200 letters or less")
TEXT = Length(max=2000, message="This is too long. Write 2,000 letters or less")
STATE_CHOICES = {"": "Choose a state"} | {code: term.label for code, term in STATES.items()}
LICENSE_CHOICES = {code: term.label for code, term in LICENSES.items()}


def stripped(value: str | None) -> str:
    """Return what was typed without the spaces around it."""
    return " ".join((value or "").split())
