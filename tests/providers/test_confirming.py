"""What a keeper says with one press changes that alone, and never says more than before."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from directory.errors import Invalid
from directory.providers import Provider
from directory.providers.confirming import (
    LONGEST_PAUSE,
    confirmable,
    confirmed,
    now_full,
    paused,
    with_pause_kept,
)
from directory.providers.standing import brought_back, settled, standing, stated_facts
from tests.factories import make_provider
from tests.strategies import providers

DAY = date(2026, 11, 21)
WEEK = timedelta(days=7)


def without_dates(provider: Provider) -> Provider:
    openings = provider.availability.model_copy(update={"confirmed_at": None})
    return provider.model_copy(update={"confirmed": {}, "availability": openings})


@given(providers())
def test_to_confirm_changes_dates_alone(provider: Provider) -> None:
    after = confirmed(provider, stated_facts(provider), DAY)
    assert without_dates(after) == without_dates(provider)
    assert Provider.model_validate(after.model_dump()) == after
    assert confirmed(after, stated_facts(after), DAY) == after
    unknown = {"availability"} - set(confirmable(provider))
    assert set(standing(after, True, DAY).lapsed) == (unknown & set(stated_facts(after)))


@given(providers())
def test_to_be_full_changes_openings_alone(provider: Provider) -> None:
    after = now_full(provider, DAY)
    assert after.availability.accepting == "no"
    assert after.availability.next_opening_days is None
    kept = {"availability": provider.availability, "confirmed": provider.confirmed}
    assert after.model_copy(update=kept) == provider
    assert now_full(after, DAY) == after


def test_a_fact_that_is_not_stated_cannot_be_confirmed() -> None:
    after = confirmed(make_provider(payers=[]), ("payers", "fee"), DAY)
    assert dict(after.confirmed) == {"fee": DAY}


def test_openings_that_are_not_known_cannot_be_confirmed() -> None:
    unknown = make_provider(availability={"accepting": "unknown"})
    assert confirmed(unknown, stated_facts(unknown), DAY).availability.confirmed_at is None


def test_a_pause_takes_nobody_until_its_end_and_leaves_it_open_after() -> None:
    listing = paused(make_provider(), DAY + WEEK, DAY)
    assert listing.availability.accepting == "no"
    assert with_pause_kept(listing, DAY + WEEK) == listing
    over = with_pause_kept(listing, DAY + WEEK + timedelta(days=1))
    assert over.availability.accepting == "unknown"
    assert over.availability.paused_until == DAY + WEEK
    assert with_pause_kept(over, DAY + 2 * WEEK) == over


def test_what_was_said_after_a_pause_stands() -> None:
    opened = {"accepting": "no", "confirmed_at": DAY, "paused_until": DAY - WEEK}
    listing = make_provider(availability=opened)
    assert with_pause_kept(listing, DAY) == listing
    assert now_full(paused(listing, DAY + WEEK, DAY), DAY).availability.paused_until is None


@pytest.mark.parametrize("until", [DAY, DAY - WEEK, DAY + LONGEST_PAUSE + timedelta(days=1)])
def test_a_pause_ends_after_today_and_within_a_year(until: date) -> None:
    with pytest.raises(Invalid, match="until"):
        paused(make_provider(), until, DAY)


def test_to_confirm_brings_back_what_was_hidden() -> None:
    listing = make_provider(availability={"accepting": "yes", "confirmed_at": DAY - 20 * WEEK})
    rests = settled(listing, standing(listing, True, DAY))
    assert rests.hidden_since == DAY
    assert not rests.is_public
    said_again = confirmed(rests, stated_facts(rests), DAY)
    assert not said_again.is_public
    assert brought_back(said_again, DAY).is_public
    assert not brought_back(rests, DAY).is_public
