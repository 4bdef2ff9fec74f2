"""Stopping somebody who keeps a listing: one click, no account, and an admin decides."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from directory.providers.history import Author
from directory.storage import Claims, Drafts, Keepers, Photos
from directory.workflows.keeping.change_photo import change_photo
from directory.workflows.keeping.keeping import may_keep
from tests.claim.people import (
    CLAIMANT,
    LISTING,
    ON_FILE,
    OTHER,
    PLACE,
    approved,
    as_account,
    authors,
    claim,
    claim_office,
    decide,
    findings,
    keepers,
    links_in,
    listing,
    press,
    recipients,
    register_stub,
    stored_claim,
)
from tests.factories import make_provider, store
from tests.web.mailing import Office, words_on


def may(here: Office, account: str) -> bool:
    with here.directory.database.reading() as session:
        return may_keep(session, account, LISTING)


def published(here: Office) -> None:
    """Let the keeper's own words go public."""
    store(here.directory, make_provider(id=LISTING, npi="1234567893", email=CLAIMANT))


def with_photo(here: Office, account: str = "una") -> None:
    """Let a keeper add a photo."""
    data = BytesIO()
    Image.new("RGB", (300, 300), "teal").save(data, "PNG")
    change_photo(here.directory, LISTING, data.getvalue(), Author("provider", account))


def shows_photo(here: Office) -> bool:
    return "/photos/" in here.person().see(f"/providers/{LISTING}").text


def has_photo(here: Office) -> bool:
    with here.directory.database.reading() as session:
        return Photos(session).name_of(LISTING) is not None


def test_the_photo_of_whoever_is_stopped_is_out_of_sight_until_it_is_given_back(
    here: Office,
) -> None:
    store(here.directory, make_provider(id=LISTING, npi="1234567893", email=ON_FILE))
    claim_id = approved(here)
    with_photo(here)
    assert shows_photo(here)
    here.person().submit(links_in(here, ON_FILE)[0])
    assert not shows_photo(here)
    decide(here, claim_id, "give-back")
    assert shows_photo(here)


def test_the_photo_of_whoever_was_wrong_is_gone_for_good(here: Office) -> None:
    claim_id = approved(here)
    with_photo(here)
    here.person().submit(links_in(here, ON_FILE)[0])
    decide(here, claim_id, "undo", reason="The front desk knows no such claim.")
    assert not has_photo(here)


def test_whoever_wins_a_dispute_begins_without_the_others_photo(here: Office) -> None:
    approved(here, "eve")
    with_photo(here, "eve")
    published(here)
    approved(here, "una")
    assert not has_photo(here)


def test_one_click_stops_the_keeper_and_brings_the_old_listing_back(here: Office) -> None:
    claim_id = approved(here)
    before = listing(here)
    published(here)
    assert may(here, "una")
    stranger, link = here.person(), links_in(here, ON_FILE)[0]
    assert stranger.see(link).status_code == 200
    assert may(here, "una")
    assert stranger.submit(link).status_code == 200
    assert not may(here, "una")
    assert listing(here) == before
    assert stored_claim(here, claim_id).state == "frozen"
    assert recipients(here)[-1] == CLAIMANT
    assert authors(here)[-1] == "mail"


def test_the_keepers_own_pages_are_closed_while_it_is_on_hold(here: Office) -> None:
    approved(here)
    una = as_account(here, "una")
    assert una.see(f"/my/listing/{LISTING}/correct").status_code == 200
    here.person().submit(links_in(here, ON_FILE)[0])
    assert una.see(f"/my/listing/{LISTING}/correct").status_code == 404
    page = una.see(f"/claim/{LISTING}")
    assert "on hold" in words_on(una.see(page.headers["Location"]))


def test_the_link_that_stops_lasts_seven_days(here: Office) -> None:
    approved(here)
    link = links_in(here, ON_FILE)[0]
    here.clock.passed += timedelta(days=7)
    assert here.person().see(link).status_code == 404
    assert may(here, "una")


def test_the_link_that_stops_works_once(here: Office) -> None:
    claim_id = approved(here)
    link = links_in(here, ON_FILE)[0]
    here.person().submit(link)
    assert decide(here, claim_id, "give-back") == 303
    assert here.person().see(link).status_code == 404


def test_an_admin_gives_it_back_as_it_was(here: Office) -> None:
    claim_id = approved(here)
    published(here)
    kept = listing(here)
    here.person().submit(links_in(here, ON_FILE)[0])
    assert decide(here, claim_id, "give-back") == 303
    assert listing(here) == kept
    assert may(here, "una")
    assert recipients(here)[-1] == CLAIMANT


def test_an_admin_undoes_the_claim(here: Office) -> None:
    claim_id = approved(here)
    before = listing(here)
    published(here)
    here.person().submit(links_in(here, ON_FILE)[0])
    assert decide(here, claim_id, "undo", reason="The front desk knows no such claim.") == 303
    assert keepers(here) == ()
    assert listing(here) == before
    assert stored_claim(here, claim_id).state == "rejected"
    with here.directory.database.reading() as session:
        assert Drafts(session).of_listing(LISTING) == ()


