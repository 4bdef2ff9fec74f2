"""What to expect of one provider: the kind of work, its length, a session and the whole cost."""

from typing import Any

import pytest

from directory.matching.outcome import Expect, TotalCost
from directory.providers import Provider
from directory.vocabulary import MODALITIES
from tests.factories import make_coach, make_provider
from tests.matching.asking import holder_of, prescriber, the_match

SUPPORTER = {"services": ["support"], "service_intent": "support"}


def expected(provider: Provider, **changes: Any) -> Expect:
    return the_match(provider, **changes).expect


def told(*codes: str, **changes: Any) -> str | None:
    """Return the kind that is told of somebody who offers some in this order."""
    who = make_provider(modalities=[{"code": code} for code in codes])
    return expected(who, **changes).modality


@pytest.mark.seed_rule("SR53", "SR100", "SR101")
def test_all_is_told_of_one_kind() -> None:
    assert expected(make_provider(), concerns=["panic"]) == Expect(
        modality="CBT",
        length="Often 12 to 20 sessions.",
        session=MODALITIES["CBT"].about,
        total_cost=TotalCost(
            1080.0, 3200.0, "All sessions may cost $1,080 to $3,200 before any plan pays."
        ),
    )


def test_the_kind_with_the_best_grade_for_the_first_concern_is_told() -> None:
    assert told("GESTALT", "PDT", "CBT", concerns=["panic"]) == "CBT"
    assert told("CBT", "PDT", "GESTALT", concerns=["relationship_patterns"]) == "PDT"
    assert told("GESTALT", "CBT", "PDT", concerns=["relationship_patterns", "panic"]) == "CBT"


def test_among_equals_training_decides_then_the_order_of_the_listing() -> None:
    verified = {"code": "BA", "training": "trained", "verified_at": "2026-10-01"}
    who = make_provider(modalities=[{"code": "CBT"}, verified])
    assert expected(who, concerns=["depression"]).modality == "BA"
    assert told("CBT", "BA", concerns=["depression"]) == "CBT"
    assert told("BA", "CBT", concerns=["depression"]) == "BA"


def test_without_a_grade_the_first_kind_is_told() -> None:
    assert told("GESTALT", "EXIST") == "GESTALT"
    assert told("EXIST", "GESTALT", concerns=["panic"]) == "EXIST"


def test_a_grade_for_a_telling_concern_decides_nothing_and_no_telling_kind_is_told() -> None:
    feared = {"safety_flags": ["partner_violence"], "concerns": ["ipv_survivor"]}
    assert told("GESTALT", "CPT", **feared) == "GESTALT"
    assert told("IPVADV", "CPT", **feared) == "CPT"
    helper = make_provider(modalities=[{"code": "IPVADV"}], **SUPPORTER)
    assert expected(helper, level_of_care="counselling").modality == "SUPP"


def test_couple_work_is_not_told_where_a_partner_is_feared() -> None:
    assert told("EFCT", "GESTALT", safety_flags=["partner_violence"]) == "GESTALT"
    assert told("EFCT", "GESTALT") == "EFCT"
    helper = make_provider(modalities=[{"code": "PREP"}], formats=["group"], **SUPPORTER)
    asked = {"level_of_care": "counselling"}
    assert expected(helper, **asked).modality == "PREP"
    assert expected(helper, **asked, safety_flags=["partner_violence"]).modality == "SUPP"


def test_work_in_groups_alone_is_not_told_in_acute_need() -> None:
    who = {"level_of_care": "urgent"}
    assert told("PROC", "GESTALT", **who) == "GESTALT"
    assert told("PROC", "GESTALT") == "PROC"


def test_a_grade_that_cannot_be_had_as_asked_for_decides_nothing() -> None:
    who = make_provider(
        modalities=[{"code": "GESTALT"}, {"code": "EFCT"}], formats=["individual", "couples"]
    )
    asked = {"concerns": ["relationship_distress"]}
    assert expected(who, **asked).modality == "EFCT"
    assert expected(who, **asked, formats=["individual"]).modality == "GESTALT"


