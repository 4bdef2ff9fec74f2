"""Age, formats, services, openings, claims: what else decides who may be matched."""

from typing import Any

import pytest

from directory.matching import match
from directory.matching.eligibility import REASONS
from tests.factories import make_license, make_provider, make_unclaimed
from tests.matching.asking import (
    TODAY,
    asking,
    holder_of,
    is_matched,
    matched,
    prescriber,
    reason_against,
)


@pytest.mark.parametrize("age_group", ["child", "teen", "adult", "older_adult"])
def test_a_provider_is_matched_to_the_ages_that_they_see(age_group: str) -> None:
    provider = make_provider(age_groups=["teen", "adult"])
    assert is_matched(provider, age_group=age_group) == (age_group in {"teen", "adult"})


def test_another_age_is_named_as_the_reason() -> None:
    assert reason_against(make_provider(age_groups=["teen"])) == "age"


def test_one_of_the_formats_asked_for_is_enough() -> None:
    assert is_matched(make_provider(formats=["family"]), formats=["couples", "family"])


def test_none_of_the_formats_asked_for_keeps_a_provider_out() -> None:
    assert reason_against(make_provider(), formats=["couples", "family"]) == "format"


def test_no_format_asked_for_accepts_any() -> None:
    assert is_matched(make_provider(formats=["couples"]))


def test_one_of_the_services_asked_for_is_enough() -> None:
    assert is_matched(make_provider(), services=["psychotherapy", "medication"])


def test_none_of_the_services_asked_for_keeps_a_provider_out() -> None:
    assert reason_against(make_provider(), services=["testing"]) == "service"


@pytest.mark.parametrize(
    ("level", "offered", "fits"),
    [
        ("psychotherapy", ["support"], False),
        ("counselling", ["support"], True),
        ("support", ["psychotherapy"], True),
        ("soon", ["psychotherapy"], True),
        ("soon", ["support"], False),
    ],
)
def test_where_no_service_is_asked_for_the_level_says_which_belong_to_it(
    level: str, offered: list[str], fits: bool
) -> None:
    assert is_matched(make_provider(services=offered), level_of_care=level) == fits


def test_medicine_alone_is_not_talking_help() -> None:
    assert reason_against(prescriber(), level_of_care="psychotherapy") == "service"


@pytest.mark.parametrize(
    ("accepting", "may"), [("yes", True), ("waitlist", True), ("unknown", True), ("no", False)]
)
def test_only_a_clear_no_to_new_people_keeps_a_provider_out(accepting: str, may: bool) -> None:
    assert is_matched(make_provider(availability={"accepting": accepting})) == may


def test_no_room_is_named_as_the_reason() -> None:
    assert reason_against(make_provider(availability={"accepting": "no"})) == "not_accepting"


def test_an_unclaimed_listing_is_never_matched_nor_counted() -> None:
    outcome = matched(make_unclaimed(), make_provider())
    assert outcome.total == 1
    assert dict(outcome.excluded) == {}


def test_a_listing_that_is_not_published_is_never_matched_nor_counted() -> None:
    assert matched(make_provider(published=False)) == matched()


@pytest.mark.parametrize(("accepts", "may"), [(True, True), (False, False), (None, False)])
@pytest.mark.parametrize("level", ["urgent", "soon", "psychotherapy"])
def test_a_flag_for_suicide_needs_somebody_who_works_with_it(
    level: str, accepts: bool | None, may: bool
) -> None:
    provider = make_provider(accepts_suicidality=accepts)
    assert is_matched(provider, level_of_care=level, safety_flags=["suicide"]) == may


def test_without_the_flag_nobody_is_asked_about_suicide() -> None:
    assert is_matched(make_provider(accepts_suicidality=False), level_of_care="urgent")


@pytest.mark.parametrize("level", ["crisis", "emergency_medical", "urgent", "urgent_medical"])
def test_a_group_alone_is_no_fit_in_acute_need(level: str) -> None:
    only_groups = holder_of("lcsw", formats=["group"])
    assert reason_against(only_groups, level_of_care=level) == "format"
    assert reason_against(only_groups, level_of_care=level, formats=["group"]) == "format"


def test_whoever_asks_for_a_group_in_acute_need_gets_one_on_one() -> None:
    one_on_one = holder_of("lcsw", formats=["individual"])
    assert is_matched(one_on_one, level_of_care="urgent", formats=["group"])


def test_no_relaxation_brings_a_group_into_acute_need() -> None:
    only_groups = holder_of("lcsw", formats=["group"])
    request = {"level_of_care": "urgent", "formats": ["individual"]}
    assert matched(only_groups, **request).relaxations == ()


def test_a_group_is_a_fit_where_the_need_is_not_acute() -> None:
    assert is_matched(holder_of("lcsw", formats=["group"]), level_of_care="soon")


# Each listing breaks one more rule than the one after it, in the contract's order.
BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("not_licensed_in_state", {"licenses": [make_license(state="TX")]}),
    (
        "level",
        {"license": "associate", "licenses": [make_license(license="associate", title="ASW")]},
    ),
    ("age", {"age_groups": ["child"]}),
    ("service", {"services": ["support"]}),
    ("format", {"formats": ["couples"]}),
    ("suicidality", {"accepts_suicidality": False}),
    ("not_accepting", {"availability": {"accepting": "no"}}),
    ("must_have", {"payers": ["cigna"]}),
]


@pytest.mark.parametrize("first", range(len(BROKEN)))
def test_a_provider_is_counted_once_at_the_first_reason_in_the_fixed_order(first: int) -> None:
    facts: dict[str, Any] = {"accepts_suicidality": True}
    for _, broken in reversed(BROKEN[first:]):
        facts |= broken
    if "licenses" in facts and first == 0:
        facts["license"] = "lcsw"
    request = {
        "level_of_care": "urgent",
        "formats": ["individual"],
        "safety_flags": ["suicide", "partner_violence"],
        "coverage": {"payer": "aetna"},
    }
    assert reason_against(make_provider(**facts), **request) == BROKEN[first][0]


def test_reasons_are_named_in_the_fixed_order_of_the_interface() -> None:
    assert [reason for reason, _ in BROKEN] == [r for r in REASONS if r != "partner_violence"]


def test_listings_of_other_states_that_were_not_loaded_are_counted() -> None:
    outcome = match(asking(), [make_provider()], TODAY, elsewhere=812)
    assert dict(outcome.excluded) == {"not_licensed_in_state": 812}
