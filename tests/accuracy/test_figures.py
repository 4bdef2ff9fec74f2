"""The figures of a week: how many listings, how fresh, how calls went."""

from datetime import date, timedelta

from directory.accuracy.figures import FreshnessTally, figures_of, is_confirmed, rates, stalest
from directory.providers import Provider
from directory.providers.confirming import confirmable, confirmed
from tests.factories import make_provider, make_unclaimed

TODAY = date(2026, 11, 23)
WEEK = date(2026, 11, 16)


def confirmed_on(day: date, **changes: object) -> Provider:
    provider = make_provider(**changes)
    return confirmed(provider, confirmable(provider), day)


def figures(*providers: Provider) -> dict[str, tuple[int, int]]:
    tally = FreshnessTally(TODAY)
    for provider in providers:
        tally.add(provider)
    found = figures_of(WEEK, tally, len(providers), len(providers) + 2, {"full": 2, "no_reply": 3})
    return {one.name: (one.count, one.whole) for one in found}


def test_a_listing_counts_as_confirmed_for_ninety_days_with_every_fact() -> None:
    listing = confirmed_on(TODAY - timedelta(days=90))
    assert is_confirmed(listing, TODAY)
    assert not is_confirmed(listing, TODAY + timedelta(days=1))
    partly = listing.model_copy(update={"confirmed": {"payers": TODAY}})
    assert not is_confirmed(partly, TODAY)


def test_nobody_confirms_an_unclaimed_listing() -> None:
    assert not is_confirmed(make_unclaimed(), TODAY)


def test_a_listing_can_be_confirmed_within_ninety_days_and_no_longer_fresh() -> None:
    found = figures(confirmed_on(TODAY - timedelta(days=30)), confirmed_on(TODAY, id="two"))
    assert found["confirmed"] == (2, 2)
    assert found["fresh"] == (1, 2)
    assert found["public"] == (2, 4)
    assert found["lapsed.availability"] == (1, 2)
    assert found["age.availability"] == (0, 2)


def test_made_up_and_taken_down_listings_are_in_no_figure() -> None:
    found = figures(
        confirmed_on(TODAY, demo=True),
        confirmed_on(TODAY, published=False),
        confirmed_on(TODAY, hidden_since=TODAY),
    )
    assert found["kept"][0] == found["confirmed"][0] == 0
    assert found["resting"] == (1, 1)


def test_the_rates_of_calls_count_who_got_an_answer_and_who_heard_full() -> None:
    told = {"reached": 6, "full": 2, "no_reply": 5, "wrong_insurance": 1, "wrong_number": 1}
    assert rates(told) == {"answered": (9, 15), "full": (2, 8)}
    assert rates({}) == {"answered": (0, 0), "full": (0, 0)}


def test_the_stalest_fact_comes_first() -> None:
    tally = FreshnessTally(TODAY)
    tally.add(confirmed_on(TODAY - timedelta(days=30)))
    tally.add(confirmed_on(TODAY - timedelta(days=50), id="two"))
    found = stalest(figures_of(WEEK, tally, 2, 2, {}))
    assert [one.name for one in found][:2] == ["lapsed.availability", "lapsed.locations"]
    assert found[0].share == 1
    assert found[1].share == 0.5
