"""From asking for a listing to keeping it, by each way of proof."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from tests.claim.people import (
    ADMIN,
    CLAIMANT,
    LISTING,
    ON_FILE,
    OTHER,
    approved,
    as_account,
    claim,
    claim_office,
    decide,
    findings,
    is_checked,
    keepers,
    links_in,
    listing,
    press,
    recipients,
    register_stub,
    stored_claim,
)
from tests.web.mailing import Office, text_of, words_on


def test_a_claim_by_mail_is_proven_approved_and_kept(here: Office) -> None:
    claim_id = claim(here)
    assert recipients(here) == [ON_FILE]
    assert keepers(here) == ()
    as_account(here, "una").submit(links_in(here, ON_FILE)[0])
    assert stored_claim(here, claim_id).state == "proven"
    assert keepers(here) == ()
    assert decide(here, claim_id, "approve", **findings()) == 303
    assert keepers(here) == ("una",)
    assert is_checked(here)
    assert recipients(here)[1:] == [CLAIMANT, ON_FILE]


def test_a_claimed_stub_says_nothing_of_a_license_until_it_is_published(here: Office) -> None:
    approved(here)
    found = listing(here)
    assert found
    assert not found.claimed
    assert [held.status for held in found.licenses] == ["unverified"]


def test_an_address_at_the_own_domain_gets_the_link(here: Office) -> None:
    claim(here, way="domain", local_part="una.claimed")
    assert recipients(here) == ["una.claimed@lopez-therapy.example"]


def test_a_whole_address_at_the_own_domain_is_understood(here: Office) -> None:
    claim(here, way="domain", local_part="una@lopez-therapy.example")
    assert recipients(here) == ["una@lopez-therapy.example"]


@pytest.mark.parametrize(
    "typed", ["una@evil.example", "una@lopez-therapy.example@evil.example", ""]
)
def test_no_address_elsewhere_ever_gets_the_link(here: Office, typed: str) -> None:
    answer = as_account(here, "una").submit(f"/claim/{LISTING}", way="domain", local_part=typed)
    assert answer.status_code == 422
    assert recipients(here) == []


def test_a_field_that_the_form_does_not_show_moves_no_mail(here: Office) -> None:
    claim(here, email=OTHER, to=OTHER, sent_to=OTHER, npi="1234567893", local_part="eve")
    assert recipients(here) == [ON_FILE]


def test_a_way_that_is_not_offered_is_refused(tmp_path: Path) -> None:
    with claim_office(tmp_path, register_stub(email=None)) as here:
        answer = as_account(here, "una").submit(f"/claim/{LISTING}", way="email")
        assert answer.status_code == 422
        assert recipients(here) == []


def test_a_call_brings_a_code_that_the_claimant_types(here: Office) -> None:
    claim_id = claim(here, way="phone")
    page = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", "code")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)
    assert code
    assert "+14155550123" in page.text
    una = as_account(here, "una")
    assert press(una, f"/claims/{claim_id}", "code", code="WRONG").status_code == 422
    assert press(una, f"/claims/{claim_id}", "code", code=code[0].lower()).status_code == 303
    assert stored_claim(here, claim_id).state == "proven"
    assert recipients(here) == []


def test_a_letter_goes_to_the_address_on_file_and_its_code_lasts_thirty_days(here: Office) -> None:
    claim_id = claim(here, way="letter")
    page = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", "code")
    assert "1 Main Street" in words_on(page)
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)
    assert code
    here.clock.passed += timedelta(days=29)
    una = as_account(here, "una")
    assert press(una, f"/claims/{claim_id}", "code", code=code[0]).status_code == 303


def test_after_five_wrong_codes_the_right_one_is_no_use(here: Office) -> None:
    claim_id = claim(here, way="phone")
    page = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", "code")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)
    assert code
    una = as_account(here, "una")
    for _ in range(5):
        press(una, f"/claims/{claim_id}", "code", code="BBBB2222")
    assert press(una, f"/claims/{claim_id}", "way", way="phone").status_code == 303
    assert stored_claim(here, claim_id).state == "asked"


def test_without_a_contact_an_admin_looks_for_another_proof(here: Office) -> None:
    claim_id = claim(here, way="by_hand")
    assert recipients(here) == []
    assert decide(here, claim_id, "approve", **findings()) == 409
    assert decide(here, claim_id, "proven") == 303
    assert decide(here, claim_id, "approve", **findings()) == 303
    assert keepers(here) == ("una",)


def test_nobody_is_approved_who_has_proven_nothing(here: Office) -> None:
    claim_id = claim(here)
    assert decide(here, claim_id, "approve", **findings()) == 409
    assert keepers(here) == ()


def test_an_admin_asks_and_the_claimant_answers(here: Office) -> None:
    claim_id = claim(here)
    decide(here, claim_id, "ask", question="Which school?")
    assert recipients(here)[-1] == CLAIMANT
    una = as_account(here, "una")
    assert "Which school?" in una.see(f"/claims/{claim_id}").text
    press(una, f"/claims/{claim_id}", "answer", answer="Smith College")
    assert "Smith College" in as_account(here, "boss").see(f"/admin/claims/{claim_id}").text


def test_a_rejected_claimant_reads_why_and_may_ask_again(here: Office) -> None:
    claim_id = claim(here)
    decide(here, claim_id, "reject", reason="The board knows another Una.")
    assert recipients(here)[-1] == CLAIMANT
    assert "another Una" in text_of(here.mails()[-1])
    assert "another Una" in as_account(here, "una").see(f"/claims/{claim_id}").text
    assert as_account(here, "una").see(f"/claim/{LISTING}").status_code == 200


def test_a_decision_wants_a_reason_and_a_source(here: Office) -> None:
    claim_id = claim(here)
    assert decide(here, claim_id, "reject", reason=" ") == 422
    as_account(here, "una").submit(links_in(here, ON_FILE)[0])
    assert decide(here, claim_id, "approve", **findings() | {"source": ""}) == 422
    assert decide(here, claim_id, "approve", **findings(title="MD")) == 422
    assert stored_claim(here, claim_id).state == "proven"


def test_the_queue_names_what_waits(here: Office) -> None:
    boss = as_account(here, "boss")
    assert "Nothing waits" in boss.see("/admin/queue").text
    claim_id = claim(here, way="phone")
    assert f"/admin/claims/{claim_id}" in boss.see("/admin/queue").text
    assert "<strong>1</strong> claim to decide" in boss.see("/admin").text


def test_whoever_keeps_a_listing_is_led_to_it(here: Office) -> None:
    claim_id = approved(here)
    page = as_account(here, "una").see(f"/claim/{LISTING}")
    assert page.headers["Location"] == f"/claims/{claim_id}"
    assert "yours to keep" in as_account(here, "una").see(f"/claims/{claim_id}").text


def test_no_mail_about_a_demo_listing_reaches_a_real_mailbox(tmp_path: Path) -> None:
    url = {"MAIL_URL": "smtp://127.0.0.1:9", "MAIL_FROM": "us@directory.example"}
    with claim_office(tmp_path, register_stub(demo=True), **url) as here:
        page = as_account(here, "una").see(f"/claim/{LISTING}").text
        assert 'value="email"' not in page
        assert 'value="domain"' not in page
        assert 'value="phone"' in page


def test_nothing_secret_is_kept_in_the_clear(here: Office) -> None:
    claim(here)
    token = links_in(here, ON_FILE)[0].rpartition("/")[2]
    assert token.encode() not in here.kept()
    assert ADMIN not in recipients(here)
