"""What a license lets its holder offer, as the page tells it and as the core decides it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from pydantic import ValidationError

from directory.matching import MatchRequest, match
from directory.providers import Provider
from directory.providers.scope import (
    group_kinds_for,
    intents_for,
    modalities_for,
    services_for,
)
from directory.storage import Keepers
from directory.vocabulary import KINDS, LEVELS_OF_CARE, LICENSES, MODALITIES, SERVICES
from directory.web.access import EXTENSION
from directory.web.patient.listing.profile import profile_of
from directory.web.patient.shortlist.told_facts import facts_of
from directory.web.provider.offer.page import offer_page
from tests.accounts import sign_in, store_account
from tests.factories import make_coach, make_license, make_provider, store
from tests.web.conftest import filled_app, noon

TODAY = date(2026, 11, 21)
COACH = make_coach(
    concerns=["panic", "career"], accepts_suicidality=True, payers=[], age_groups=["adult", "teen"]
)


def is_valid(license: str, **facts: Any) -> bool:
    """Tell whether the rules of a listing allow something to the holder of a license."""
    offered = {"services": [], "modalities": [], "licenses": [], "published": False, **facts}
    try:
        make_provider(license=license, service_intent="support", **offered)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("license", LICENSES)
def test_the_page_says_of_every_license_what_the_rules_allow(license: str) -> None:
    fits = modalities_for(license)[0]
    works = [{"code": fits, "training": "trained"}]
    allowed = [one for one in SERVICES if is_valid(license, services=[one], modalities=works)]
    assert tuple(allowed) == services_for(license)
    for code in MODALITIES:
        offered = is_valid(license, modalities=[{"code": code, "training": "trained"}])
        assert offered == (code in modalities_for(license))
    group = {"name": "One", "theme": "grief", "seats": 8, "open": 1, "schedule": "Mondays"}
    kinds = [
        kind
        for kind in KINDS
        if is_valid(license, formats=["group"], groups=[group | {"kind": kind}])
    ]
    assert tuple(kinds) == group_kinds_for(license)
    page = offer_page(license, "id")
    assert len(page.may_not) + len(services_for(license)) >= len(SERVICES) - 1
    assert page.is_coach == (intents_for(license) == ("support",))


def asking(**changes: Any) -> MatchRequest:
    facts = {"level_of_care": "support", "age_group": "adult", "age": 34, "state": "CA"}
    return MatchRequest.model_validate(facts | changes)


def is_sent(provider: Provider, **changes: Any) -> bool:
    return match(asking(**changes), [provider], TODAY).total == 1


def test_adults_who_want_tools_are_sent_to_a_coach() -> None:
    assert is_sent(COACH, concerns=["career"])


@pytest.mark.parametrize(
    "changes",
    [
        {"safety_flags": ["suicide"]},
        {"safety_flags": ["partner_violence"]},
        {"concerns": ["panic"]},
        {"seeks": "diagnosis"},
        {"on_medication": True},
        {"services": ["medication"]},
        {"coverage": {"payer": "aetna"}},
        {"age_group": "teen", "age": 15},
        *({"level_of_care": level} for level in LEVELS_OF_CARE if level != "support"),
    ],
    ids=str,
)
def test_nobody_else_is_sent_to_a_coach(changes: dict[str, Any]) -> None:
    assert not is_sent(COACH, **changes)


def test_nobody_whose_need_is_urgent_is_sent_to_somebody_in_training() -> None:
    license = make_license(license="associate", title="ASW")
    trainee = make_provider(license="associate", licenses=[license], accepts_suicidality=True)
    for level in ("urgent", "urgent_medical", "soon", "intensive"):
        assert not is_sent(trainee, level_of_care=level)
    for level in ("psychotherapy", "counselling"):
        assert is_sent(trainee, level_of_care=level)


def test_the_card_and_the_page_of_a_coach_say_no_license_and_no_treatment() -> None:
    page = profile_of(COACH, TODAY)
    assert page.card.license == "Coach (no license)"
    assert page.card.license_may == "Gives support, not treatment."
    assert "Not licensed: support only" in [badge.text for badge in page.card.badges]
    assert "does not treat or name health problems" in page.license_about
    assert "Cannot treat mental health problems" in [power.text for power in page.powers]


def test_no_page_says_that_a_coach_helps_with_a_condition() -> None:
    page = profile_of(COACH, TODAY)
    assert page.card.helps_with == "Helps with career change"
    helps = next(row for row in page.rows if row.name == "Helps with")
    assert helps.values == ("Career change",)
    assert facts_of(COACH, TODAY)["Helps with"].values == ("Career change",)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = filled_app(tmp_path)
    directory = app.extensions[EXTENSION]
    store(directory, COACH)
    with directory.database.writing() as session:
        store_account(session, "account-cora", "cora@example.org")
        Keepers(session).add(COACH.id, "account-cora", noon())
    yield app
    directory.close()


def test_a_coach_reads_plainly_what_they_may_offer(app: Flask) -> None:
    page = sign_in(app, "account-cora", noon(), True).get(f"/my/listing/{COACH.id}/offer").text
    assert "Coaching is support. It takes no license, and it is not treatment." in page
    assert "Psychotherapy: it takes a license to treat." in page
    assert "Nobody who told us of danger, of thoughts of suicide or of a condition." in page
    assert "does not treat or name health problems" in page
