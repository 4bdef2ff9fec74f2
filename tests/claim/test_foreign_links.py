"""Links and claims in the wrong hands, too late, or used before."""

import re
from datetime import timedelta

from tests.claim.people import (
    CLAIMANT,
    LISTING,
    ON_FILE,
    as_account,
    claim,
    keepers,
    links_in,
    recipients,
    register_stub,
    stored_claim,
)
from tests.factories import make_provider, store
from tests.web.mailing import Office, words_on


def test_a_link_works_for_the_account_that_asked_alone(here: Office) -> None:
    claim_id = claim(here)
    proof = links_in(here, ON_FILE)[0]
    eve = as_account(here, "eve")
    assert eve.see(proof).status_code == 404
    token = re.search(r'csrf_token" value="([^"]+)"', eve.see(f"/claim/{LISTING}").text)
    assert token
    assert eve.client.post(proof, data={"csrf_token": token[1]}).status_code == 404
    assert stored_claim(here, claim_id).state == "proof_sent"


def test_whoever_is_not_signed_in_is_led_to_sign_in(here: Office) -> None:
    claim(here)
    proof = links_in(here, ON_FILE)[0]
    answer = here.person().see(proof)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/account/sign-in?next=%2Fclaims%2Fproof%2F")


def test_to_look_at_a_link_uses_nothing_up(here: Office) -> None:
    claim_id = claim(here)
    una, proof = as_account(here, "una"), links_in(here, ON_FILE)[0]
    for _ in range(2):
        assert una.see(proof).status_code == 200
    assert stored_claim(here, claim_id).state == "proof_sent"


def test_a_link_works_once(here: Office) -> None:
    claim(here)
    una, proof = as_account(here, "una"), links_in(here, ON_FILE)[0]
    assert una.submit(proof).status_code == 303
    assert una.see(proof).status_code == 404


def test_a_link_is_over_after_two_days_and_another_may_be_had(here: Office) -> None:
    claim_id = claim(here)
    proof = links_in(here, ON_FILE)[0]
    here.clock.passed += timedelta(hours=48)
    una = as_account(here, "una")
    assert una.see(proof).status_code == 404
    assert "is over" in words_on(una.see(f"/claims/{claim_id}"))
    assert una.see(f"/claim/{LISTING}").headers["Location"] == f"/claims/{claim_id}"
    again = una.see(f"/claims/{claim_id}").text
    token = re.search(r'csrf_token" value="([^"]+)"', again)
    assert token
    una.client.post(f"/claims/{claim_id}/way", data={"csrf_token": token[1], "way": "email"})
    assert stored_claim(here, claim_id).state == "proof_sent"
    assert una.submit(links_in(here, ON_FILE)[0]).status_code == 303


def test_a_new_link_makes_the_last_one_worthless(here: Office) -> None:
    claim_id = claim(here)
    una, first = as_account(here, "una"), links_in(here, ON_FILE)[0]
    token = re.search(r'csrf_token" value="([^"]+)"', una.see(f"/claims/{claim_id}").text)
    assert token
    una.client.post(f"/claims/{claim_id}/way", data={"csrf_token": token[1], "way": "email"})
    assert una.see(first).status_code == 404


def test_the_contact_on_file_says_that_it_was_not_them(here: Office) -> None:
    claim_id = claim(here)
    not_me = links_in(here, ON_FILE)[1]
    stranger = here.person()
    assert stranger.see(not_me).status_code == 200
    assert stored_claim(here, claim_id).state == "proof_sent"
    assert stranger.submit(not_me).status_code == 200
    assert stored_claim(here, claim_id).state == "rejected"
    assert as_account(here, "una").see(links_in(here, ON_FILE)[0]).status_code == 404


def test_a_guessed_link_opens_nothing(here: Office) -> None:
    for kind in ("proof", "not-me", "stop"):
        assert as_account(here, "una").see(f"/claims/{kind}/{'x' * 43}").status_code == 404


def test_a_claim_of_somebody_else_is_as_good_as_absent(here: Office) -> None:
    claim_id = claim(here)
    eve = as_account(here, "eve")
    for path in ("", "/way", "/code", "/answer", "/withdraw"):
        found, absent = f"/claims/{claim_id}{path}", f"/claims/{'0' * 24}{path}"
        ask = eve.client.post if path else eve.see
        assert ask(found).status_code == ask(absent).status_code == 404
        assert ask(found).text.replace(claim_id, "") == ask(absent).text.replace("0" * 24, "")


def test_a_hidden_listing_and_none_at_all_are_answered_alike(here: Office) -> None:
    store(here.directory, make_provider(id="hidden-listing", published=False))
    una = as_account(here, "una")
    hidden, absent = una.see("/claim/hidden-listing"), una.see("/claim/absent-listing")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.text == absent.text


def test_the_page_shows_no_more_of_a_contact_than_its_mask(here: Office) -> None:
    page = as_account(here, "eve").see(f"/claim/{LISTING}").text
    for secret in (ON_FILE, "front.desk", "555-0123", "1 Main Street", "94601"):
        assert secret not in page


def test_two_may_ask_for_one_listing_and_neither_keeps_it(here: Office) -> None:
    claim(here, "una")
    claim(here, "eve", way="phone")
    assert keepers(here) == ()
    assert recipients(here) == [ON_FILE]
    assert CLAIMANT not in recipients(here)


def test_nobody_asks_for_more_than_three_listings_at_once(here: Office) -> None:
    for number in range(4):
        store(here.directory, register_stub(id=f"stub-{number}", npi=None))
    una = as_account(here, "una")
    asked = [una.submit(f"/claim/stub-{number}", way="phone").status_code for number in range(4)]
    assert asked == [303, 303, 303, 422]


def test_asking_twice_leads_to_the_first_claim(here: Office) -> None:
    first = claim(here, "una")
    page = as_account(here, "una").see(f"/claim/{LISTING}")
    assert page.headers["Location"] == f"/claims/{first}"
