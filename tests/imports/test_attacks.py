"""What a malicious sender of files, or two admins at once, must not get through the pages."""

import csv
from io import StringIO
from typing import Any

import pytest

from directory.storage import AuditLog, Upload
from directory.workflows import Directory
from directory.workflows.imports import confirm_import, stage_import
from directory.workflows.imports.undo_import import undo_import
from tests.imports.desk import Desk, counts
from tests.imports.test_dry_run import FAULTY, HEADER, ROWS


def test_no_title_of_the_rows_to_mend_is_a_formula(desk: Desk) -> None:
    evil = "=HYPERLINK(A1)"
    sheet = f"{HEADER.strip()},{evil}\np8,,lcsw,LCSW,CA,1,,psychotherapy,{evil}\n"
    address = desk.send(sheet.encode(), "list.csv").headers["Location"]
    place = HEADER.count(",")
    typed = {f"column-{at}": name for at, name in enumerate(HEADER.strip().split(","))}
    desk.press(address, address, **typed, **{f"column-{place + 1}": "", "license": ""})
    desk.work()
    page = address.removesuffix("/columns")
    lines = desk.client.get(f"{page}/failed.csv").get_data(as_text=True)
    assert [row[-1] for row in csv.reader(StringIO(lines))] == [f"'{evil}"] * 2


@pytest.mark.parametrize("name", ["𝒜" * 90 + ".csv", "../../../etc/passwd", "..", "x" * 400])
def test_a_file_may_be_called_anything(desk: Desk, name: str) -> None:
    desk.send(ROWS.encode(), name)
    (folder,) = desk.directory.uploads.iterdir()
    assert len(list(folder.iterdir())) == 1


def test_a_file_that_cannot_be_kept_is_told_beside_the_field(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("werkzeug.datastructures.FileStorage.save", full)
    answer = desk.send(ROWS.encode(), "list.csv")
    assert answer.status_code == 422
    assert "No space left on device" in answer.text
    assert not list(desk.directory.uploads.iterdir())


def test_a_file_brought_twice_publishes_nobody_who_waits_for_a_check(desk: Desk) -> None:
    desk.confirm(desk.bring(ROWS.encode()), new="hidden")
    page = desk.bring(ROWS.encode())
    assert counts(desk.see(page))["Listings that stay as they are"] == 3
    spoken = ROWS.replace("\n", ",yes\n").replace("intent,yes", "intent,published")
    page = desk.bring(spoken.encode())
    assert counts(desk.see(page))["Listings that change"] == 3
    assert "<strong>yes</strong>" in desk.see(f"{page}/listings/changed")


def test_an_import_that_is_taken_back_while_it_runs_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out_some = confirm_import._carry_out_some

    def with_somebody_else(directory: Directory, upload: Upload) -> int:
        count = carry_out_some(directory, upload)
        monkeypatch.setattr(confirm_import, "_carry_out_some", carry_out_some)
        undo_import(directory, upload.batch_id or "")
        return count

    monkeypatch.setattr(confirm_import, "_AT_ONCE", 1)
    monkeypatch.setattr(confirm_import, "_carry_out_some", with_somebody_else)
    desk.confirm(desk.bring(ROWS.encode()))
    assert desk.stored()["provider"] == []


def test_what_leads_to_another_reading_is_in_the_log(desk: Desk) -> None:
    page = desk.bring(FAULTY.encode())
    desk.mend(f"{page}/errors", **{"line-5": "Ada Roe"})
    desk.press(page, f"{page}/again")
    with desk.directory.database.reading() as session:
        entries = AuditLog(session).newest()
    assert [one.action for one in entries[:2]] == ["import.read_again", "import.mended"]
    assert entries[1].details == {"cells": 1}


def test_a_file_that_is_read_already_is_not_staged_anew_under_whoever_confirms_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.bring(ROWS.encode())
    for _ in range(2):
        desk.press(page, f"{page}/again")
    stage, calls = stage_import._stage, []

    def while_somebody_confirms(*rows: Any) -> None:
        calls.append(rows)
        if len(calls) == 2:
            desk.press(page, f"{page}/confirm", round="2", new_listings="shown")
        stage(*rows)

    monkeypatch.setattr(stage_import, "_stage", while_somebody_confirms)
    desk.work()
    if len(calls) == 1:
        desk.confirm(page)
    assert len(desk.stored()["provider"]) == 3
    assert "What was imported" in desk.see(page)


def test_a_file_of_more_columns_than_anybody_could_choose_is_refused(desk: Desk) -> None:
    answer = desk.send(",".join(f"col{number}" for number in range(401)).encode(), "wide.csv")
    assert answer.status_code == 422
    assert "400 are the most to choose from" in answer.text


@pytest.mark.parametrize(
    ("status", "seen"), [("revoked", 404), ("disciplined", 404), ("active", 200)]
)
def test_nobody_is_published_whose_license_a_board_took_away(
    desk: Desk, status: str, seen: int
) -> None:
    titles = HEADER.replace("service_intent", "license_1_status,service_intent")
    page = desk.bring(f"{titles}p1,Pat Doe,lcsw,LCSW,CA,1,,{status},psychotherapy\n".encode())
    desk.confirm(page)
    answer = desk.office.app.test_client().get("/providers/p1")
    assert answer.status_code == seen
    answer.close()
