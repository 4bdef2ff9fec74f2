"""Fear of a partner: no couple work, and not a word that gives it away."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from directory.matching import MatchOutcome
from directory.vocabulary import MODALITIES
from directory.vocabulary.evidence import EVIDENCE
from tests.factories import make_provider
from tests.matching.asking import (
    asking,
    is_matched,
    matched,
    points_of,
    reason_against,
    reason_of,
    the_match,
)

FEARED: dict[str, Any] = {"safety_flags": ["partner_violence"]}
COUPLE_WORK = [
    code
    for code, modality in MODALITIES.items()
    if "couples" in modality.formats and "individual" not in modality.formats
]
TELLING = re.compile(r"partner|violen|abus|hurt|frighten|batter|domestic|IPV|couple", re.IGNORECASE)


def sentences(outcome: MatchOutcome) -> Iterator[str]:
    """Yield all that the matcher itself says, the reasons of the count included."""
    for found in outcome.matches:
        yield from (reason.text for reason in found.reasons)
        for need in found.needs:
            yield from (need.need, need.text)
        yield from (*found.cautions, *found.not_checked, *found.questions)
        yield from words_in(asdict(found.expect))
    yield from (relaxation.drop for relaxation in outcome.relaxations)
    yield from words_in(asdict(outcome.plan))


def words_in(part: Any) -> Iterator[str]:
    """Yield every text in a record, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from words_in(list(part.values()))
    elif isinstance(part, list | tuple):
        for one in part:
            yield from words_in(one)


def test_couples_asked_for_become_one_on_one() -> None:
    assert asking(**FEARED, formats=["couples", "group"]).asked_formats == ("individual", "group")
    assert is_matched(make_provider(), **FEARED, formats=["couples"])


def test_a_couples_format_does_not_count_as_a_fit() -> None:
    pair_and_family = make_provider(formats=["couples", "family"])
    assert reason_against(pair_and_family, **FEARED, formats=["couples"]) == "format"


def test_nobody_who_offers_couples_work_alone_is_shown() -> None:
    assert reason_against(make_provider(formats=["couples"]), **FEARED) == "partner_violence"


def test_nobody_is_shown_whose_every_modality_is_couple_work_and_who_names_no_format() -> None:
    modalities = [{"code": "EFCT"}, {"code": "GOTTMAN"}]
    provider = make_provider(formats=[], modalities=modalities)
    assert reason_against(provider, **FEARED) == "partner_violence"


def test_couples_and_groups_alone_are_not_shown_in_acute_need() -> None:
    provider = make_provider(formats=["couples", "group"], accepts_suicidality=True)
    assert reason_against(provider, **FEARED, level_of_care="urgent") == "partner_violence"


def test_somebody_who_also_works_one_on_one_is_shown() -> None:
    assert is_matched(make_provider(formats=["individual", "couples"]), **FEARED)


def test_without_the_flag_couples_work_is_welcome() -> None:
    assert is_matched(make_provider(formats=["couples"]), formats=["couples"])


def test_no_relaxation_brings_couples_work_back() -> None:
    pair_only = make_provider(id="pair", formats=["couples"])
    family = make_provider(id="family", formats=["family"])
    outcome = matched(pair_only, family, **FEARED, formats=["individual"])
    assert [(r.drop, r.total) for r in outcome.relaxations] == [("formats", 1)]
    assert [m.provider.id for m in matched(pair_only, family, **FEARED).matches] == ["family"]


@pytest.mark.parametrize(
    ("concern", "modality"),
    sorted({(row.concern, row.modality) for row in EVIDENCE if row.modality in COUPLE_WORK}),
)
def test_a_couples_modality_is_never_the_reason(concern: str, modality: str) -> None:
    formats, request = ["individual", "couples", "group"], FEARED | {"concerns": [concern]}
    couple_work = make_provider(formats=formats, modalities=[{"code": modality}])
    something_else = make_provider(formats=formats, modalities=[{"code": "GESTALT"}])
    found, plain = the_match(couple_work, **request), the_match(something_else, **request)
    assert reason_of(found, "need") == reason_of(plain, "need")
    assert points_of(found, "need") == points_of(plain, "need")


def test_what_was_tested_with_couples_is_not_a_reason_either() -> None:
    provider = make_provider(modalities=[{"code": "SEXTX"}], concerns=[])
    found = the_match(provider, **FEARED, concerns=["sexual_dysfunction"])
    assert "sex therapy" not in reason_of(found, "need")


def test_a_wish_for_couple_work_is_not_asked_of_anybody() -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "must"}
    found = the_match(make_provider(), **FEARED, preferences=[wish])
    assert found.needs == the_match(make_provider(), **FEARED).needs


def test_a_wish_against_couple_work_still_holds() -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "avoid"}
    provider = make_provider(modalities=[{"code": "EFCT"}, {"code": "CBT"}])
    assert reason_against(provider, **FEARED, preferences=[wish]) == "must_have"


@pytest.mark.parametrize("concern", ["ipv_survivor", "ipv_perpetrator"])
@pytest.mark.parametrize("names_it", [True, False])
def test_nothing_in_the_answer_gives_it_away(concern: str, names_it: bool) -> None:
    modalities = [{"code": "IPVADV"}, {"code": "BIP"}, {"code": "CPT"}, {"code": "EFCT"}]
    provider = make_provider(
        formats=["individual", "couples", "group"],
        modalities=modalities,
        concerns=[concern] if names_it else [],
        availability={"accepting": "unknown"},
        payers=[],
    )
    outcome = matched(
        provider,
        **FEARED,
        concerns=[concern],
        formats=["couples"],
        coverage={"payer": "aetna"},
        preferences=[
            {"factor": "modality", "value": "IPVADV", "strength": "prefer"},
            {"factor": "modality", "value": "GOTTMAN", "strength": "prefer"},
        ],
    )
    assert outcome.total == 1
    said = [words for words in sentences(outcome) if TELLING.search(words)]
    assert said == []


def test_couples_work_that_is_avoided_is_not_named() -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "avoid"}
    named, veiled = (
        [need.text for need in the_match(make_provider(), **flags, preferences=[wish]).needs]
        for flags in ({}, FEARED)
    )
    unconfirmed = "No one has confirmed this."
    assert f"Does not list emotionally focused couple therapy. {unconfirmed}" in named
    assert f"Does not list the kind of help you chose. {unconfirmed}" in veiled


@pytest.mark.parametrize("wish", [("structure", "structured"), ("length", "brief")])
def test_couples_work_does_not_say_how_somebody_works(wish: tuple[str, str]) -> None:
    factor, value = wish
    asked = {"factor": factor, "value": value, "strength": "must"}
    pairs = make_provider(modalities=[{"code": "IBCT"}, {"code": "PDT"}])
    assert is_matched(pairs, preferences=[asked])
    assert reason_against(pairs, **FEARED, preferences=[asked]) == "must_have"
