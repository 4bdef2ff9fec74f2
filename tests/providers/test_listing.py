"""A listing keeps its facts: through JSON, frozen, and each field valid by itself."""

from datetime import date

import pytest
from hypothesis import given
from pydantic import ValidationError

from directory.errors import problems_of
from directory.providers import Provider
from directory.providers.freshness import days_since, fresh_days, is_fresh, percent_held
from tests.factories import make_license, make_provider, provider_facts
from tests.strategies import providers

TODAY = date(2026, 11, 21)


def fields_at_fault(**changes):
    with pytest.raises(ValidationError) as refused:
        make_provider(**changes)
    return {problem.field for problem in problems_of(refused.value)}


@given(providers())
def test_every_listing_comes_through_json_unchanged(provider):
    assert Provider.model_validate_json(provider.model_dump_json()) == provider
    short = provider.model_dump_json(exclude_defaults=True)
    assert Provider.model_validate_json(short) == provider


@given(providers())
def test_equal_listings_are_written_alike(provider):
    again = Provider.model_validate(provider.model_dump())
    assert again == provider
    assert again.model_dump_json(exclude_defaults=True) == provider.model_dump_json(
        exclude_defaults=True
    )


def test_a_listing_cannot_be_changed():
    provider = make_provider()
    with pytest.raises(ValidationError):
        provider.name = "Someone Else"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        provider.licenses[0].status = "revoked"  # type: ignore[misc]
    assert isinstance(provider.services, tuple)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Not An Id"),
        ("id", ""),
        ("id", "a" * 65),
        ("npi", "1234567890"),
        ("npi", ""),
        ("name", ""),
        ("name", "   "),
        ("name", "two\nlines"),
        ("name", "a bell\x07"),
        ("name", "n" * 201),
        ("gender", "woman"),
        ("license", "LCSW"),
        ("service_intent", "therapy"),
        ("phone", "12"),
        ("phone", "call me"),
        ("website", "javascript:alert(1)"),
        ("website", "example.org"),
        ("website", 'https://example.org"onclick="x'),
        ("website", "https://example.org/<b>"),
        ("website", "https://exa mple.org"),
        ("bio", "b" * 6001),
        ("bio", "null\x00byte"),
    ],
)
def test_a_field_that_is_not_valid_is_named(field, value):
    assert fields_at_fault(**{field: value}) == {field}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"services": ["surgery"]}, "services[0]"),
        ({"concerns": ["panic", "boredom"]}, "concerns[1]"),
        ({"formats": ["online"]}, "formats[0]"),
        ({"age_groups": ["adults"]}, "age_groups[0]"),
        ({"delivery": ["email"]}, "delivery[0]"),
        ({"languages": ["english"]}, "languages[0]"),
        ({"payers": ["Aetna"]}, "payers[0]"),
        ({"modalities": [{"code": "cbt"}]}, "modalities[0].code"),
        ({"modalities": [{"code": "CBT", "training": "expert"}]}, "modalities[0].training"),
        ({"locations": [{"city": "Reno", "state": "Nevada"}]}, "locations[0].state"),
        ({"locations": [{"city": "Reno", "state": "NV", "zip": "8950"}]}, "locations[0].zip"),
        ({"locations": [{"city": "Reno", "state": "NV", "lat": 39.5}]}, "locations[0].lat"),
        ({"locations": [{"city": "X", "state": "NV", "lat": 91, "lon": 0}]}, "locations[0].lat"),
        ({"fee": {"min": 100, "max": 90}}, "fee.max"),
        ({"fee": {"min": -1, "max": 90}}, "fee.min"),
        ({"fee": {"min": 0, "max": float("inf")}}, "fee.max"),
        ({"fee": {"min": float("nan"), "max": 90}}, "fee.min"),
        ({"availability": {"accepting": "maybe"}}, "availability.accepting"),
        ({"availability": {"next_opening_days": -1}}, "availability.next_opening_days"),
        ({"practice": {"id": "A B", "name": "Bay"}}, "practice.id"),
        ({"confirmed": {"hair": "2026-01-01"}}, "confirmed"),
        ({"nickname": "Annie"}, "nickname"),
    ],
)
def test_the_place_of_a_fault_is_named(changes, field):
    assert fields_at_fault(**changes) == {field}


@pytest.mark.parametrize("missing", ["id", "name", "license"])
def test_a_needed_field_is_named_where_it_is_missing(missing):
    facts = provider_facts()
    del facts[missing]
    with pytest.raises(ValidationError) as refused:
        Provider.model_validate(facts)
    problem = problems_of(refused.value)[0]
    assert (problem.field, problem.message) == (missing, "this field is needed: give a value")


def test_a_code_that_is_named_twice_counts_once():
    assert make_provider(languages=["es", "en", "es"]).languages == ("es", "en")


def test_phones_are_kept_in_one_form():
    for written in ("415-555-0123", "(415) 555-0123", "4155550123", "+1 415 555 0123"):
        assert make_provider(phone=written).phone == "+14155550123"


def test_training_counts_only_with_a_date_of_verification():
    held = make_provider(
        modalities=[
            {"code": "CBT", "training": "certified"},
            {"code": "ACT", "training": "certified", "verified_at": "2026-01-01"},
        ]
    ).modalities
    assert [one.proven_training for one in held] == ["self_declared", "certified"]


def test_a_licence_counts_in_its_state_until_the_day_it_expires():
    provider = make_provider(licenses=[make_license(expires="2026-11-21")])
    assert provider.licenses_active_in("CA", TODAY)
    assert not provider.licenses_active_in("CA", date(2026, 11, 22))
    assert not provider.licenses_active_in("NV", TODAY)


def test_the_state_of_the_practice_gives_no_licence():
    provider = make_provider(locations=[{"city": "Reno", "state": "NV"}])
    assert provider.states_of_practice() == {"NV"}
    assert not provider.licenses_active_in("NV", TODAY)


def test_a_compact_privilege_counts_only_where_it_is_recorded():
    privilege = make_license(state="NV", authority="compact")
    provider = make_provider(licenses=[make_license(), privilege])
    assert provider.licenses_active_in("NV", TODAY)
    assert not provider.licenses_active_in("UT", TODAY)


def test_openings_go_stale_before_other_facts():
    assert is_fresh("availability", date(2026, 10, 31), TODAY)
    assert not is_fresh("availability", date(2026, 10, 30), TODAY)
    assert is_fresh("payers", date(2026, 10, 7), TODAY)
    assert not is_fresh("payers", date(2026, 10, 6), TODAY)
    assert is_fresh("bio", date(2026, 8, 23), TODAY)
    assert not is_fresh("bio", date(2026, 8, 22), TODAY)
    assert not is_fresh("bio", None, TODAY)


@pytest.mark.parametrize(
    ("age", "percent"), [(0, 100), (21, 100), (22, 95), (31, 52), (41, 4), (42, 0), (9999, 0)]
)
def test_a_confirmation_fades_to_nothing_by_twice_its_days(age, percent):
    assert percent_held(age, fresh_days("availability"), 1.0) == percent


@pytest.mark.parametrize(("fading", "percent"), [(0.5, 90), (2.0, 97), (10, 99), (0.1, 50)])
def test_it_may_fade_faster_or_more_slowly(fading, percent):
    assert percent_held(21, 20, fading) == percent


def test_a_confirmation_in_the_future_is_no_days_old():
    assert days_since(date(2026, 12, 1), TODAY) == 0
