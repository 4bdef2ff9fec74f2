"""A listing as patients will see it, and for whom it would be shown: what a keeper reads."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.providers.drafts import fingerprint, section_values
from directory.providers.history import Author
from directory.storage import Exposures, Keepers
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.save_section import save_section
from tests.accounts import sign_in, store_account
from tests.factories import make_coach, make_provider, make_unclaimed, store
from tests.web.conftest import filled_app, noon

KEEPER = "account-keeper"
HIDDEN = make_provider(
    id="hidden",
    name="Hanna Wolf",
    published=False,
    offers_conversion_practices=False,
    email="hanna@practice.example",
    confirmed={"payers": "2026-11-01"},
)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = filled_app(tmp_path)
    directory = app.extensions[EXTENSION]
    coach = make_coach(id="coach", concerns=["career"], offers_conversion_practices=False)
    store(directory, HIDDEN, make_unclaimed(id="stub"), coach)
    with directory.database.writing() as session:
        store_account(session, KEEPER, "hanna@example.org")
        for id in ("hidden", "stub", "coach", "lcsw-1"):
            Keepers(session).add(id, KEEPER, noon())
    yield app
    directory.close()


@pytest.fixture
def keeper(app: Flask) -> FlaskClient:
    return sign_in(app, KEEPER, noon(), True)


def seen(client: FlaskClient, page: str, id: str = "hidden") -> str:
    answer = client.get(f"/my/listing/{id}/{page}")
    assert answer.status_code == 200
    return answer.text


def save(app: Flask, id: str, section: str, values: dict[str, Any]) -> None:
    directory: Directory = app.extensions[EXTENSION]
    before = fingerprint(section_values(drafted_listing(directory, id).values, section))
    save_section(directory, id, section, values, Author("provider", KEEPER), before)


def test_a_listing_that_is_not_public_is_shown_as_patients_will_see_it(
    app: Flask, keeper: FlaskClient
) -> None:
    page = seen(keeper, "preview")
    assert "This is a preview." in page
    assert "Patients do not see this listing yet." in page
    assert page.count("Hanna Wolf") > 3
    assert "In their own words" in page
    assert app.test_client().get("/providers/hidden").status_code == 404


def test_what_was_saved_and_is_not_public_is_in_the_preview(
    app: Flask, keeper: FlaskClient
) -> None:
    save(app, "hidden", "costs", {"payers": ["cigna"], "fee": None})
    page = seen(keeper, "preview")
    assert "Takes Cigna" in page
    assert "Takes Aetna" not in page


def test_a_public_listing_without_drafts_is_shown_as_it_is(keeper: FlaskClient) -> None:
    assert "This is what patients see now." in seen(keeper, "preview", "lcsw-1")


def test_the_crisis_strip_stays_and_nothing_else_in_a_preview_does_anything(
    keeper: FlaskClient,
) -> None:
    page = seen(keeper, "preview")
    assert 'href="tel:988"' in page
    assert 'action="/shortlist' not in page
    assert 'form="keep-form"' not in page
    assert "/providers/hidden" not in page
    assert page.count("Write a message</button>") == 1
    assert page.count("disabled aria-disabled") == 3
    assert 'content="noindex"' in page


def test_a_preview_counts_nobody_as_seen(app: Flask, keeper: FlaskClient) -> None:
    directory: Directory = app.extensions[EXTENSION]
    seen(keeper, "preview", "lcsw-1")
    seen(keeper, "reach", "lcsw-1")
    directory.showings.write()
    directory.views.write()
    with directory.database.reading() as session:
        assert not Exposures(session).between(noon().date(), noon().date().replace(year=2027))
        assert session.connection().exec_driver_sql("SELECT count(*) FROM view_count").scalar() == 0


def test_before_a_listing_is_whole_both_pages_say_what_is_missing(keeper: FlaskClient) -> None:
    for page in ("preview", "reach"):
        text = seen(keeper, page, "stub")
        assert "Say if you offer psychotherapy, support or both." in text
        assert 'href="/my/listing/stub/services"' in text


def test_reach_tells_the_place_and_the_reasons_as_the_person_reads_them(
    keeper: FlaskClient,
) -> None:
    page = seen(keeper, "reach")
    assert "Hanna Wolf</span>, as the listing would be with what you saved," in page
    assert "An adult of 34 in California" in page
    assert "You would be number " in page
    assert "How well you fit what they need: " in page
    assert "a first choice for panic attacks" in page


def test_reach_says_what_is_against_it_and_where_to_mend_it(keeper: FlaskClient) -> None:
    page = seen(keeper, "reach")
    assert "You would not be shown" in page
    assert "You have not said whether you work with thoughts of suicide" in page
    assert 'href="/my/listing/hidden/services">Change “What you offer”</a>' in page


def test_a_license_that_waits_for_its_check_is_named_as_what_is_against_it(
    app: Flask, keeper: FlaskClient
) -> None:
    license = HIDDEN.licenses[0].model_copy(update={"status": "unverified", "verified_at": None})
    store(app.extensions[EXTENSION], HIDDEN.model_copy(update={"licenses": (license,)}))
    page = seen(keeper, "reach")
    assert page.count("Your license in California has not been checked by us yet.") == 3


def test_reach_lists_what_is_missing_with_what_it_costs(keeper: FlaskClient) -> None:
    page = seen(keeper, "reach")
    assert "Your listing states " in page
    assert "<strong>Whether you work with thoughts of suicide.</strong> No answer counts" in page


def test_a_coach_reads_that_not_to_be_shown_for_treatment_is_no_fault(
    keeper: FlaskClient,
) -> None:
    assert "That is no fault of your listing." in seen(keeper, "reach", "coach")


@pytest.mark.parametrize("page", ["preview", "reach", "photo"])
def test_nobody_else_sees_these_pages(app: Flask, page: str) -> None:
    with app.extensions[EXTENSION].database.writing() as session:
        store_account(session, "account-other", "other@example.org")
    other = sign_in(app, "account-other", noon(), True)
    assert other.get(f"/my/listing/hidden/{page}").status_code == 404
    assert app.test_client().get(f"/my/listing/hidden/{page}").status_code == 303
