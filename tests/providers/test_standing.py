"""How a listing stands on a day: its facts, its badge, its reminders, and when it is hidden."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers import Provider
from directory.providers.freshness import FACTS, fresh_days, is_fresh
from directory.providers.standing import (
    Standing,
    held,
    is_up_to_date,
    settled,
    standing,
    stated_facts,
)
from tests.factories import make_coach, make_provider, make_unclaimed
from tests.strategies import providers

DAY = date(2026, 11, 21)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def said(day: date = DAY, **changes: Any) -> Provider:
    """Return a listing all of whose facts were confirmed on a day."""
    opening = {"accepting": "yes", "confirmed_at": day}
    facts = {"confirmed": dict.fromkeys(FACTS, day), "availability": opening}
    return make_provider(**facts | changes)


def on(days: int, provider: Provider | None = None, is_kept: bool = True) -> Standing:
    """Return the standing so many days after everything was confirmed."""
    return standing(provider or said(), is_kept, after(days))


def reminders(provider: Provider, is_quiet: bool = False) -> list[int]:
    """Return the days of all reminders, counted from the day of confirmation."""
    days = standing(provider, True, DAY).reminder_days(is_quiet)
    return sorted((day - DAY).days for day in days)


@pytest.mark.parametrize(
    ("days", "lapsed"),
    [
        (21, ()),
        (22, ("availability",)),
        (45, ("availability",)),
        (46, ("availability", "payers", "locations")),
    ],
)
def test_each_fact_has_its_own_clock(days: int, lapsed: tuple[str, ...]) -> None:
    assert on(days).lapsed == lapsed
    assert on(90).lapsed == on(46).lapsed
    assert set(on(91).lapsed) == set(stated_facts(said()))


def test_the_badge_falls_on_the_day_after_the_first_date() -> None:
    assert on(21).has_badge
    assert not on(22).has_badge
    assert is_up_to_date(said(), after(21))
    assert not is_up_to_date(said(), after(22))


def test_a_fact_that_nobody_ever_confirmed_costs_the_badge_and_starts_no_clock() -> None:
    partly = said(confirmed={"payers": DAY})
    found = on(0, partly)
    assert not found.has_badge
    assert "bio" in found.lapsed
    assert found.until == after(21)


def test_only_what_is_stated_counts() -> None:
    bare = said(payers=[], fee=None, bio="", groups=[])
    assert not {"payers", "fee", "bio", "groups"} & set(stated_facts(bare))
    assert "licenses" not in stated_facts(make_coach())
    assert stated_facts(make_unclaimed()) == ()
    assert not on(0, make_unclaimed()).has_badge


def test_openings_that_are_not_known_are_never_up_to_date() -> None:
    unknown = said(availability={"accepting": "unknown", "confirmed_at": DAY})
    assert on(0, unknown).lapsed == ("availability",)


def test_the_listing_is_hidden_ninety_days_after_its_first_date() -> None:
    assert on(0).hides_on == after(111)
    assert not on(110).is_hidden
    assert on(111).is_hidden


def test_what_nobody_keeps_is_never_hidden_and_nobody_is_reminded() -> None:
    found = on(1000, is_kept=False)
    assert (found.is_hidden, found.hides_on, found.reminder_days()) == (False, None, frozenset())


def test_what_was_hidden_stays_so_when_its_keeper_leaves() -> None:
    rests = said().model_copy(update={"hidden_since": after(111)})
    assert on(120, rests, is_kept=False).is_hidden
    assert settled(rests, on(120, rests, is_kept=False)) == rests


def test_a_listing_that_was_taken_back_by_its_keeper_is_not_hidden_by_its_age() -> None:
    found = on(1000, said(published=False))
    assert (found.is_hidden, found.hides_on, found.reminder_days()) == (False, None, frozenset())


def test_reminders_come_before_each_date_as_far_as_its_clock_is_longer() -> None:
    openings_alone = said(confirmed={})
    assert reminders(openings_alone) == [14, 21, 81, 104, 111]
    plans_too = said(confirmed={"payers": DAY})
    assert reminders(plans_too) == [14, 15, 21, 38, 45, 81, 104, 111]
    assert reminders(said()) == [14, 15, 21, 38, 45, 60, 81, 83, 90, 104, 111]


def test_who_wants_fewer_hears_of_each_date_on_that_day_alone() -> None:
    assert reminders(said(), is_quiet=True) == [21, 45, 90, 111]


def test_nobody_is_reminded_any_more_once_the_listing_is_hidden() -> None:
    later = said(confirmed={"bio": after(60)})
    assert after(60 + 90) not in standing(later, True, DAY).reminder_days()
    assert max(reminders(later)) == 111


def test_a_reminder_that_was_missed_is_made_up_for() -> None:
    assert on(14).reminds_since(after(13))
    assert not on(16, said(confirmed={})).reminds_since(after(15))
    assert on(16, said(confirmed={})).reminds_since(after(13))
    assert not on(16, said(confirmed={})).reminds_since(after(14))


def test_a_reminder_names_all_that_has_lapsed_or_is_within_its_time_of_warning() -> None:
    assert [one.fact for one in on(14).named] == ["availability"]
    assert [one.fact for one in on(15).named] == ["availability", "payers", "locations"]
    assert {one.fact for one in on(60).named} == set(stated_facts(said()))


def test_a_pause_holds_to_its_end_and_moves_the_date_of_the_openings() -> None:
    pause = {"accepting": "no", "confirmed_at": DAY, "paused_until": after(56)}
    listing = said(availability=pause, confirmed={})
    assert reminders(listing) == [49, 56, 116, 139, 146]
    assert on(56, listing).is_paused
    assert "availability" not in on(56, listing).lapsed
    assert not on(57, listing).is_paused
    assert "availability" in on(57, listing).lapsed
    short = said(availability={**pause, "paused_until": after(3)}, confirmed={})
    assert on(0, short).until == after(21)


def test_whoever_pauses_takes_nobody() -> None:
    with pytest.raises(ValueError, match="whoever pauses"):
        said(availability={"accepting": "yes", "paused_until": DAY})


@given(providers(), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.booleans())
def test_each_stated_fact_lapses_as_freshness_says(
    provider: Provider, today: date, is_kept: bool
) -> None:
    found = standing(provider, is_kept, today)
    for one in found.facts:
        opening = one.fact == "availability"
        day = provider.availability.confirmed_at if opening else provider.confirmed.get(one.fact)
        is_unknown = opening and provider.availability.accepting == "unknown"
        assert one.has_lapsed == (is_unknown or not is_fresh(one.fact, day, today))
        assert one.until == (day and day + timedelta(days=fresh_days(one.fact)))
    assert found.has_badge == (provider.claimed and not found.lapsed)
    assert found.is_hidden <= is_kept


@given(providers(), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.booleans())
def test_settling_twice_is_settling_once_and_touches_nothing_else(
    provider: Provider, today: date, is_kept: bool
) -> None:
    once = settled(provider, standing(provider, is_kept, today))
    assert settled(once, standing(once, is_kept, today)) == once
    assert once.model_copy(update={"hidden_since": None}) == provider
    assert once.is_public == (provider.published and not standing(once, is_kept, today).is_hidden)


@given(providers(), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_what_confirmations_count_for_falls_with_time_alone(
    provider: Provider, today: date
) -> None:
    now, then = (held(provider, day, 1.0) for day in (today, today + timedelta(days=7)))
    assert then.openings <= now.openings <= 100
    assert then.others <= now.others <= 100 * now.count
