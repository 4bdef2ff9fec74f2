"""Checking a listing that an import left hidden: published, due again, and taken back."""

from datetime import date, timedelta

from directory.providers.removals import Removal
from directory.storage import Removals
from directory.workflows.merging.merge_listings import prepare_merge
from tests.claim.people import CLAIMANT, LISTING, as_account, listing, press, recipients
from tests.desk.desk import BOARD, PAGE, checks, due_on, kept, send, stored_bytes, verify
from tests.factories import make_provider, make_unclaimed, store
from tests.web.mailing import Office, text_of, words_on


def test_a_hidden_listing_is_checked_and_published(here: Office) -> None:
    assert here.person().see(f"/providers/{LISTING}").status_code == 404
    assert verify(here).status_code == 303
    assert here.person().see(f"/providers/{LISTING}").status_code == 200
    told = words_on(as_account(here, "boss").see(PAGE))
    assert "Looked up on Friday, November 20, 2026" in told or "November 20" in told
    assert BOARD in told
    assert "by admin@directory.example" in told
    assert due_on(here) == date(2026, 11, 20) + timedelta(days=90)


def test_a_register_stub_promises_nothing_after_its_check_either(here: Office) -> None:
    verify(here)
    found = listing(here)
    assert found
    assert not found.claimed
    assert [held.status for held in found.licenses] == ["unverified"]
    assert [held.status for held in checks(here)[0].licenses] == ["active"]


def test_a_license_that_ends_sooner_is_due_on_the_day_after(here: Office) -> None:
    verify(here, expires="2026-12-31")
    assert due_on(here) == date(2027, 1, 1)


def test_a_check_is_taken_back_byte_for_byte(here: Office) -> None:
    before = stored_bytes(here, "provider", "license_check")
    verify(here, number="99999")
    assert stored_bytes(here, "provider", "license_check") != before
    back = send(here, f"/admin/verifications/{checks(here)[0].id}/take-back")
    assert back.status_code == 303
    assert stored_bytes(here, "provider", "license_check") == before
    assert "Taken back" in words_on(as_account(here, "boss").see(PAGE))


def test_of_two_checks_the_later_one_is_taken_back_first(here: Office) -> None:
    verify(here)
    here.clock.passed += timedelta(minutes=1)
    verify(here, number="99999")
    later, earlier = checks(here)
    assert send(here, f"/admin/verifications/{earlier.id}/take-back").status_code == 409
    assert send(here, f"/admin/verifications/{later.id}/take-back").status_code == 303
    assert send(here, f"/admin/verifications/{earlier.id}/take-back").status_code == 303
    found = listing(here)
    assert found
    assert not found.published


def test_nobody_is_published_whose_license_does_not_hold(here: Office) -> None:
    for changes in (
        {"status": "revoked"},
        {"status": "disciplined"},
        {"status": "expired"},
        {"expires": "2026-11-01"},
    ):
        answer = verify(here, **changes)
        assert answer.status_code == 422, changes
        assert "leave the listing hidden" in words_on(answer)
        assert 'value="California board, breeze.ca.gov"' in answer.text
    assert not checks(here)


def test_a_license_that_was_taken_away_is_noted_and_the_listing_goes(here: Office) -> None:
    verify(here)
    assert verify(here, published="no", status="revoked").status_code == 303
    assert here.person().see(f"/providers/{LISTING}").status_code == 404
    found = listing(here)
    assert found
    assert [held.status for held in found.licenses] == ["revoked"]


def test_a_day_in_the_future_or_long_ago_is_refused(here: Office) -> None:
    for day in ("2026-11-22", "2026-10-01", "", "yesterday"):
        answer = verify(here, looked_on=day)
        assert answer.status_code == 422, day
        assert "Error:" in answer.text
    assert not checks(here)


def test_what_somebody_keeps_is_theirs_to_publish(here: Office) -> None:
    kept(here, published=False)
    assert 'name="published"' not in as_account(here, "boss").see(PAGE).text
    assert verify(here, published="yes").status_code == 303
    found = listing(here)
    assert found
    assert not found.published


def test_a_listing_taken_off_the_site_stays_off_until_an_admin_has_looked(here: Office) -> None:
    kept(here)
    send(here, f"{PAGE}/hide", reason="The board has no such license.")
    assert "The board has no such license." in text_of(here.mails()[-1])
    assert recipients(here) == [CLAIMANT]
    publish = press(as_account(here, "una"), f"/my/listing/{LISTING}", "publish", offers_none="yes")
    assert publish.status_code == 303
    found = listing(here)
    assert found
    assert not found.published
    assert f"/admin/checks/{LISTING}" in as_account(here, "boss").see("/admin/queue").text
    assert verify(here, published="yes").status_code == 303
    assert here.person().see(f"/providers/{LISTING}").status_code == 200
    assert recipients(here) == [CLAIMANT, CLAIMANT]


def test_what_was_hidden_by_mistake_comes_back_as_it_was(here: Office) -> None:
    kept(here)
    before = stored_bytes(here, "provider", "license_check")
    send(here, f"{PAGE}/hide", reason="A mistake.")
    assert send(here, f"{PAGE}/show").status_code == 303
    assert stored_bytes(here, "provider", "license_check") == before


def test_a_listing_that_was_asked_to_be_removed_is_not_published(here: Office) -> None:
    with here.directory.database.writing() as session:
        at = here.clock()
        Removals(session).save(Removal("r", LISTING, at, "all", "unsafe", hidden_at=at))
    answer = verify(here)
    assert answer.status_code == 422
    assert "asked to have this listing removed" in words_on(answer)


def test_an_entry_of_the_audit_log_stands_for_each_step(here: Office) -> None:
    verify(here)
    send(here, f"/admin/verifications/{checks(here)[0].id}/take-back")
    actions = [row[4] for row in stored_bytes(here, "audit_entry")]
    assert actions == ["listing.verified", "listing.check_undone"]


def test_a_listing_that_is_held_off_the_site_is_not_merged_away(here: Office) -> None:
    kept(here)
    send(here, f"{PAGE}/hide", reason="The board took the license away.")
    store(here.directory, make_provider(id="other", name="Ana Lopez"))
    for pair in ((LISTING, "other"), ("other", LISTING)):
        assert any(
            "taken off the site" in words
            for words in prepare_merge(here.directory, *pair).hindrances
        )


def test_the_letters_of_the_state_stand_where_a_register_had_none(here: Office) -> None:
    held = {"license": "lcsw", "title": "Clinical social worker (LCSW)", "status": "unverified"}
    store(here.directory, make_unclaimed(id="mass", npi=None, licenses=[{**held, "state": "MA"}]))
    page = as_account(here, "boss").see("/admin/listings/mass").text
    assert 'value="LICSW"' in page
    assert "As the state writes it: LICSW." in page


def test_one_hidden_listing_leads_to_the_next_until_all_are_checked(here: Office) -> None:
    store(here.directory, make_unclaimed(id="a-second", npi=None, published=False))
    second = "/admin/listings/a-second"
    assert f'href="{second}">Next hidden listing' in as_account(here, "boss").see(PAGE).text
    assert f'href="{PAGE}">Next hidden listing' in as_account(here, "boss").see(second).text
    verify(here)
    assert "Next hidden listing" not in as_account(here, "boss").see(second).text
