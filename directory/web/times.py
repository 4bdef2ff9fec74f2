"""Times as the English pages write them."""

from datetime import datetime

from directory.sentences import ENGLISH


def told_time(at: datetime) -> str:
    """Write a time in UTC, for nothing is known of where the reader is."""
    return f"{ENGLISH.day(at.date())}, {at:%H:%M} UTC"
