"""Business days: Monday to Friday without the federal holidays of the United States.

Source: 5 U.S.C. 6103 (the days, and which day stands in for one that falls on a weekend). The
inauguration day is a holiday around Washington alone, and is left out.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_ALWAYS_ON = (("New Year’s Day", 1, 1), ("Independence Day", 7, 4), ("Veterans Day", 11, 11))
_CHRISTMAS = ("Christmas Day", 12, 25)
_JUNETEENTH, _JUNETEENTH_SINCE = ("Juneteenth", 6, 19), 2021


def business_days_after(day: date, count: int) -> date:
    """Return the day that is some business days after another."""
    while count:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def is_business_day(day: date) -> bool:
    """Tell whether a day is neither on a weekend nor a federal holiday."""
    return day.weekday() < _SATURDAY and holiday_on(day) is None


def holiday_on(day: date) -> str | None:
    """Return the name of the federal holiday that is observed on a day, None on all other days.

    The first of January may be observed on the last of December.
    """
    return federal_holidays(day.year).get(day) or federal_holidays(day.year + 1).get(day)


@cache
def federal_holidays(year: int) -> dict[date, str]:
    """Return the holidays of a year by the day on which each is observed."""
    return {_observed(day): name for name, day in _holidays(year)}


def _holidays(year: int) -> Iterator[tuple[str, date]]:
    fixed = (*_ALWAYS_ON, _CHRISTMAS, *([_JUNETEENTH] if year >= _JUNETEENTH_SINCE else ()))
    yield from ((name, date(year, month, day)) for name, month, day in fixed)
    yield "Birthday of Martin Luther King, Jr.", _nth(year, 1, _MONDAY, 3)
    yield "Washington’s Birthday", _nth(year, 2, _MONDAY, 3)
    yield "Memorial Day", _nth(year, 6, _MONDAY, 1) - timedelta(days=7)
    yield "Labor Day", _nth(year, 9, _MONDAY, 1)
    yield "Columbus Day", _nth(year, 10, _MONDAY, 2)
    yield "Thanksgiving Day", _nth(year, 11, _THURSDAY, 4)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """Return the first, second, ... of a weekday in a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _observed(day: date) -> date:
    """Return the Friday before a holiday on a Saturday, and the Monday after one on a Sunday."""
    if day.weekday() == _SATURDAY:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if day.weekday() == _SUNDAY else day
