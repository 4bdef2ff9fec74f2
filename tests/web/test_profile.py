"""The page of one provider: what is known, what is not, and since when."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from directory.web.patient.listing.cards import card_of
from directory.web.patient.listing.profile import profile_of
from tests.factories import make_license
from tests.web.people import TODAY, therapist


def profile(client: FlaskClient, id: str) -> str:
    page = client.get(f"/providers/{id}").get_data(as_text=True)
    return page[page.index("<main") : page.index("</main>")]


def test_a_profile_says_when_a_fact_was_last_confirmed(client: FlaskClient) -> None:
    assert "Confirmed 40 days ago" in profile(client, "lcsw-1")


def test_a_profile_says_what_is_not_known(client: FlaskClient) -> None:
    page = profile(client, "stale-1")
    unknown = page[page.index("What we do not know") :]
    assert "<li>cost</li>" in unknown
    assert "<li>insurance</li>" in unknown
    assert "Last confirmed 2 months ago. Call to check" in page


def test_a_profile_tells_the_licence_its_state_and_who_checked_it(client: FlaskClient) -> None:
    page = profile(client, "lcsw-1")
    assert "number 12345" in page
    assert "good until December 31, 2027" in page
    assert "checked 30 days ago" in page


def test_a_provider_is_reached_without_us_in_between(client: FlaskClient) -> None:
    page = profile(client, "lcsw-1")
    assert 'href="tel:+14155550100"' in page
    assert re.search(r'href="https://example.org/me" rel="noopener noreferrer"', page)


def test_a_listing_from_the_register_states_only_what_the_register_says(
    client: FlaskClient,
) -> None:
    page = profile(client, "register-1")
    assert "From a public list" in page
    assert "This person has not joined this site" in page
    assert "Openings, cost and insurance: not known" in page
    assert "taking new" not in page.lower()
    assert "We have not checked this license." in page
    assert "Licensed to treat" not in page
    assert "Licensed to treat" in profile(client, "lcsw-1")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Licensed to treat."),
        ({"expires": "2026-11-20"}, "We know of no active license."),
        ({"status": "revoked"}, "We know of no active license."),
        ({"status": "unverified"}, "We have not checked this license."),
    ],
)
def test_a_card_says_what_somebody_may_do_only_where_a_license_is_active(
    changes: dict[str, str], words: str
) -> None:
    card = card_of(therapist("x", "Xu Lin", licenses=[make_license(**changes)]), date(2026, 11, 21))
    assert card.license_may.startswith(words)


def test_a_coach_is_said_to_be_unlicensed(client: FlaskClient) -> None:
    page = profile(client, "coach-1")
    assert "Not licensed: support only" in page
    assert "Insurance most often does not pay" not in profile(client, "lcsw-1")


def test_a_group_is_told_with_its_open_seats(client: FlaskClient) -> None:
    page = profile(client, "lmft-1")
    assert "Calm Tuesday" in page
    assert "3 of 8 seats open, start date not known" in page


def test_a_profile_says_once_what_no_one_has_confirmed(client: FlaskClient) -> None:
    page = profile(client, "lcsw-1")
    assert page.count("No one has confirmed") == 1
    assert "No one has confirmed the facts that have no date." in page
    assert "No one has confirmed these facts." in profile(client, "register-1")


def test_a_profile_folds_the_good_licenses_of_further_states_and_no_other() -> None:
    held = [make_license(state=state) for state in ("CA", "FL", "IL", "NY")]
    ended = make_license(state="TX", expires="2026-11-20")
    page = profile_of(therapist("x", "Xu Lin", licenses=[*held, ended]), TODAY)
    assert [row.state for row in page.licenses] == ["Texas", "California", "Florida"]
    assert page.more_states == "Illinois and New York"
    assert profile_of(therapist("x", "Xu Lin", licenses=held[:3]), TODAY).more_states == ""


def test_whoever_calls_is_not_told_to_say_what_it_is_about(client: FlaskClient) -> None:
    assert "You do not have to say what it is about." in profile(client, "lcsw-1")
