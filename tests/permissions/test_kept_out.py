"""What somebody sees who is kept out, and that nothing they typed is lost."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import make_npi
from tests.permissions.oracle import STRANGER
from tests.permissions.world import address_for, policy_for, rules, things_of, visitor, world

OURS = {"Sec-Fetch-Site": "same-origin"}
THEIRS = {"Sec-Fetch-Site": "cross-site"}
FORM = "/my/practice/new"
_HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    return visitor(app, STRANGER)


def held(html: str) -> list[tuple[str, str]]:
    """Return the fields that a page holds, without its token."""
    fields = [(name, unescape(value)) for name, value in _HIDDEN.findall(html)]
    return [field for field in fields if field[0] != "csrf_token"]


def test_the_way_in_leads_back_to_the_page_that_was_asked_for(stranger: FlaskClient) -> None:
    answer = stranger.get("/my/find-listing?q=Ana+Lopez")
    assert answer.status_code == 303
    expected = "/account/sign-in?next=%2Fmy%2Ffind-listing%3Fq%3DAna%2BLopez"
    assert answer.headers["Location"] == expected


def test_a_form_of_somebody_signed_out_is_held_with_all_that_was_typed(
    stranger: FlaskClient,
) -> None:
    words = 'Words with <b> & "quotes"\nand lines'
    typed = {"name": words, "payers": ["aetna", "cigna"]}
    answer = stranger.post(FORM, data=typed, headers=OURS)
    assert answer.status_code == 403
    assert held(answer.text) == [("name", words), ("payers", "aetna"), ("payers", "cigna")]
    assert f'action="{FORM}"' in answer.text
    assert "/account/sign-in" in answer.text


def test_no_password_or_code_is_written_back_into_a_page(stranger: FlaskClient) -> None:
    typed = {"name": "x", "password": "canary", "new_password": "canary", "code": "canary"}
    answer = stranger.post(FORM, data=typed, headers=OURS)
    assert "canary" not in answer.text
    assert "You will be asked for them again" in answer.text


def test_what_another_site_sends_is_never_held(app: Flask, stranger: FlaskClient) -> None:
    answer = stranger.post(FORM, data={"name": "canary"}, headers=THEIRS)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/account/sign-in?next=%2Fmy%2Flisting"
    # A browser that does not say where a form comes from sends none of our cookies from elsewhere.
    assert stranger.post(FORM, data={"name": "canary"}).status_code == 303


def test_a_form_without_a_second_factor_is_held_until_there_is_one(app: Flask) -> None:
    weak = visitor(app, "keeper", "no second factor")
    answer = weak.post(FORM, data={"name": "Rose Garden"}, headers=OURS)
    assert held(answer.text) == [("name", "Rose Garden")]
    assert 'href="/account/security"' in answer.text


def test_a_form_whose_token_is_of_an_earlier_session_can_be_sent_again(tmp_path: Path) -> None:
    with world(tmp_path) as app:
        app.config["WTF_CSRF_ENABLED"] = True
        keeper = visitor(app, "keeper")
        typed = {"csrf_token": "grown old", "name": "Rose Garden"}
        answer = keeper.post(FORM, data=typed, headers=OURS)
        assert answer.status_code == 400
        assert held(answer.text) == [("name", "Rose Garden")]
        token = re.search(r'action="/my/practice/new".*?value="([^"]+)"', answer.text, re.DOTALL)
        assert token
        again = {"csrf_token": token[1], "name": "Rose Garden"}
        assert keeper.post(FORM, data=again, headers=OURS).status_code == 303
        # What another site sends gets no token of ours.
        assert "Rose Garden" not in keeper.post(FORM, data=typed, headers=THEIRS).text


def test_an_account_without_a_listing_finds_two_doors(app: Flask) -> None:
    bystander = visitor(app, "bystander")
    assert bystander.get("/my/listing").headers["Location"] == "/my/find-listing"
    page = bystander.get("/my/find-listing")
    assert "/my/new-listing" in page.text
    assert "Is your listing here already?" in page.text


def test_an_account_with_one_listing_comes_straight_to_it(app: Flask) -> None:
    answer = visitor(app, "keeper").get("/my/listing")
    assert answer.headers["Location"] == "/my/listing/listing-aaaa"


def test_a_manager_finds_the_practice_and_its_listings(app: Flask) -> None:
    page = visitor(app, "manager").get("/my/listing")
    assert "/my/practice/practice-aaaa" in page.text
    assert "/my/listing/listing-aaaa" in page.text
    assert "bbbb" not in page.text


def test_whoever_waits_for_a_claim_finds_how_it_stands(app: Flask) -> None:
    page = visitor(app, "claimant").get("/my/listing")
    assert 'href="/claims/claim-aaaa"' in page.text
    assert "It waits for us" in page.text
    assert "bbbb" not in page.text


@pytest.mark.parametrize("typed", ["Ana", "NPI", "ana lopez"])
def test_a_listing_is_found_by_name_or_npi(app: Flask, typed: str) -> None:
    query = make_npi(0) if typed == "NPI" else typed
    page = visitor(app, "bystander").get("/my/find-listing", query_string={"q": query})
    assert 'href="/claim/listing-aaaa"' in page.text


def test_a_search_for_nobody_says_so_and_one_for_nothing_asks_for_a_name(app: Flask) -> None:
    bystander = visitor(app, "bystander")
    assert "We found nobody" in bystander.get("/my/find-listing?q=zzzz").text
    assert "Type your name or your NPI" in bystander.get("/my/find-listing?q=").text


def test_a_stranger_who_sends_too_much_is_shown_nothing_of_a_room(
    app: Flask, stranger: FlaskClient
) -> None:
    """Some rooms answer it with their own page."""
    shown = []
    for rule in rules(app):
        if "POST" not in (rule.methods or ()) or policy_for(rule).who == "anyone":
            continue
        _, arguments = next(iter(things_of(rule)))
        address = address_for(app, rule, arguments)
        claimed = {
            "CONTENT_LENGTH": "900000000",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
        }
        answer = stranger.post(address, environ_overrides=claimed, headers=OURS)
        if answer.status_code not in {303, 403, 404}:
            shown.append((address, answer.status_code))
    assert not shown
