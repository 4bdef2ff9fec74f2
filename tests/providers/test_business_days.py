"""The federal holidays by rule, checked against the list of the Office of Personnel Management."""

from datetime import date, timedelta

import pytest

from directory.providers.business_days import (
    business_days_after,
    federal_holidays,
    holiday_on,
    is_business_day,
)

OBSERVED_2026 = {
    (1, 1),
    (1, 19),
    (2, 16),
    (5, 25),
    (6, 19),
    (7, 3),
    (9, 7),
    (10, 12),
    (11, 11),
    (11, 26),
    (12, 25),
}
OBSERVED_2027 = {
    (1, 1),
    (1, 18),
    (2, 15),
    (5, 31),
    (6, 18),
    (7, 5),
    (9, 6),
    (10, 11),
    (11, 11),
    (11, 25),
    (12, 24),
}


@pytest.mark.parametrize(("year", "days"), [(2026, OBSERVED_2026), (2027, OBSERVED_2027)])
def test_the_holidays_are_those_of_the_calendar(year: int, days: set[tuple[int, int]]) -> None:
    assert {(day.month, day.day) for day in federal_holidays(year)} == days


def test_a_new_year_on_a_saturday_is_observed_on_the_last_of_december() -> None:
    assert holiday_on(date(2027, 12, 31)) == "New Year’s Day"


def test_juneteenth_was_no_holiday_before_it_was_one() -> None:
    assert holiday_on(date(2020, 6, 19)) is None


def test_two_business_days_after_a_wednesday_before_thanksgiving_are_the_next_monday() -> None:
    assert business_days_after(date(2026, 11, 25), 2) == date(2026, 11, 30)


def test_what_comes_on_a_weekend_counts_from_monday() -> None:
    assert business_days_after(date(2026, 11, 21), 2) == date(2026, 11, 24)


def test_a_year_has_eleven_holidays_and_none_on_a_weekend() -> None:
    for year in range(2021, 2060):
        days = [date(year, 1, 1) + timedelta(days=count) for count in range(365)]
        assert len(federal_holidays(year)) == 11
        assert not any(is_business_day(day) for day in days if day.weekday() > 4)
        assert all(day.weekday() < 5 for day in federal_holidays(year))
