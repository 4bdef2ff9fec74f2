"""The roster of a state board, from its file to listings that go off the site, and back again."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import html5lib
import pytest
import xlsxwriter

from directory.exchange.outcomes import Record
from directory.storage import Jobs, Rosters
from directory.workflows.imports.settling import Change, settle
from directory.workflows.working.jobs import run_waiting_jobs
from tests.claim.people import CLAIMANT, LISTING, as_account, listing, recipients
from tests.desk.desk import PAGE, checks, kept, send, stored_bytes, verify
from tests.factories import make_license, make_provider, make_unclaimed, store
from tests.web.mailing import Office, text_of, words_on

ROOM = "/admin/rosters"
TITLES = "LICENSE NUMBER,LAST,FIRST,STATUS CODE,EXP DATE,DISCIPLINE Y/N"
SAID = {"state": "CA", "license": "lcsw", "as_of": "2026-11-20", "source": "breeze.ca.gov"}
TABLES = ("provider", "license_check")


def row(**cells: str) -> str:
    facts = {
        "number": "LCS 12345",
        "last": "CLAIMED",
        "first": "UNA",
        "status": "CURRENT",
        "expires": "05/31/2027",
        "discipline": "N",
    }
    return ",".join((facts | cells).values())


def bring(here: Office, *rows: str, file: tuple[str, bytes] | None = None, **said: str) -> Any:
    sheet = "\n".join((TITLES, *(rows or (row(),))))
    return send(here, ROOM, ROOM, file=file or ("board list.csv", sheet.encode()), **SAID | said)


def read(here: Office, *rows: str, **columns: str) -> str:
    """Bring a roster, take its columns as they were guessed, and have it read."""
    answer = bring(here, *rows)
    assert answer.status_code == 303, words_on(answer)
    address = answer.headers["Location"]
    with here.directory.database.reading() as session:
        roster = Rosters(session).newest(1)[0]
    answer = send(here, address, address, **dict(roster.columns) | columns, **{"word-0": "active"})
    assert answer.status_code == 303, words_on(answer)
    run_waiting_jobs(here.directory)
    return f"{ROOM}/{roster.id}"


def applied(here: Office, *rows: str) -> str:
    here.clock.passed += timedelta(seconds=1)
    return press(here, read_as_said(here, *rows), "apply")


def read_as_said(here: Office, *rows: str) -> str:
    """Bring a roster and have it read with every word as it was guessed."""
    address = bring(here, *rows).headers["Location"]
    shown = as_account(here, "boss").see(address).text
    typed = dict(selected(shown))
    assert send(here, address, address, **typed).status_code == 303
    run_waiting_jobs(here.directory)
    return address.removesuffix("/columns")


def press(here: Office, page: str, step: str) -> str:
    assert send(here, f"{page}/{step}", page).status_code == 303
    run_waiting_jobs(here.directory)
    return page


def selected(html: str) -> list[tuple[str, str]]:
    page = html5lib.parse(html, namespaceHTMLElements=False)
    return [
        (field.get("name"), one.get("value"))
        for field in page.iter("select")
        for one in field.iter("option")
        if one.get("selected") is not None
    ]


def see(here: Office, page: str) -> str:
    return words_on(as_account(here, "boss").see(page))


def test_a_revoked_license_takes_the_listing_off_and_its_keeper_reads_why(here: Office) -> None:
    kept(here, name="Una Claimed")
    page = read_as_said(here, row(status="REVOKED"))
    assert here.person().see(f"/providers/{LISTING}").status_code == 200
    assert "Off the site: 1" in see(here, page)
    press(here, page, "apply")
    assert here.person().see(f"/providers/{LISTING}").status_code == 404
    assert recipients(here) == [CLAIMANT]
    assert "as taken away (REVOKED" in text_of(here.mails()[0])
    assert "Patients no longer see it" in see(here, "/admin/queue")
    assert "Hidden since" in see(here, PAGE)
    found = listing(here)
    assert found
    assert [held.status for held in found.licenses] == ["revoked"]


@pytest.mark.parametrize(
    "cells", [{"discipline": "Y"}, {"status": "EXPIRED"}, {"expires": "01/31/2026"}]
)
def test_a_disciplined_or_lapsed_license_takes_it_off_too(
    here: Office, cells: dict[str, str]
) -> None:
    kept(here, name="Una Claimed")
    applied(here, row(**cells))
    found = listing(here)
    assert found
    assert not found.published


def test_a_listing_with_another_active_license_stays(here: Office) -> None:
    kept(here, name="Una Claimed", licenses=[make_license(), make_license(state="NY", number="7")])
    applied(here, row(status="EXPIRED"))
    found = listing(here)
    assert found
    assert (found.published, [held.status for held in found.licenses]) == (
        True,
        ["expired", "active"],
    )
    assert "Somebody waits for you" in see(here, "/admin/queue")
    assert recipients(here) == []


def test_a_name_that_differs_changes_nothing_and_waits_for_a_person(here: Office) -> None:
    verify(here)
    before = stored_bytes(here, *TABLES)
    applied(here, row(last="SMITH", status="REVOKED"))
    assert stored_bytes(here, *TABLES) == before
    assert "UNA SMITH (REVOKED" in see(here, "/admin/queue")


def test_a_roster_is_taken_back_byte_for_byte(here: Office) -> None:
    kept(here, name="Una Claimed")
    verify(here, published=None)
    store(
        here.directory,
        make_unclaimed(
            id="other",
            npi=None,
            licenses=[make_license(status="unverified", verified_at=None, number="777")],
        ),
    )
    before = stored_bytes(here, *TABLES)
    page = applied(here, row(status="REVOKED"), row(number="777", status="EXPIRED"))
    assert stored_bytes(here, *TABLES) != before
    press(here, page, "take-back")
    assert sorted(stored_bytes(here, *TABLES)) == sorted(before)
    assert "Nothing waits" in see(here, "/admin/queue")
    assert "Patients see your listing again" in str(here.mails()[-1]["Subject"])
    assert "Taken back" in see(here, ROOM)


def test_what_an_admin_checked_after_a_roster_stays(here: Office) -> None:
    verify(here)
    page = applied(here, row(status="REVOKED"))
    verify(here, published="no", status="revoked")
    before = stored_bytes(here, *TABLES)
    press(here, page, "take-back")
    assert stored_bytes(here, *TABLES) == before
    assert "so they stay as they are: 1" in see(here, page)


def test_a_listing_that_was_edited_before_the_roster_was_applied_stays(here: Office) -> None:
    verify(here)
    page = read_as_said(here, row(status="REVOKED"))
    verify(here, number="99999")
    press(here, page, "apply")
    found = listing(here)
    assert found
    assert found.published


def test_a_roster_confirms_what_was_checked_and_checks_nothing_that_was_not(here: Office) -> None:
    before = stored_bytes(here, *TABLES)
    applied(here, row())
    assert stored_bytes(here, *TABLES) == before
    assert checks(here)[0].origin == "roster"
    verify(here)
    applied(here, row(expires="2026-12-31"))
    assert "Due again on January 1, 2027" in see(here, PAGE)


def test_an_unclaimed_listing_promises_nothing_after_a_roster_either(here: Office) -> None:
    verify(here)
    applied(here, row())
    found = listing(here)
    assert found
    assert [held.status for held in found.licenses] == ["unverified"]


def test_no_import_brings_back_what_a_roster_took_off(here: Office) -> None:
    claimed = make_provider(id=LISTING, name="Una Claimed")
    store(here.directory, claimed)
    applied(here, row(status="REVOKED"))
    with here.directory.database.reading() as session:
        (settled,) = settle(session, [Record(2, claimed)], "again.json", {})
    assert isinstance(settled, Change)
    assert settled.after
    assert not settled.after.published


def test_columns_and_words_are_remembered_for_the_next_list(here: Office) -> None:
    read(here, row(status="20"))
    address = bring(here, row(status="20")).headers["Location"]
    assert dict(selected(as_account(here, "boss").see(address).text))["word-0"] == "active"


def test_another_status_column_is_asked_about_before_the_list_is_read(here: Office) -> None:
    address = bring(here, row(discipline="REVOKED")).headers["Location"]
    typed = dict(selected(as_account(here, "boss").see(address).text))
    changed = typed | {"status": "DISCIPLINE Y/N", "discipline": ""}
    answer = send(here, address, address, **changed)
    assert answer.headers["Location"] == address
    with here.directory.database.reading() as session:
        assert Jobs(session).in_state("waiting") == ()
    assert "“REVOKED” means" in see(here, address)


def test_a_list_without_a_number_is_not_read(here: Office) -> None:
    address = bring(here).headers["Location"]
    typed = dict(selected(as_account(here, "boss").see(address).text)) | {"number": ""}
    answer = send(here, address, address, **typed)
    assert answer.status_code == 422
    assert "Say which column has the license number" in words_on(answer)


def test_a_spreadsheet_is_read_like_a_text(here: Office) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate((TITLES, row(status="REVOKED"))):
            sheet.write_row(place, 0, line.split(","))
    kept(here, name="Una Claimed")
    address = bring(here, file=("list.xlsx", out.getvalue())).headers["Location"]
    typed = dict(selected(as_account(here, "boss").see(address).text))
    send(here, address, address, **typed)
    run_waiting_jobs(here.directory)
    assert "Off the site: 1" in see(here, address.removesuffix("/columns"))


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (("a.csv", b""), "Choose a file"),
        (("a.csv", bytes(10_000_001)), "smaller than 10 MB"),
        (("a.csv", b"\n\n"), "is empty"),
        (("a.xlsx", b"PK\x03\x04 nothing"), "damaged"),
        (("", b""), "Choose a file"),
    ],
)
def test_a_file_that_is_no_list_gets_a_kind_word(
    here: Office, file: tuple[str, bytes], words: str
) -> None:
    answer = bring(here, file=file)
    assert answer.status_code == 422
    assert words in words_on(answer)
    assert 'value="breeze.ca.gov"' in answer.text


def test_rows_that_cannot_be_read_are_counted(here: Office) -> None:
    page = read_as_said(here, row(), row(last="M\x00LLER"), "only,three,cells", row(number="-"))
    assert "Rows read: 4. Without a license that we can read: 3." in see(here, page)


def test_a_list_of_tomorrow_is_refused(here: Office) -> None:
    assert bring(here, as_of="2026-11-22").status_code == 422


def test_a_list_that_was_not_applied_is_thrown_away(here: Office) -> None:
    page = read_as_said(here, row(status="REVOKED"))
    press(here, page, "discard")
    assert not stored_bytes(here, "roster", "roster_finding")
    assert as_account(here, "boss").see(page).status_code == 404


def test_the_file_is_kept_as_it_came(here: Office) -> None:
    page = read_as_said(here, row())
    answer = as_account(here, "boss").see(f"{page}/file")
    assert answer.data == f"{TITLES}\n{row()}".encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
