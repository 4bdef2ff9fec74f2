"""Scores within 4 points count as equal, and nobody stands behind somebody worse than that."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.matching import Exposure, Match, match, seed_of
from directory.matching.bands import Bands
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking, ids, matched, opening
from tests.matching.two_steps import in_two_steps, listings_of

SCORES = st.lists(st.integers(0, 1000), max_size=40)


def shown(**much: float) -> Exposure:
    return Exposure({id.replace("_", "-"): one for id, one in much.items()})


def test_a_band_runs_from_the_best_score_left_to_four_points_below_it() -> None:
    assert Bands.over([]).floors == ()
    assert Bands.over([700]).floors == (660,)
    assert Bands.over([700, 660]).floors == (660,)
    assert Bands.over([659, 700]).floors == (660, 619)
    assert Bands.over([600, 700, 640, 655, 660]).floors == (660, 615, 560)


def test_a_score_falls_into_the_first_band_that_reaches_down_to_it() -> None:
    bands = Bands((660, 619))
    assert [bands.of(tenths) for tenths in (1000, 700, 660, 659, 619, 618, 0)] == [
        *(0, 0, 0),
        *(1, 1),
        *(2, 2),
    ]


@given(SCORES)
def test_no_band_is_wider_than_four_points_and_none_begins_below_a_better_one(
    scores: list[int],
) -> None:
    bands = Bands.over(scores)
    members = {number: [one for one in scores if bands.of(one) == number] for number in range(30)}
    for number in range(len(bands.floors)):
        assert max(members[number]) - min(members[number]) <= 40
        assert max(members[number]) == bands.floors[number] + 40
        assert all(one < bands.floors[number] for one in members[number + 1])


def scores(found: tuple[Match, ...]) -> list[float]:
    return [one.score for one in found]


def test_whoever_was_shown_least_comes_first_among_those_who_fit_alike() -> None:
    people = [make_provider(id=id) for id in ("often", "once", "never")]
    exposure = shown(often=7.5, once=1.0)
    found = match(asking(), people, TODAY, exposure=exposure)
    assert ids(found) == ["never", "once", "often"]


def test_a_score_up_to_four_points_better_does_not_decide() -> None:
    best, near = make_provider(id="best"), make_provider(id="near", availability=opening(20))
    better = match(asking(), [best, near], TODAY, exposure=shown(best=0.1))
    assert ids(better) == ["near", "best"]
    assert scores(better.matches)[1] - scores(better.matches)[0] == pytest.approx(3.7)


def test_a_score_over_four_points_better_decides_however_often_it_was_shown() -> None:
    best, far = make_provider(id="best"), make_provider(id="far", availability=opening(24))
    found = match(asking(), [far, best], TODAY, exposure=shown(best=1000.0))
    assert ids(found) == ["best", "far"]
    assert scores(found.matches)[0] - scores(found.matches)[1] > 4


def test_the_next_band_begins_at_the_best_of_the_rest() -> None:
    days = {"a": 7, "b": 20, "c": 30, "d": 40, "e": 60}
    people = [make_provider(id=id, availability=opening(n)) for id, n in days.items()]
    exposure = shown(a=9.0, b=1.0, c=9.0, d=1.0)
    found = match(asking(), people, TODAY, exposure=exposure)
    assert ids(found) == ["b", "a", "d", "c", "e"]


def test_what_somebody_was_shown_is_shared_among_their_open_places() -> None:
    people = [
        make_provider(id=id, availability=opening(3) | {"open_places": places})
        for id, places in {"four": 4, "two": 2, "one": 1, "full": 0, "silent": None}.items()
    ]
    exposure = shown(four=4.4, two=2.4, one=1.3, full=1.5, silent=1.6)
    found = match(asking(), people, TODAY, exposure=exposure)
    assert in_two_steps(asking(), people, [listings_of(people)], exposure=exposure) == found
    assert ids(found) == ["four", "two", "one", "full", "silent"]


@pytest.mark.parametrize("shown", [1, 2, 3, 11])
def test_what_is_known_of_those_who_are_gone_changes_nothing(shown: int) -> None:
    people = [make_provider(id=f"p-{n:02d}") for n in range(12)]
    much = {f"p-{n:02d}": 12.0 - n for n in range(shown)}
    exposure = Exposure(much | {"gone": 5.0})
    (listings,) = sets = [listings_of(people)]
    among = exposure.among(listings.columns, np.arange(12)).tolist()
    assert among == [exposure.of(one) for one in people] == [*much.values()] + [0.0] * (12 - shown)
    exact = match(asking(), people, TODAY, 12, exposure=exposure)
    assert in_two_steps(asking(), people, sets, 12, exposure=exposure) == exact
    assert ids(exact)[-shown:] == [*reversed(much)]


def test_where_nobody_was_shown_more_the_lots_of_the_request_decide() -> None:
    tied = [make_provider(id=f"p-{n}") for n in range(30)]
    orders = {tuple(ids(matched(*tied, text=text))) for text in ("a", "b", "c", "d")}
    assert len(orders) == 4


def test_a_request_draws_the_same_lots_in_whatever_order_its_fields_come() -> None:
    facts = {"zip": "94110", "text": "x", "scores": {"PHQ4": 1}, "formats": ["individual"]}
    one, two = asking(**facts), asking(**dict(reversed(facts.items())))
    assert seed_of(one, TODAY) == seed_of(two, TODAY)
    assert seed_of(asking(), TODAY) != seed_of(one, TODAY)


def test_null_and_what_goes_along_with_a_request_draw_no_other_lots() -> None:
    along = {"scores": {"PHQ4": 1}, "because": [{"rule": "L17"}], "crisis": {"headline": "x"}}
    nothing: dict[str, Any] = {"zip": None, "coverage": {"payer": None}}
    assert seed_of(asking(**along, **nothing), TODAY) == seed_of(asking(), TODAY)


def test_every_wish_draws_lots_of_its_own() -> None:
    wishes: list[dict[str, Any]] = [
        *({}, {"text": "x"}, {"zip": "94110"}, {"age": 40}, {"concerns": ["panic"]}),
        *({"coverage": {"payer": "aetna"}}, {"coverage": {"max_fee": 90}}, {"order": "fee"}),
    ]
    assert len({seed_of(asking(**wish), TODAY) for wish in wishes}) == len(wishes)


def test_another_day_draws_other_lots() -> None:
    seeds = {seed_of(asking(), date(2026, 11, day)) for day in range(1, 31)}
    assert len(seeds) == 30
    assert max(seeds) < 2**64
    assert max(seeds) > 2**60
