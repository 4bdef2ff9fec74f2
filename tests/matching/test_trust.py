"""Trust in the data: a confirmation counts in full while it is fresh, then fades with its age."""

from datetime import date, timedelta
from typing import Any

import pytest

from directory.matching import RANKING, RankingTable, match
from directory.providers import Provider
from tests.factories import make_coach, make_license, make_provider
from tests.matching.asking import TODAY, asking, matched, points_of, reason_of, the_match
from tests.matching.tables import table_with
from tests.matching.two_steps import first_scores, in_two_steps, listings_of

ALONE = {"leave_out": ["time"]}  # so that trust has 5 of 30 points: 16.6
UNCHECKED = make_license(verified_at=None)


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def trust(provider: Provider, table: RankingTable = RANKING, today: date = TODAY) -> float:
    """Return the points for trust, after both steps agreed about them."""
    request = asking(**ALONE)
    one = match(request, [provider], today, table=table)
    sets = [listings_of([provider], today=today)]
    assert in_two_steps(request, [provider], sets, 10, today, table=table) == one
    assert first_scores(request, sets, table) == {provider.id: one.matches[0].score}
    return points_of(one.matches[0], "data_trust")


def opened(days: int | None, **changes: Any) -> Provider:
    """Return somebody whose openings were confirmed so many days ago, and nothing else."""
    confirmed = None if days is None else days_ago(days)
    availability = {"accepting": "yes", "confirmed_at": confirmed}
    return make_provider(licenses=[UNCHECKED], availability=availability, **changes)


@pytest.mark.parametrize(
    ("days", "points"),
    [
        (0, 8.3),  # half of 16.6
        (21, 8.3),
        (22, 7.9),  # 95 %
        (31, 4.3),  # 52 %
        (32, 3.9),  # 47 %
        (41, 0.3),  # 4 %
        (42, 0.0),
        (400, 0.0),
        (None, 0.0),
    ],
)
def test_openings_count_in_full_for_three_weeks_and_are_worth_nothing_after_six(
    days: int | None, points: float
) -> None:
    assert trust(opened(days)) == points


@pytest.mark.parametrize(
    ("fact", "days", "points"),
    [
        ("payers", 45, 5.0),  # 0.3 of 16.6
        ("payers", 46, 4.8),  # 97 %
        ("payers", 68, 2.4),  # 48 %
        ("payers", 90, 0.0),
        ("locations", 45, 5.0),
        ("locations", 90, 0.0),
        ("availability", 21, 5.0),
        ("availability", 42, 0.0),
        ("bio", 90, 5.0),
        ("bio", 91, 4.9),  # 98 %
        ("bio", 135, 2.5),
        ("bio", 179, 0.0),  # 1 %
        ("bio", 180, 0.0),
    ],
)
def test_each_other_fact_fades_by_its_own_days(fact: str, days: int, points: float) -> None:
    assert trust(opened(None, confirmed={fact: days_ago(days)})) == points


def test_other_facts_are_averaged_over_those_ever_confirmed() -> None:
    facts = {"payers": days_ago(10), "fee": days_ago(135), "bio": days_ago(300)}
    assert trust(opened(None, confirmed=facts)) == 2.5  # 100, 50 and 0 %
    assert trust(opened(None, confirmed={})) == 0


def test_a_confirmation_of_tomorrow_counts_as_one_of_today() -> None:
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert trust(opened(-1, confirmed={"bio": tomorrow})) == 13.3


def test_a_checked_licence_is_worth_a_fifth() -> None:
    checked = make_provider(availability={"accepting": "yes"})
    assert trust(checked) == 3.3
    assert trust(opened(None)) == 0
    elsewhere = [UNCHECKED, make_license(state="NV")]
    assert trust(make_provider(licenses=elsewhere, availability={"accepting": "yes"})) == 0


def test_whoever_confirmed_everything_today_has_all_of_it() -> None:
    everything = make_provider(
        availability={"accepting": "yes", "confirmed_at": days_ago(0)},
        confirmed={"bio": days_ago(0)},
    )
    assert trust(everything) == 16.6


def test_stale_facts_sink_day_by_day() -> None:
    worth = [trust(opened(days, confirmed={"fee": days_ago(days)})) for days in range(0, 200, 5)]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] == 13.3
    assert worth[-1] == 0


@pytest.mark.parametrize(("days", "points"), [(21, 8.3), (22, 7.5), (26, 4.3), (31, 0.3), (32, 0)])
def test_how_fast_it_fades_is_a_line_of_the_table(days: int, points: float) -> None:
    assert trust(opened(days), table_with(data_trust={"fading": 0.5})) == points


def test_what_each_is_worth_is_a_line_of_the_table_and_only_proportions_count() -> None:
    table = table_with(data_trust={"openings": 0.2, "license": 0.1, "others": 0.1})
    assert trust(opened(0), table) == 8.3
    assert trust(opened(None, confirmed={"fee": days_ago(0)}), table) == 4.1
    assert trust(make_provider(availability={"accepting": "yes"}), table) == 4.1


def test_the_reason_names_the_age_and_turns_with_the_freshness() -> None:
    for days, state in ((21, "met"), (22, "not_known")):
        (reason,) = [r for r in the_match(opened(days)).reasons if r.factor == "data_trust"]
        (saying,) = reason.sayings
        assert saying.state == state
        assert saying.text == f"They last confirmed their openings {days} days ago."
    assert reason_of(the_match(opened(0)), "data_trust").endswith("openings today.")
    assert reason_of(the_match(opened(1)), "data_trust").endswith("openings 1 day ago.")
    assert reason_of(the_match(opened(None)), "data_trust") == (
        "No one has confirmed their openings yet."
    )


def test_a_coach_has_no_licence_to_check() -> None:
    (found,) = matched(make_coach(), level_of_care="support", **ALONE).matches
    assert points_of(found, "data_trust") == 8.3
