"""What is told of a listing is shown when several days bear it out, and not before."""

from datetime import date, timedelta

from directory.providers.contact_reports import DayOfReports, public_counts

DAY = date(2026, 11, 21)


def told(kind, *counts):
    return [DayOfReports(DAY + timedelta(n), kind, count) for n, count in enumerate(counts)]


def test_three_reports_are_shown_and_two_are_not():
    assert public_counts(told("full", 1, 1)) == {}
    assert public_counts(told("full", 1, 1, 1)) == {"full": 3}


def test_one_evening_of_anger_is_not_shown():
    assert public_counts(told("no_reply", 50)) == {}
    assert public_counts(told("no_reply", 50, 1)) == {"no_reply": 3}


def test_kinds_are_counted_apart():
    assert public_counts([*told("full", 1, 1), *told("reached", 2, 2)]) == {"reached": 4}
