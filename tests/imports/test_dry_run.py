"""A file is recognised and read; nothing is written before somebody confirms what they saw."""

import csv
from io import StringIO

import pytest

from directory.storage import AuditLog, Keepers
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.imports.desk import Desk, counts, import_desk

HEADER = "id,name,license,license_1_title,license_1_state,license_1_number,phone,service_intent\n"
ROWS = HEADER + "".join(
    f"p{number},Pat Doe {number},lcsw,LCSW,CA,{number},,psychotherapy\n" for number in range(3)
)
FAULTY = ROWS + "p8,,lcsw,LCSW,CA,1,,psychotherapy\np9,Kim Roe,wizard,LCSW,CA,1,,psychotherapy\n"
FOREIGN = "Clinician,Type,Lic #,State of license,Shoe size\nPat Doe,LCSW,123,CA,44\n"


def test_nothing_is_written_before_it_is_confirmed(desk: Desk) -> None:
    start = desk.stored()
    page = desk.bring(ROWS.encode())
    assert counts(desk.see(page))["New listings"] == 3
    assert "nothing has been written yet" in desk.see(page)
    assert "Pat Doe 2" in desk.see(f"{page}/listings/new")
    assert desk.stored() == start
    desk.confirm(page)
    assert len(desk.stored()["provider"]) == 3
    assert not list(desk.directory.uploads.iterdir())


def test_new_listings_stay_hidden_where_that_is_chosen(desk: Desk) -> None:
    desk.confirm(desk.bring(ROWS.encode()), new="hidden")
    listing = desk.listing("p1")
    assert listing
    assert not listing.published


def test_whether_new_listings_are_shown_has_to_be_chosen(desk: Desk) -> None:
    page = desk.bring(ROWS.encode())
    answer = desk.press(page, f"{page}/confirm", round="1")
    assert answer.status_code == 422
    assert "Choose whether people may see the new listings" in answer.text


def test_a_change_is_shown_cell_by_cell(desk: Desk) -> None:
    desk.confirm(desk.bring(ROWS.encode()))
    page = desk.bring(ROWS.replace("Pat Doe 1", "Pat Smith").encode())
    assert counts(desk.see(page))["Listings that change"] == 1
    shown = desk.see(f"{page}/listings/changed")
    assert "Pat Doe 1</td>" in shown
    assert "<strong>Pat Smith</strong>" in shown
    assert "Pat Doe 2" not in shown


def test_a_row_is_mended_in_the_page_and_read_again(desk: Desk) -> None:
    page = desk.bring(FAULTY.encode())
    assert counts(desk.see(page))["Rows that cannot be used"] == 2
    assert desk.fields(f"{page}/errors") == {"round": "1", "line-5": "", "line-6": "wizard"}
    desk.mend(f"{page}/errors", **{"line-5": "Ada Roe"})
    assert counts(desk.see(page))["New listings"] == 4
    assert desk.fields(f"{page}/errors") == {"round": "2", "line-6": "wizard"}


def test_a_form_that_mends_nothing_says_so(desk: Desk) -> None:
    page = f"{desk.bring(FAULTY.encode())}/errors"
    answer = desk.mend(page)
    assert answer.status_code == 422
    assert "no cell is changed yet" in answer.text


def test_what_was_read_again_meanwhile_is_not_confirmed_unseen(desk: Desk) -> None:
    page = desk.bring(FAULTY.encode())
    desk.mend(f"{page}/errors", **{"line-5": "Ada Roe"})
    answer = desk.press(page, f"{page}/confirm", round="1", new_listings="shown")
    assert answer.status_code == 422
    assert "read again since you saw it" in answer.text
    assert not desk.stored()["provider"]


def test_rows_that_failed_come_as_a_file_that_says_why(desk: Desk) -> None:
    page = desk.bring(FAULTY.encode())
    answer = desk.client.get(f"{page}/failed.csv")
    assert answer.headers["Content-Disposition"] == "attachment; filename=rows-to-mend.csv"
    rows = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == ["p8", "p9"]
    assert "license" in rows[1]["note: why it could not be used"]


def test_what_changed_meanwhile_is_not_overwritten_and_told(desk: Desk) -> None:
    desk.confirm(desk.bring(ROWS.encode()))
    page = desk.bring(ROWS.replace("Pat", "Kim").encode())
    edited = desk.listing("p1").model_copy(update={"bio": "By hand."})
    store(desk.directory, edited, make_provider(id="p9"))
    with desk.directory.database.writing() as session:
        Keepers(session).add("p2", "somebody", NOW)
    desk.confirm(page)
    assert desk.listing("p1") == edited
    assert desk.listing("p0").name == "Kim Doe 0"
    shown = desk.see(page)
    assert 'Line 3, <span class="given">Kim Doe 1</span>: it was edited since' in shown
    assert "Kim Doe 2</span>: its provider keeps it since" in shown


def test_columns_of_any_name_are_chosen_and_remembered(desk: Desk) -> None:
    answer = desk.send(FOREIGN.encode(), "board.csv")
    page = answer.headers["Location"]
    assert page.endswith("/columns")
    chosen = {"column-0": "name", "column-1": "license", "column-2": "license_1_number"}
    typed = chosen | {"column-3": "license_1_state", "column-4": "", "license": ""}
    assert desk.press(page, page, **typed | {"column-2": "name"}).status_code == 422
    assert desk.press(page, page, **typed).status_code == 303
    desk.work()
    assert counts(desk.see(page.removesuffix("/columns")))["New listings"] == 1
    again = desk.bring(FOREIGN.replace("Pat", "Kim").encode(), "board-2.csv")
    assert counts(desk.see(again))["New listings"] == 1


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [(b"", "empty.csv", "is empty"), (b"\x00" * 5000, "zeros.csv", "not a text file")],
)
def test_a_file_that_cannot_be_read_is_refused_and_not_kept(
    desk: Desk, content: bytes, name: str, told: str
) -> None:
    answer = desk.send(content, name)
    assert answer.status_code == 422
    assert told in answer.text
    assert not list(desk.directory.uploads.iterdir())


def test_a_file_is_thrown_away_with_all_that_was_staged(desk: Desk) -> None:
    page = desk.bring(ROWS.encode())
    assert desk.press(page, f"{page}/discard").status_code == 303
    assert not list(desk.directory.uploads.iterdir())
    assert "Thrown away" not in desk.see("/admin/imports")


@pytest.mark.parametrize(("size", "status"), [(1_500_000, 422), (2_500_000, 413)])
def test_a_file_may_be_as_large_as_the_setting_says(tmp_path, size, status) -> None:
    with import_desk(tmp_path, UPLOAD_LIMIT_MB="2") as desk:
        answer = desk.send(b"\0" * size, "zeros.csv")
        assert answer.status_code == status


def test_no_other_address_takes_so_large_a_body(desk: Desk) -> None:
    data, kind = b"round=" + b"1" * 1_500_000, "application/x-www-form-urlencoded"
    answer = desk.client.post("/admin/imports/none/confirm", data=data, content_type=kind)
    assert answer.status_code == 413


def test_the_audit_log_tells_who_imported_what(desk: Desk) -> None:
    desk.undo(desk.confirm(desk.bring(ROWS.encode())))
    with desk.directory.database.reading() as session:
        entries = AuditLog(session).newest()
    actions = [(entry.action, entry.account_id, entry.role) for entry in reversed(entries)]
    who = ("editor", "editor")
    assert actions == [
        ("import.uploaded", *who),
        ("import.confirmed", *who),
        ("step.unshared", *who),
        ("import.undone", *who),
    ]
