"""Days and times as the English pages and mails write them."""

from datetime import date, datetime


def told_day(day: date) -> str:
    """Write a day, such as November 21, 2026."""
    return f"{day:%B} {day.day}, {day.year}"


def told_time(at: datetime) -> str:
    """Write a time in UTC, for nothing is known of where the reader is."""
    return f"{told_day(at.date())}, {at:%H:%M} UTC"
