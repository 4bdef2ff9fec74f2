"""A licence counts in the patient's state, while it is active, and nowhere else."""

from datetime import date
from typing import Any

import pytest

from tests.factories import make_license, make_provider
from tests.matching.asking import is_matched, matched, reason_against

OUT = "not_licensed_in_state"


def licensed(*licenses: dict[str, Any], **changes: Any) -> Any:
    return make_provider(licenses=list(licenses), **changes)


def test_a_licence_of_ones_own_in_the_state_counts() -> None:
    assert is_matched(licensed(make_license()), state="CA")


def test_a_licence_of_another_state_does_not_count() -> None:
    assert reason_against(licensed(make_license(state="TX")), state="CA") == OUT


def test_the_office_in_the_state_does_not_count() -> None:
    office = [{"city": "San Francisco", "state": "CA", "zip": "94110"}]
    assert reason_against(licensed(make_license(state="TX"), locations=office), state="CA") == OUT


def test_an_office_in_another_state_does_no_harm_to_a_licence_here() -> None:
    assert is_matched(licensed(make_license(), locations=[{"city": "Reno", "state": "NV"}]))


@pytest.mark.parametrize("authority", ["compact", "telehealth"])
def test_a_recorded_right_from_another_state_counts(authority: str) -> None:
    home = make_license(state="TX", license="lpc", title="LPC")
    here = make_license(state="CO", license="lpc", title="LPC", authority=authority)
    assert is_matched(licensed(home, here, license="lpc"), state="CO")


def test_belonging_to_a_compact_alone_is_no_right() -> None:
    # Texas and Arizona are both in PSYPACT.
    home = make_license(state="TX", license="psychologist", title="LP")
    assert reason_against(licensed(home, license="psychologist"), state="AZ") == OUT


@pytest.mark.parametrize("status", ["unverified", "expired", "disciplined", "revoked"])
def test_a_licence_that_is_not_active_does_not_count(status: str) -> None:
    assert reason_against(licensed(make_license(status=status))) == OUT


def test_a_recorded_right_that_is_not_active_does_not_count() -> None:
    home = make_license(state="TX")
    here = make_license(authority="compact", status="unverified")
    assert reason_against(licensed(home, here)) == OUT


@pytest.mark.parametrize(
    ("today", "counts"), [("2027-05-30", True), ("2027-05-31", True), ("2027-06-01", False)]
)
def test_a_licence_counts_up_to_and_on_its_last_day(today: str, counts: bool) -> None:
    provider = licensed(make_license(expires="2027-05-31"))
    assert bool(matched(provider, today=date.fromisoformat(today)).total) == counts


def test_a_licence_without_a_last_day_counts() -> None:
    assert is_matched(licensed(make_license(expires=None)))


def test_one_licence_that_counts_is_enough() -> None:
    assert is_matched(licensed(make_license(status="expired", number="1"), make_license()))
