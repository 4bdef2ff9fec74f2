"""Seed rules on who may do what: licences, services, training and where they count."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.providers import Provider
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES
from directory.vocabulary.license_titles import titles_in
from directory.web.patient.listing.cards import badges_of, card_of
from tests.factories import make_coach, make_license, make_provider, provider_facts
from tests.matching.asking import (
    TODAY,
    holder_of,
    ids,
    is_matched,
    matched,
    points_of,
    prescriber,
    reason_against,
    reason_of,
    the_match,
)


def refusal(**changes: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        Provider.model_validate(provider_facts(**changes))
    return str(refused.value)


@pytest.mark.seed_rule("SR02")
@pytest.mark.parametrize("license", sorted(LICENSES))
def test_a_card_says_the_licence_and_what_it_allows(license: str) -> None:
    card = card_of(holder_of(license), TODAY)
    assert card.license == LICENSES.label(license)
    assert card.license_may


@pytest.mark.seed_rule("SR02")
def test_only_those_who_may_prescribe_are_said_to_prescribe() -> None:
    prescribing = {
        code for code in LICENSES if "Can prescribe" in card_of(holder_of(code), TODAY).license_may
    }
    assert prescribing == {"psychiatrist", "pmhnp"}


@pytest.mark.seed_rule("SR04", "SR59")
def test_a_coach_cannot_list_psychotherapy() -> None:
    coach = {"license": "coach", "licenses": [], "service_intent": "support", "modalities": []}
    assert "a coach cannot offer psychotherapy" in refusal(**coach, services=["psychotherapy"])


@pytest.mark.seed_rule("SR04", "SR59", "SR74")
def test_these_licences_and_supervised_associates_give_psychotherapy() -> None:
    treating = {code for code, license in LICENSES.items() if license.licensed}
    named = {"psychologist", "psychiatrist", "lcsw", "lpc"}
    assert treating == named | {"lmft", "pmhnp", "associate"}
    assert all(is_matched(holder_of(license)) for license in treating)
    assert not is_matched(holder_of("coach"))


@pytest.mark.seed_rule("SR74")
def test_an_associate_is_shown_as_working_under_a_supervisor() -> None:
    assert "This person works under a supervisor." in the_match(holder_of("associate")).cautions
    assert "This person works under a supervisor." not in the_match(holder_of("lcsw")).cautions


@pytest.mark.seed_rule("SR05")
def test_a_social_worker_cannot_list_medication() -> None:
    assert "medication needs a prescriber" in refusal(services=["psychotherapy", "medication"])


@pytest.mark.seed_rule("SR05", "SR14")
def test_where_medicine_is_considered_a_therapist_and_a_prescriber_come_first() -> None:
    therapists = [holder_of("lcsw", id=f"t-{n}") for n in range(4)]
    found = matched(*therapists, prescriber(id="p"), level_of_care="psychotherapy_and_medication")
    assert {match.role for match in found.matches[:2]} == {"therapist", "prescriber"}


@pytest.mark.seed_rule("SR06")
def test_who_offers_yoga_alone_is_no_match_for_depression() -> None:
    yoga = holder_of(
        "lpc",
        services=["complementary"],
        service_intent="support",
        modalities=[{"code": "YOGA"}],
        concerns=["depression"],
    )
    assert reason_against(yoga, concerns=["depression"]) == "service"
    assert MODALITIES["YOGA"].service == "complementary"


@pytest.mark.seed_rule("SR13")
@pytest.mark.parametrize("format", ["individual", "couples", "family", "group"])
def test_a_format_that_is_asked_for_is_a_must(format: str) -> None:
    others = {"individual", "couples", "family", "group"} - {format}
    assert is_matched(make_provider(formats=[format]), formats=[format])
    assert reason_against(make_provider(formats=sorted(others)), formats=[format]) == "format"


@pytest.mark.seed_rule("SR18")
def test_with_more_than_eight_kinds_of_therapy_each_that_is_self_declared_counts_half() -> None:
    codes = ["CBT", "ACT", "BA", "DBT", "EMDR", "IPT", "PDT", "HUM", "MBCT"]
    eight = make_provider(modalities=[{"code": code} for code in codes[:8]])
    nine = make_provider(modalities=[{"code": code} for code in codes])
    few, many = the_match(eight, concerns=["panic"]), the_match(nine, concerns=["panic"])
    assert points_of(many, "need") < points_of(few, "need")


@pytest.mark.seed_rule("SR18")
def test_up_to_eight_kinds_of_therapy_cost_nothing() -> None:
    codes = ["CBT", "ACT", "BA", "DBT", "EMDR", "IPT", "PDT", "HUM"]
    one = make_provider(modalities=[{"code": "CBT"}])
    eight = make_provider(modalities=[{"code": code} for code in codes])
    need = points_of(the_match(one, concerns=["panic"]), "need")
    assert points_of(the_match(eight, concerns=["panic"]), "need") == need


@pytest.mark.seed_rule("SR38")
def test_training_that_was_checked_counts_more_than_the_same_claim_unchecked() -> None:
    claim = {"code": "CBT", "training": "certified"}
    checked = make_provider(modalities=[{**claim, "verified_at": "2026-10-01"}])
    claimed = make_provider(modalities=[claim])
    found, lower = (the_match(one, concerns=["panic"]) for one in (checked, claimed))
    assert points_of(found, "need") > points_of(lower, "need")
    assert reason_of(found, "need").startswith("Certified in")
    assert reason_of(lower, "need").startswith("Offers")


@pytest.mark.seed_rule("SR48")
def test_a_licence_of_california_does_not_count_in_nevada() -> None:
    assert is_matched(make_provider(), state="CA")
    assert reason_against(make_provider(), state="NV") == "not_licensed_in_state"


@pytest.mark.seed_rule("SR48")
@pytest.mark.parametrize("authority", ["compact", "telehealth"])
def test_a_recorded_right_to_treat_elsewhere_counts_there(authority: str) -> None:
    held = [make_license(), make_license(state="NV", title="LCSW", authority=authority)]
    assert is_matched(make_provider(licenses=held), state="NV")


@pytest.mark.seed_rule("SR49")
def test_specialties_and_ways_of_working_are_codes_and_the_rest_is_free_text() -> None:
    provider = make_provider(
        concerns=["ipv_survivor", "self_esteem", "ptsd"],
        modalities=[{"code": "SE"}],
        bio="I like to hike.",
    )
    assert set(provider.concerns) <= set(CONCERNS)
    assert {held.code for held in provider.modalities} <= set(MODALITIES)
    assert provider.bio == "I like to hike."
    assert "concerns" in refusal(concerns=["sadness"])


@pytest.mark.seed_rule("SR60")
@pytest.mark.parametrize("concern", [code for code, term in CONCERNS.items() if term.clinical])
def test_a_clinical_concern_shows_no_coach(concern: str) -> None:
    coach = make_coach(concerns=[concern])
    found = matched(coach, level_of_care="support", services=["support"], concerns=[concern])
    assert found.total == 0


@pytest.mark.seed_rule("SR62")
def test_psychotherapy_without_a_kind_of_therapy_is_refused() -> None:
    assert "psychotherapy needs at least one modality" in refusal(modalities=[])


@pytest.mark.seed_rule("SR103")
@pytest.mark.parametrize("status", ["unverified", "expired", "disciplined", "revoked"])
def test_a_licence_that_is_not_active_is_not_ranked_as_one(status: str) -> None:
    held = make_license(status=status)
    assert reason_against(make_provider(licenses=[held])) == "not_licensed_in_state"


@pytest.mark.seed_rule("SR103")
def test_a_licence_tells_number_state_status_and_when_it_was_checked() -> None:
    (held,) = make_provider().licenses
    facts = (held.number, held.state, held.status, str(held.verified_at))
    assert facts == ("12345", "CA", "active", "2026-11-01")


@pytest.mark.seed_rule("SR104")
def test_a_title_that_the_state_gives_to_no_licence_is_refused() -> None:
    assert "Counselor" not in titles_in("CA", "lpc")
    assert "licenses" in refusal(license="lpc", licenses=[make_license_facts("Counselor")])


def make_license_facts(title: str) -> dict[str, Any]:
    return {**make_license(), "license": "lpc", "title": title}


@pytest.mark.seed_rule("SR104")
def test_who_calls_themselves_counselor_without_a_licence_offers_support_alone() -> None:
    counselor = make_coach(name="Cora Reed, Counselor")
    assert not is_matched(counselor)
    assert is_matched(counselor, level_of_care="support", services=["support"])


@pytest.mark.seed_rule("SR105")
def test_who_is_unlicensed_wears_a_badge() -> None:
    assert "Not licensed: support only" in [b.text for b in badges_of(make_coach(), TODAY)]
    assert "Not licensed: support only" not in [b.text for b in badges_of(make_provider(), TODAY)]


@pytest.mark.seed_rule("SR111")
def test_a_listing_without_a_service_intent_cannot_be_published() -> None:
    assert "say `psychotherapy`, `support` or `both`" in refusal(service_intent=None)
    assert make_provider(service_intent=None, published=False).service_intent is None


@pytest.mark.seed_rule("SR24")
def test_where_no_format_is_asked_one_on_one_is_found() -> None:
    assert is_matched(make_provider(formats=["individual"]))


@pytest.mark.seed_rule("SR102")
def test_who_asks_for_a_health_plan_sees_no_coach() -> None:
    asked = {"level_of_care": "support", "services": ["support"]}
    assert is_matched(make_coach(), **asked)
    against = matched(make_coach(), **asked, coverage={"payer": "aetna"})
    assert dict(against.excluded) == {"level": 1}


@pytest.mark.seed_rule("SR08")
def test_play_and_parent_work_are_known_as_such() -> None:
    assert MODALITIES["PLAY"].family == "expressive"
    assert ids(matched(make_provider(modalities=[{"code": "PLAY"}]))) == ["ana-lopez"]
