"""The task list: how a listing stands, what is to be done, and ways that all lead somewhere."""

import re
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.providers.license_checks import LicenseCheck
from directory.storage import LicenseChecks, Practices, Providers
from tests.conftest import NOW
from tests.factories import make_provider
from tests.provider.editing import save
from tests.provider.visiting import ANA, STUB, directory_of, keeper

HOME = f"/my/listing/{ANA}"
TODAY = NOW.date()
FRESH = {"accepting": "yes", "confirmed_at": TODAY}


def words_of(client: FlaskClient, id: str = ANA) -> str:
    answer = client.get(f"/my/listing/{id}")
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def let_it_be(app: Flask, **facts: object) -> None:
    with directory_of(app).database.writing() as session:
        Providers(session).save(make_provider(**facts))


def note(app: Flask, **facts: object) -> None:
    check = LicenseCheck(STUB, "account-1", NOW)
    with directory_of(app).database.writing() as session:
        LicenseChecks(session).save(replace(check, **facts))


@pytest.mark.parametrize("id", [ANA, STUB])
def test_every_way_leads_somewhere(ana, id):
    links = re.findall(r'href="(/(?:my/listing|providers)/[^"#]+)"', words_with_links(ana, id))
    assert len(set(links)) > 15
    for link in dict.fromkeys(links):
        assert ana.get(link).status_code == 200, link


def words_with_links(client: FlaskClient, id: str) -> str:
    return client.get(f"/my/listing/{id}").text.partition("<main")[2]


def test_what_has_lapsed_wants_a_fresh_word(app, ana):
    let_it_be(app, confirmed={"languages": "2026-08-01", "payers": TODAY, "fee": TODAY})
    told = words_of(ana)
    assert "Languages Was good until October 30, 2026. Still true?" in told
    assert "Insurance and fees Done" in told
    assert "Say what is still true" in told


def test_a_section_says_if_it_is_begun_held_or_to_mend(app, ana):
    directory = directory_of(app)
    save(directory, ANA, "services", services=["medication"])
    save(directory, STUB, "languages", languages=["en"])
    assert "What you offer Medication needs a prescriber" in words_of(ana)
    assert "Languages Done" in words_of(ana, STUB)
    assert "Kinds of therapy Not begun" in words_of(ana, STUB)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"availability": FRESH}, "Public Patients can find you."),
        (
            {"availability": {"accepting": "no", "paused_until": "2027-01-31"}},
            "Paused Patients see that you take nobody new until January 31, 2027.",
        ),
        ({"hidden_since": "2026-11-01"}, "Resting Nobody has said for a long time"),
        ({"published": False}, "Hidden Patients cannot see this listing."),
    ],
)
def test_it_says_how_the_listing_stands(app, ana, facts, says):
    let_it_be(app, **facts)
    assert says in words_of(ana)


def test_it_says_what_a_check_waits_for(app, ana):
    assert "Not public yet Patients see the entry of the public register" in words_of(ana, STUB)
    note(app)
    assert "Waiting for a check" in words_of(ana, STUB)
    assert f'href="/my/listing/{STUB}/publish"' not in words_with_links(ana, STUB)
    note(app, reason="No such number in California.")
    assert "Sent back We could not check it yet: No such number" in words_of(ana, STUB)


def test_who_edits_for_a_practice_is_led_to_nothing_that_is_not_theirs(app):
    with directory_of(app).database.writing() as session:
        practices = Practices(session)
        practices.add("house", "House", NOW)
        practices.add_manager("house", "account-2", NOW)
        practices.join("house", ANA, NOW)
    manager = keeper(app, "account-2")
    links = re.findall(r'href="(/my/listing/[^"#]+)"', words_with_links(manager, ANA))
    assert f"{HOME}/license" not in links
    for link in links:
        assert manager.get(link).status_code == 200, link
