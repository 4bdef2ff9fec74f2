"""A fact with its day, as a need tells it."""

from datetime import date

from directory.matching.days import day_words
from directory.matching.outcome import Need
from directory.matching.phrases import sentence


def dated(need: str, state: str, found: str, day: date | None) -> Need:
    """Return a need that is known to be met or not; `found` is a phrase without a subject."""
    confirmed = f"Confirmed on {day_words(day)}." if day else "No one has confirmed this."
    return Need(need, state, f"{sentence(found)} {confirmed}", day)


def not_known(need: str) -> Need:
    """Return a need of which the listing says nothing."""
    return Need(need, "not_known", f"Not known if this person {need}. Ask before you book.")
