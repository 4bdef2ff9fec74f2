"""The contract's paragraph on who may be matched, sentence by sentence, on both sides."""

from typing import Any

import pytest

from directory.providers import Provider
from tests.factories import make_coach, make_license, make_provider, make_unclaimed
from tests.matching.asking import holder_of, ids, is_matched, matched, prescriber, reason_against

ASKED: dict[str, Any] = {
    "age_group": "adult",
    "formats": ["individual"],
    "services": ["psychotherapy"],
}
# What the first sentence asks for, and a listing that breaks it.
BROKEN: dict[str, Provider] = {
    "an active licence": make_provider(licenses=[make_license(status="expired")]),
    "in the state": make_provider(licenses=[make_license(state="NV")]),
    "the age group": make_provider(age_groups=["teen", "older_adult"]),
    "the formats": make_provider(formats=["couples", "group"]),
    "the services": make_provider(services=["support"]),
    "accepting not no": make_provider(availability={"accepting": "no"}),
    "claimed": make_unclaimed(),
}
TOGETHER = {"level_of_care": "psychotherapy_and_medication"}


def test_whoever_has_all_that_is_asked_for_may_be_matched() -> None:
    assert is_matched(make_provider(), **ASKED)


@pytest.mark.parametrize("what", BROKEN)
def test_whoever_lacks_one_thing_may_not(what: str) -> None:
    assert not is_matched(BROKEN[what], **ASKED)


@pytest.mark.parametrize("authority", ["compact", "telehealth"])
def test_a_recorded_authority_in_the_state_is_as_good_as_a_licence(authority: str) -> None:
    home = make_license(state="TX", license="lpc", title="LPC")
    here = make_license(state="CO", license="lpc", title="LPC", authority=authority)
    guest = make_provider(licenses=[home, here], license="lpc")
    assert is_matched(guest, **ASKED, state="CO")
    assert not is_matched(guest, **ASKED, state="NV")


@pytest.mark.parametrize("level", ["urgent", "urgent_medical", "soon", "intensive"])
def test_from_intensive_upwards_neither_associates_nor_coaches(level: str) -> None:
    assert is_matched(holder_of("lcsw"), level_of_care=level)
    assert reason_against(holder_of("associate"), level_of_care=level) == "level"
    assert reason_against(make_coach(), level_of_care=level) == "level"


@pytest.mark.parametrize("level", ["psychotherapy_and_medication", "psychotherapy", "counselling"])
def test_below_intensive_associates_too_but_no_coaches(level: str) -> None:
    assert is_matched(holder_of("associate"), level_of_care=level)
    assert reason_against(make_coach(), level_of_care=level) == "level"


def test_at_support_coaches_too() -> None:
    for provider in (holder_of("lcsw"), holder_of("associate"), make_coach()):
        assert is_matched(provider, level_of_care="support")


def test_at_urgent_with_the_flag_only_those_who_say_that_they_work_with_suicide() -> None:
    flagged = {"level_of_care": "urgent", "safety_flags": ["suicide"]}
    assert is_matched(make_provider(accepts_suicidality=True), **flagged)
    for accepts in (False, None):
        provider = make_provider(accepts_suicidality=accepts)
        assert reason_against(provider, **flagged) == "suicidality"
        assert is_matched(provider, level_of_care="urgent")


def test_therapists_and_prescribers_are_both_eligible_where_both_are_needed() -> None:
    people = [make_provider(id="talk"), prescriber(id="pills")]
    outcome = matched(*people, **TOGETHER)
    assert sorted(ids(outcome)) == ["pills", "talk"]
    assert {found.role for found in outcome.matches} == {"therapist", "prescriber"}
    assert ids(matched(*people, level_of_care="psychotherapy")) == ["talk"]


def test_the_roles_are_four() -> None:
    people = {
        "therapist": make_provider(),
        "prescriber": prescriber(),
        "both": holder_of("psychiatrist", services=["psychotherapy", "medication"]),
        "support": holder_of("lcsw", services=["support"]),
    }
    asked = TOGETHER | {"services": ["psychotherapy", "medication", "support"]}
    for role, provider in people.items():
        assert [found.role for found in matched(provider, **asked).matches] == [role]


def test_where_a_partner_is_feared_nobody_who_offers_couple_work_alone() -> None:
    feared = {"safety_flags": ["partner_violence"]}
    pair_only = make_provider(formats=["couples"])
    assert is_matched(pair_only)
    assert reason_against(pair_only, **feared) == "partner_violence"
    assert is_matched(make_provider(formats=["couples", "individual"]), **feared)
