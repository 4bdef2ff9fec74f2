"""Which step of a claim leads where, and what ends by itself."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.errors import Conflict
from directory.providers.claims import (
    HOLDING,
    OPEN,
    Claim,
    State,
    Way,
    deadline,
    may_become,
)

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
STATES = st.sampled_from(get_args(State))
WAYS = st.sampled_from(get_args(Way))
WAITS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=40))


def a_claim(state: State = "asked", way: Way = "email") -> Claim:
    return Claim("c1", "ana-lopez", "a1", START, way, "ana@practice.example", state, START)


@given(way=WAYS, steps=st.lists(st.tuples(STATES, WAITS), max_size=12))
def test_nobody_holds_a_listing_whose_claim_was_not_proven_and_approved(
    way: Way, steps: list[tuple[State, timedelta]]
) -> None:
    claim, now, passed = a_claim(way=way), START, {"asked"}
    for state, wait in steps:
        now += wait
        standing = claim.at(now)
        passed.add(standing.state)
        if may_become(standing.state, state):
            claim = claim.becoming(state, now)
            passed.add(claim.state)
    if claim.at(now).state in HOLDING:
        assert {"proven", "approved"} <= passed


@given(way=WAYS, state=STATES, wait=WAITS)
def test_time_alone_never_brings_a_claim_nearer_to_the_listing(
    way: Way, state: State, wait: timedelta
) -> None:
    later = a_claim(state, way).at(START + wait).state
    assert later == state or (state, later) in {
        ("proof_sent", "expired"),
        ("approved", "settled"),
    }


@given(way=WAYS, state=STATES, wait=WAITS)
def test_a_claim_changes_at_its_deadline_and_not_before(
    way: Way, state: State, wait: timedelta
) -> None:
    end = deadline(state, way, START)
    now = START + wait
    has_changed = a_claim(state, way).at(now).state != state
    assert has_changed == (end is not None and now >= end)


@given(way=WAYS, state=STATES, first=WAITS, second=WAITS)
def test_looking_twice_tells_the_same_as_looking_once(
    way: Way, state: State, first: timedelta, second: timedelta
) -> None:
    claim, late = a_claim(state, way), START + first + second
    assert claim.at(START + first).at(late) == claim.at(late)


@pytest.mark.parametrize("end", ["rejected", "withdrawn"])
def test_what_is_over_stays_over(end: State) -> None:
    assert not any(may_become(end, state) for state in get_args(State))


def test_every_open_claim_may_be_rejected_or_withdrawn() -> None:
    for state in OPEN:
        assert may_become(state, "rejected")
        assert may_become(state, "withdrawn")


def test_a_link_lasts_two_days_a_letter_thirty_and_a_dispute_seven() -> None:
    assert deadline("proof_sent", "email", START) == START + timedelta(hours=48)
    assert deadline("proof_sent", "domain", START) == START + timedelta(hours=48)
    assert deadline("proof_sent", "letter", START) == START + timedelta(days=30)
    assert deadline("approved", "email", START) == START + timedelta(days=7)


def test_what_waits_for_an_admin_never_runs_out() -> None:
    for state in ("asked", "proven", "frozen"):
        assert deadline(state, "email", START) is None


def test_a_proof_that_came_too_late_is_refused() -> None:
    with pytest.raises(Conflict):
        a_claim("proof_sent").becoming("proven", START + timedelta(hours=48))
