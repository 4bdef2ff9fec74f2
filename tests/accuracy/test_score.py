"""From calls to a score: what is unknown counts as neither, and never as accurate."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from directory.accuracy.calls import Heard, Said, verdicts
from directory.accuracy.score import CallMade, WeekOfCalls, over_time, pooled, score

MONDAY = date(2026, 11, 16)
SAID = Said(("+14155550123",), "yes", 5, "aetna", ("San Francisco, CA",))
RIGHT = CallMade(verdicts(SAID, Heard("yes", "yes", "yes", 3, "yes", "yes")), 3)
UNREACHED = CallMade(verdicts(SAID, Heard("no_answer")))
FULL = CallMade(verdicts(SAID, Heard("yes", "yes", "no", None, "yes", "yes")))
UNTOLD = CallMade(verdicts(SAID, Heard("yes", "yes", "yes", 20, "not_told", "yes")), 20)
CALLS = st.lists(st.sampled_from([RIGHT, UNREACHED, FULL, UNTOLD]), max_size=30)


def week(*made: CallMade, drawn: int = 0, back: int = 0, population: int = 800) -> WeekOfCalls:
    monday = MONDAY - timedelta(weeks=back)
    return WeekOfCalls(monday, population, drawn or len(made), made)


def test_unreached_and_wrong_count_against_and_unknown_for_neither() -> None:
    found = score([week(RIGHT, RIGHT, RIGHT, UNREACHED, FULL, UNTOLD)]).overall
    assert (found.right, found.wrong, found.unknown) == (3, 2, 1)
    assert found.value == 0.6


def test_a_call_that_was_not_made_is_unknown() -> None:
    found = score([week(RIGHT, drawn=10)])
    assert (found.drawn, found.made) == (10, 1)
    assert (found.overall.right, found.overall.wrong, found.overall.unknown) == (1, 0, 9)


def test_nothing_called_says_nothing() -> None:
    found = score([week(drawn=10)])
    assert found.overall.value is None
    assert found.overall.interval is None
    assert not found.overall.may_be_told
    assert found.facts == {}
    assert score([]).population == 0


def test_each_fact_counts_by_itself() -> None:
    facts = score([week(RIGHT, UNREACHED, FULL, UNTOLD)]).facts
    assert (facts["reached"].right, facts["reached"].wrong) == (3, 1)
    assert (facts["accepting"].right, facts["accepting"].wrong) == (2, 1)
    assert (facts["plan"].right, facts["plan"].wrong, facts["plan"].unknown) == (2, 0, 2)
    assert (facts["wait"].right, facts["wait"].wrong, facts["wait"].unknown) == (1, 1, 2)


def test_the_wait_in_the_middle_is_told() -> None:
    assert score([week(RIGHT, UNTOLD)]).median_wait == 11.5
    assert score([week(UNREACHED)]).median_wait is None


def test_a_quarter_is_pooled_and_what_is_older_is_not() -> None:
    weeks = [week(RIGHT), week(UNREACHED, back=12), week(FULL, back=13)]
    assert pooled(weeks, MONDAY).made == 2
    points = over_time(weeks, (MONDAY - timedelta(weeks=13), MONDAY - timedelta(weeks=12), MONDAY))
    assert [(one.share.right, one.share.wrong) for one in points] == [(0, 1), (0, 2), (1, 1)]


def test_where_everybody_was_called_the_share_is_known() -> None:
    found = score([week(*[RIGHT] * 9, *[UNREACHED] * 3, population=12)]).overall
    assert found.interval
    assert found.interval.width == 0
    assert found.may_be_told


def test_few_calls_and_wide_intervals_are_not_told() -> None:
    assert not score([week(*[RIGHT] * 9, population=9)]).overall.may_be_told
    assert not score([week(*[RIGHT] * 8, *[FULL] * 8)]).overall.may_be_told
    assert score([week(*[RIGHT] * 20, *[FULL] * 10)]).overall.may_be_told


@given(CALLS, st.integers(0, 40))
def test_everyone_drawn_is_right_wrong_or_unknown(calls: list[CallMade], missed: int) -> None:
    found = score([week(*calls, drawn=len(calls) + missed)])
    overall = found.overall
    assert overall.right + overall.wrong + overall.unknown == len(calls) + missed
    assert overall.unknown >= missed
    for share in (overall, *found.facts.values()):
        if share.interval and share.value is not None:
            assert share.interval.low <= share.value <= share.interval.high


@given(CALLS, st.integers(1, 40))
def test_a_call_not_made_never_raises_the_score(calls: list[CallMade], missed: int) -> None:
    made = score([week(*calls)]).overall
    assert score([week(*calls, drawn=len(calls) + missed)]).overall.value == made.value