def test_whoever_offers_nothing_that_may_be_told_has_nothing_to_expect() -> None:
    feared = {"safety_flags": ["partner_violence"]}
    who = make_provider(modalities=[{"code": "EFCT"}], formats=["individual", "couples"])
    assert expected(who, **feared) == Expect()


def test_a_prescriber_talks_about_medicine() -> None:
    found = expected(prescriber(modalities=[{"code": "CBT"}]), services=["medication"])
    assert found == Expect(modality="MEDS", length=None, session=MODALITIES["MEDS"].about)


def test_one_who_is_both_is_told_by_how_they_talk() -> None:
    who = holder_of("psychiatrist", modalities=[{"code": "MEDS"}, {"code": "PDT"}])
    assert expected(who).modality == "PDT"


def test_a_tester_is_told_by_tests() -> None:
    who = holder_of("psychologist", services=["testing"], modalities=[{"code": "TEST"}])
    assert expected(who, services=["testing"]).modality == "TEST"


@pytest.mark.seed_rule("SR75")
def test_support_is_told_by_what_supports() -> None:
    asked = {"level_of_care": "counselling"}
    named = make_provider(modalities=[{"code": "CBT"}, {"code": "GRIEFC"}], **SUPPORTER)
    assert expected(named, **asked).modality == "GRIEFC"
    unnamed = make_provider(modalities=[{"code": "CBT"}], **SUPPORTER)
    assert expected(unnamed, **asked).modality == "SUPP"
    yoga = make_provider(modalities=[{"code": "YOGA"}], services=["complementary"])
    assert expected(yoga, services=["complementary"]).modality == "YOGA"


def test_a_coach_coaches_unless_they_name_something_else() -> None:
    asked = {"level_of_care": "support"}
    assert expected(make_coach(), **asked).modality == "COACH"
    assert expected(make_coach(modalities=[{"code": "CAREER"}]), **asked).modality == "CAREER"


@pytest.mark.parametrize(
    ("code", "length"),
    [
        ("WET", "Often about 5 sessions."),
        ("PE", "Often 8 to 15 sessions."),
        ("PSYAN", "There is often no set end. You decide as you go."),
    ],
)
def test_a_length_is_a_number_a_range_or_open(code: str, length: str) -> None:
    assert expected(make_provider(modalities=[{"code": code}])).length == length


@pytest.mark.seed_rule("SR100")
@pytest.mark.parametrize(
    ("code", "fee", "cost"),
    [
        ("WET", {"min": 100, "max": 100}, (500, 500, "$500")),
        ("WET", {"min": 100, "max": 150}, (500, 750, "$500 to $750")),
        ("PE", {"min": 100, "max": 100}, (800, 1500, "$800 to $1,500")),
        ("WET", {"min": 0, "max": 20}, (0, 100, "$0 to $100")),
        ("WET", {"min": 0, "max": 0.2}, (0, 1, "$0 to $1")),
    ],
)
def test_the_whole_cost_is_fee_times_length(
    code: str, fee: dict[str, float], cost: tuple[float, float, str]
) -> None:
    who = make_provider(modalities=[{"code": code}], fee=fee)
    least, most, words = cost
    text = f"All sessions may cost {words} before any plan pays."
    assert expected(who).total_cost == TotalCost(least, most, text)


@pytest.mark.parametrize(
    ("code", "fee"),
    [
        ("WET", None),
        ("WET", {"min": 0, "max": 0}),
        ("PSYAN", {"min": 100, "max": 100}),
        ("TEST", {"min": 100, "max": 100}),
    ],
)
def test_where_either_is_not_known_or_it_is_free_no_cost_is_told(
    code: str, fee: dict[str, float] | None
) -> None:
    who = holder_of(
        "psychologist", modalities=[{"code": code}], fee=fee, services=["testing", "psychotherapy"]
    )
    assert expected(who).total_cost is None


@pytest.mark.seed_rule("SR76")
def test_a_session_that_looks_deeper_is_told_in_plain_words() -> None:
    found = the_match(make_provider(modalities=[{"code": "PDT"}])).expect
    assert found.session == MODALITIES["PDT"].about
    assert "patterns that began long ago" in found.session
