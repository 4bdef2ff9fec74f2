"""Days in plain words."""

from datetime import date


def day_words(day: date) -> str:
    """Return a day as in `November 2, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"