def test_without_an_address_the_old_contact_is_told_by_letter(tmp_path: Path) -> None:
    with claim_office(tmp_path, register_stub(email=None, locations=[PLACE])) as here:
        claim_id = claim(here, way="phone")
        page = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", "code")
        code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)
        assert code
        press(as_account(here, "una"), f"/claims/{claim_id}", "code", code=code[0])
        decide(here, claim_id, "approve", **findings())
        assert "by letter" in as_account(here, "boss").see("/admin/queue").text
        letter = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", "letter")
        stop = re.search(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){3}", letter.text)
        assert stop
        assert "1 Main Street" in letter.text
        assert "by letter" not in as_account(here, "boss").see("/admin/queue").text
        here.clock.passed += timedelta(days=20)
        stranger = here.person()
        assert stranger.submit("/claims/stop", code="WRONG").status_code == 422
        typed = stranger.submit("/claims/stop", code=stop[0].lower())
        assert typed.status_code == 303
        assert stranger.submit(typed.headers["Location"]).status_code == 200
        assert stored_claim(here, claim_id).state == "frozen"


def test_a_listing_that_somebody_else_holds_is_claimed_by_what_was_imported(here: Office) -> None:
    approved(here, "eve")
    store(
        here.directory,
        make_provider(
            id=LISTING,
            npi="1234567893",
            email="eve@fake-practice.example",
            website="https://fake-practice.example",
            phone="415-555-0199",
        ),
    )
    page = as_account(here, "una").see(f"/claim/{LISTING}")
    assert "Someone keeps this listing already" in page.text
    assert "fake-practice" not in page.text
    assert "0199" not in page.text
    claim_id = claim(here, "una")
    assert recipients(here)[-1] == ON_FILE
    assert stored_claim(here, claim_id).contests


def test_whoever_wins_a_dispute_keeps_the_listing_alone_and_as_it_was(here: Office) -> None:
    wrong = approved(here, "eve")
    before = listing(here)
    published(here)
    right = approved(here, "una")
    assert keepers(here) == ("una",)
    assert listing(here) == before
    assert stored_claim(here, wrong).state == "rejected"
    assert stored_claim(here, right).state == "approved"
    assert OTHER in recipients(here)[-3:]


def test_an_admin_stops_a_keeper_while_a_dispute_lasts(here: Office) -> None:
    wrong = approved(here, "eve")
    assert decide(here, wrong, "freeze") == 303
    assert not may(here, "eve")
    assert recipients(here)[-1] == OTHER


@pytest.mark.parametrize("days", [8, 100])
def test_a_settled_claim_stays_settled(here: Office, days: int) -> None:
    claim_id = approved(here)
    here.clock.passed += timedelta(days=days)
    assert stored_claim(here, claim_id).state == "settled"
    assert may(here, "una")


def test_the_imported_contacts_outlive_the_account_that_kept_the_listing(here: Office) -> None:
    approved(here, "eve")
    here.clock.passed += timedelta(days=8)
    published(here)
    with here.directory.database.writing() as session:
        Keepers(session).remove(LISTING, "eve")
        Claims(session).forget_account("eve")
    claim(here, "una")
    assert recipients(here)[-1] == ON_FILE


def test_who_kept_a_listing_leaves_no_contact_by_which_they_could_take_it_again(
    here: Office,
) -> None:
    approved(here, "eve")
    published(here)
    stop = links_in(here, ON_FILE)[0]
    own = {"email": OTHER, "website": "https://eve.example", "phone": "+14155550199"}
    store(here.directory, make_provider(id=LISTING, npi="1234567893", **own))
    here.clock.passed += timedelta(days=8)
    assert as_account(here, "eve").submit("/account/delete").status_code == 303
    assert keepers(here) == ()
    assert here.person().see(stop).status_code == 404
    page = words_on(as_account(here, "una").see(f"/claim/{LISTING}"))
    assert "f•••@l•••.example" in page
    assert "eve.example" not in page
    approved(here, "una")
    assert keepers(here) == ("una",)
    found = listing(here)
    assert found
    assert found.phone == register_stub().phone


def test_a_stranger_who_asks_for_mails_all_day_leaves_the_other_ways_open(tmp_path: Path) -> None:
    with claim_office(tmp_path, RATE_LIMIT="on") as here:
        claim_id = claim(here, "eve")
        eve = as_account(here, "eve")
        sent = [press(eve, f"/claims/{claim_id}", "way", way="email").status_code for _ in range(5)]
        assert sent == [303] * 4 + [422]
        una = as_account(here, "una")
        assert una.submit(f"/claim/{LISTING}", way="email").status_code == 422
        assert una.submit(f"/claim/{LISTING}", way="phone").status_code == 303


def test_an_admin_sees_that_another_claim_was_approved_meanwhile(here: Office) -> None:
    second = claim(here, "eve")
    as_account(here, "eve").submit(links_in(here, ON_FILE)[0])
    approved(here, "una")
    assert not stored_claim(here, second).contests
    boss = as_account(here, "boss")
    assert "Somebody else keeps the listing" in words_on(boss.see(f"/admin/claims/{second}"))
    assert "Dispute" in words_on(boss.see("/admin/queue"))
