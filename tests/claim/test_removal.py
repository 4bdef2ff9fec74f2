"""Asking for the removal of a listing: by anybody, without an account."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers.business_days import business_days_after, is_business_day
from directory.providers.photo import Photo
from directory.storage import Photos, Removals
from directory.workflows.imports.import_files import import_files
from tests.claim.people import (
    LISTING,
    ON_FILE,
    approved,
    as_account,
    claim,
    claim_office,
    decide,
    findings,
    links_in,
    listing,
    press,
    recipients,
    register_stub,
)
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.web.mailing import Office, text_of, words_on

FORM = f"/providers/{LISTING}/removal"
ASKER = "asker@home.example"


def ask(here: Office, **typed: str) -> int:
    usual = {"what": "all", "reason": "not_asked"}
    return here.person().submit(FORM, **usual | typed).status_code


def waiting(here: Office) -> str:
    """Return the id of the one wish that waits."""
    with here.directory.database.reading() as session:
        (removal,) = Removals(session).waiting()
    return removal.id


def settle(here: Office, step: str, **typed: str) -> int:
    page = f"/admin/removals/{waiting(here)}"
    return int(press(as_account(here, "boss"), page, step, **typed).status_code)


def reimported(here: Office, tmp_path: Path, **facts: object) -> list[str]:
    """Import the listing again; return why rows were skipped."""
    file = tmp_path / "again.jsonl"
    document = register_stub(**facts).model_dump(mode="json", exclude_defaults=True)
    file.write_text(json.dumps(document), encoding="utf-8")
    report = import_files(here.directory, [file], "listings")
    reasons = [note.row.reason for note in report.skipped]
    errors = len(report.errors)
    report.close()
    assert not errors
    return reasons


def test_a_profile_leads_to_the_claim_and_to_the_removal(here: Office) -> None:
    page = here.person().see(f"/providers/{LISTING}").text
    assert f'href="/claim/{LISTING}"' in page
    assert f'href="{FORM}"' in page


def test_anybody_asks_and_nothing_is_hidden_until_somebody_decides(here: Office) -> None:
    assert ask(here, words="Please.", email=ASKER) == 303
    found = listing(here)
    assert found
    assert found.published
    assert recipients(here) == []
    page = words_on(as_account(here, "boss").see(f"/admin/removals/{waiting(here)}"))
    assert "Please." in page
    assert ASKER in page
    assert "November 24, 2026" in page  # two working days after a Saturday


def test_what_is_missing_is_said_and_nothing_typed_is_lost(here: Office) -> None:
    answer = here.person().submit(FORM, words="The yellow house", email="no address")
    assert answer.status_code == 422
    assert "The yellow house" in answer.text
    assert "Choose what should go" in words_on(answer)
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_the_contact_on_file_hides_it_at_once(here: Office) -> None:
    ask(here, by_mail="yes", email=ASKER)
    assert recipients(here) == [ON_FILE]
    link = links_in(here, ON_FILE)[0]
    assert here.person().see(link).status_code == 200
    assert here.person().submit(link).status_code == 200
    found = listing(here)
    assert found
    assert not found.published
    assert here.person().see(f"/providers/{LISTING}").status_code == 404
    assert here.person().see(link).status_code == 404


def test_a_refusal_brings_back_what_was_hidden(here: Office) -> None:
    before = listing(here)
    ask(here, by_mail="yes", email=ASKER)
    here.person().submit(links_in(here, ON_FILE)[0])
    assert settle(here, "refuse", reason="The board asked us to keep it.") == 303
    assert listing(here) == before
    assert recipients(here)[-1] == ASKER
    assert "The board asked" in text_of(here.mails()[-1])


def test_the_link_is_over_after_two_days(here: Office) -> None:
    ask(here, by_mail="yes")
    here.clock.passed += timedelta(hours=48)
    assert here.person().see(links_in(here, ON_FILE)[0]).status_code == 404


def test_what_is_removed_stays_removed(here: Office, tmp_path: Path) -> None:
    ask(here, email=ASKER)
    assert settle(here, "carry-out") == 303
    assert listing(here) is None
    assert recipients(here) == [ASKER]
    assert "removed" in reimported(here, tmp_path)[0]
    assert "removed" in reimported(here, tmp_path, id="another-id")[0]
    assert listing(here) is None


def test_nothing_of_a_removed_listing_or_of_who_asked_is_kept(here: Office) -> None:
    ask(here, words="The yellow submarine", email=ASKER)
    settle(here, "carry-out")
    with here.directory.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for word in (b"yellow submarine", ASKER.encode(), b"Una Claimed", ON_FILE.encode()):
        assert word not in (here.folder / "directory.db").read_bytes()


def test_street_and_phone_go_and_no_import_brings_them_back(here: Office, tmp_path: Path) -> None:
    ask(here, what="details", reason="unsafe")
    assert settle(here, "carry-out") == 303
    assert reimported(here, tmp_path) == []
    found = listing(here)
    assert found
    assert found.published
    assert found.phone is None
    assert [(place.street, place.phone, place.city) for place in found.locations] == [
        (None, None, "Oakland")
    ]


def test_a_listing_that_somebody_keeps_is_hidden_by_its_keeper_alone(here: Office) -> None:
    approved(here)
    assert 'name="by_mail"' not in here.person().see(FORM).text
    ask(here, by_mail="yes")
    assert ON_FILE not in recipients(here)[3:]
    assert settle(here, "carry-out") == 409
    assert listing(here) is not None


def test_five_wishes_a_day_are_enough_from_one_place(tmp_path: Path) -> None:
    with claim_office(tmp_path, RATE_LIMIT="on") as here:
        assert [ask(here) for _ in range(6)] == [303] * 5 + [429]


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(1, 10))
def test_working_days_are_counted_without_weekends_and_holidays(day: date, count: int) -> None:
    end = business_days_after(day, count)
    assert is_business_day(end)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(is_business_day, passed)) == count


@pytest.mark.parametrize("path", [FORM, "/removal/" + "x" * 43])
def test_no_page_of_a_removal_is_kept_anywhere(here: Office, path: str) -> None:
    assert here.person().see(path).headers["Cache-Control"] == "no-store"


def confirmed_twice(here: Office, *whats: str) -> list[str]:
    """Ask for several things, confirm each from the contact on file; return the wishes."""
    links = []
    for what in whats:
        ask(here, what=what, by_mail="yes")
        links.append(links_in(here, ON_FILE)[0])
    for link in links:
        assert here.person().submit(link).status_code == 200
    with here.directory.database.reading() as session:
        return [wish.id for wish in Removals(session).waiting()]


def refuse(here: Office, wish: str) -> None:
    page = f"/admin/removals/{wish}"
    answer = press(as_account(here, "boss"), page, "refuse", reason="It is true.")
    assert answer.status_code == 303


@pytest.mark.parametrize("whats", [("all", "all"), ("details", "all"), ("all", "details")])
def test_a_second_wish_that_is_refused_as_well_hides_nothing_for_good(
    here: Office, whats: tuple[str, str]
) -> None:
    before = listing(here)
    first, second = confirmed_twice(here, *whats)
    refuse(here, first)
    assert listing(here) != before  # the second one is not decided yet
    refuse(here, second)
    assert listing(here) == before


def test_a_link_hides_nothing_that_somebody_keeps_by_now(here: Office) -> None:
    ask(here, by_mail="yes")
    link = links_in(here, ON_FILE)[0]
    approved(here)
    assert here.person().see(link).status_code == 404
    found = listing(here)
    assert found
    assert found.published


def test_nobody_takes_the_phone_from_a_listing_behind_the_back_of_its_keeper(here: Office) -> None:
    approved(here)
    before = listing(here)
    ask(here, what="details")
    assert "Somebody keeps" in words_on(
        as_account(here, "boss").see(f"/admin/removals/{waiting(here)}")
    )
    assert settle(here, "carry-out") == 409
    assert listing(here) == before


def test_a_refusal_leaves_alone_what_its_keeper_wrote_meanwhile(here: Office) -> None:
    claim_id = claim(here)
    as_account(here, "una").submit(links_in(here, ON_FILE)[0])
    ask(here, by_mail="yes")
    here.person().submit(links_in(here, ON_FILE)[0])
    assert decide(here, claim_id, "approve", **findings()) == 303
    own = make_provider(id=LISTING, phone="+14155550199")
    store(here.directory, own)
    refuse(here, waiting(here))
    assert listing(here) == own


def test_three_mails_a_day_are_enough_and_stop_no_other_wish(tmp_path: Path) -> None:
    with claim_office(tmp_path, RATE_LIMIT="on") as here:
        from_ = iter(f"198.51.{number}.1" for number in range(9))

        def ask_from_elsewhere(**typed: str) -> int:
            return (
                here.person(next(from_))
                .submit(FORM, what="all", reason="unsafe", **typed)
                .status_code
            )

        assert [ask_from_elsewhere(by_mail="yes") for _ in range(4)] == [303] * 3 + [429]
        assert recipients(here) == [ON_FILE] * 3
        assert ask_from_elsewhere() == 303


def test_no_photo_stays_of_a_removed_listing(here: Office) -> None:
    with here.directory.database.writing() as session:
        Photos(session).put(LISTING, Photo(large=b"a face", small=b"a face"), NOW)
    ask(here)
    settle(here, "carry-out")
    with here.directory.database.reading() as session:
        assert Photos(session).name_of(LISTING) is None
