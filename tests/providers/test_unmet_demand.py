"""What was looked for and not found: what is counted, and what may be told of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers.unmet_demand import (
    NEVER_COUNTED,
    UnmetSum,
    Wish,
    found_words,
    settle,
    wishes_of,
)
from directory.providers.view_counts import FEWEST
from directory.triage.safety import FLAG_OF_CONCERN
from directory.vocabulary import CONCERNS

MONDAY = date(2026, 11, 9)
WEEK = timedelta(weeks=1)
SPANISH, DARI = Wish("OH", "language", "es"), Wish("OH", "language", "prs")
weeks = st.lists(st.dictionaries(st.sampled_from([SPANISH, DARI]), st.integers(1, 9)), max_size=20)


def counted(wish: Wish, count: int, week: date = MONDAY) -> UnmetSum:
    return UnmetSum(week, wish, "nobody", count, since=week)


def test_three_people_are_enough() -> None:
    assert [found_words(total) for total in (0, 1, 2, 3)] == ["nobody", "few", "few", None]


def test_each_wish_of_a_search_is_counted_by_itself() -> None:
    asked = {"language": ("es",), "payer": ("medicaid",), "gender": ("woman",)}
    assert wishes_of("OH", asked) == (SPANISH, Wish("OH", "payer", "medicaid"))


def test_whoever_takes_any_of_many_asks_for_none_of_them() -> None:
    assert wishes_of("OH", {"license": ("lcsw", "lpc", "lmft", "psychologist")}) == ()


@pytest.mark.parametrize("concern", sorted(NEVER_COUNTED))
def test_a_search_about_danger_is_counted_nowhere(concern: str) -> None:
    assert wishes_of("OH", {"concern": (concern, "panic"), "language": ("es",)}) == ()


def test_every_concern_that_raises_a_flag_is_among_those_never_counted() -> None:
    assert FLAG_OF_CONCERN.keys() <= NEVER_COUNTED <= CONCERNS.keys()


def test_four_searches_wait_for_a_fifth() -> None:
    first = settle([counted(SPANISH, 4)], MONDAY, MONDAY + WEEK)
    assert first.told == ()
    later = [*first.waits, counted(SPANISH, 1, MONDAY + WEEK)]
    second = settle(later, MONDAY + WEEK, MONDAY + 2 * WEEK)
    assert second.waits == ()
    assert second.told == (UnmetSum(MONDAY + WEEK, SPANISH, "nobody", 5, since=MONDAY),)


@given(weeks)
def test_whoever_looks_every_week_never_sees_a_difference_below_five(
    searched: list[dict[Wish, int]],
) -> None:
    waits: tuple[UnmetSum, ...] = ()
    for number, searches in enumerate(searched):
        monday = MONDAY + number * WEEK
        new = [counted(wish, count, monday) for wish, count in searches.items()]
        done = settle([*waits, *new], monday, monday + WEEK)
        assert all(one.count >= FEWEST for one in done.told)
        assert all(one.count < FEWEST and one.week > monday for one in done.waits)
        assert _whole([*waits, *new]) == _whole([*done.told, *done.waits])
        waits = done.waits


def _whole(sums: list[UnmetSum]) -> dict[Wish, int]:
    whole: dict[Wish, int] = {}
    for one in sums:
        whole[one.wish] = whole.get(one.wish, 0) + one.count
    return whole
