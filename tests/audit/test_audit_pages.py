"""The pages of the log, and its commands."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from click.testing import CliRunner, Result

from directory.cli import main
from directory.roles import Admin
from directory.storage import AuditLog
from tests.audit.conftest import address, browser
from tests.conftest import NOW
from tests.web.mailing import Office, words_on

ED = Admin("ed", "editor")


@pytest.fixture
def log(house: Office) -> Office:
    """A log of 60 entries of an editor, one of the worker, and one about an account."""
    with house.directory.database.writing() as session:
        audit = AuditLog(session)
        for number in range(60):
            audit.append(NOW, ED, "listing.merged", f"listing/npi-{number}", {"into": "=1+1"})
        audit.append(NOW, None, "import.undone", "import/one")
        audit.append(NOW, ED, "role.ended", "account/rita", {"before": "reader", "after": None})
    return house


@pytest.fixture
def run(house: Office) -> Callable[..., Result]:
    environ = {
        "INSTANCE_PATH": str(house.folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
    }
    runner = CliRunner(env=environ)
    return lambda *typed, **options: runner.invoke(main, list(typed), **options)


def tamper(house: Office, statement: str) -> None:
    file = str(house.directory.database.engine.url.database)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(statement)


def test_the_newest_come_first_in_words_and_the_older_ones_behind_a_link(log: Office) -> None:
    rita = browser(log, "rita")
    page = words_on(rita.see("/admin/audit"))
    assert "Role ended : rita@practice.example ed@practice.example, editor" in page
    assert "before: reader, after: none" in page
    assert "The server: its worker, or its command line" in page
    assert "npi-59" in page
    assert "npi-2 " not in page
    assert "npi-2 " in words_on(rita.see("/admin/audit?before=13"))


def test_entries_are_found_by_room_person_and_day(log: Office) -> None:
    rita = browser(log, "rita")
    assert "npi-" not in words_on(rita.see("/admin/audit?room=import"))
    assert "Import undone" not in words_on(rita.see("/admin/audit?who=ed"))
    assert "No entry fits" in words_on(rita.see("/admin/audit?since=2026-11-22"))
    assert "npi-59" in words_on(rita.see("/admin/audit?since=2026-11-21&until=2026-11-21"))
    wrong = rita.see("/admin/audit?since=yesterday&room=nowhere")
    assert wrong.status_code == 200
    assert "Please check this" in words_on(wrong)
    assert 'value="yesterday"' in wrong.text


def test_the_log_can_be_taken_along_and_no_cell_is_a_formula(log: Office) -> None:
    rita = browser(log, "rita")
    lines = rita.see("/admin/audit/log.jsonl").text.splitlines()
    assert len(lines) == 62
    assert json.loads(lines[0])["details"] == {"into": "=1+1"}
    rows = list(csv.DictReader(io.StringIO(rita.see("/admin/audit/log.csv?room=import").text)))
    assert [(row["number"], row["action"]) for row in rows] == [("61", "import.undone")]
    with log.directory.database.writing() as session:
        AuditLog(session).append(NOW, ED, "word.changed", "=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in rita.see("/admin/audit/log.csv?room=word").text
    assert address("ed") not in "".join(lines)


def test_the_page_tells_whether_the_log_is_whole_and_what_to_note(log: Office) -> None:
    rita = browser(log, "rita")
    assert "62 entries were read" in words_on(rita.see("/admin/audit/check"))
    tamper(log, "UPDATE audit_entry SET role = 'owner' WHERE number = 7")
    page = words_on(rita.see("/admin/audit/check"))
    assert "The log is not whole" in page
    assert "Entry 7 has been changed" in page


def test_the_command_finds_what_was_done_past_the_site(
    log: Office, run: Callable[..., Result]
) -> None:
    whole = run("audit", "verify")
    assert (whole.exit_code, "62 entries, whole" in whole.output) == (0, True)
    noted = whole.output.split()[-1]
    assert run("audit", "verify", "--at-least", noted).exit_code == 0
    tamper(log, "DELETE FROM audit_entry WHERE number = 62")
    for more in ((), ("--at-least", noted)):
        cut = run("audit", "verify", *more)
        assert (cut.exit_code, "Entry 62 has been cut off" in cut.output) == (1, True)


def test_the_command_tells_a_note_of_a_longer_log(log: Office, run: Callable[..., Result]) -> None:
    later = run("audit", "verify", "--at-least", f"80:{'0' * 64}")
    assert (later.exit_code, "Entry 80" in later.output) == (1, True)
    assert run("audit", "verify", "--at-least", "eighty").exit_code == 2


def test_the_command_seals_anew_only_when_told_twice(
    log: Office, run: Callable[..., Result]
) -> None:
    tamper(log, "UPDATE audit_head SET seal = 'of another key'")
    assert "The seal on the end does not hold" in run("audit", "verify").output
    assert run("audit", "seal", input="n\n").exit_code == 1
    assert "Sealed." in run("audit", "seal", input="y\n").output
    assert run("audit", "verify").exit_code == 0


def test_the_command_writes_the_log_out(log: Office, run: Callable[..., Result]) -> None:
    assert len(run("audit", "export").output.splitlines()) == 62
    assert run("audit", "export", "--format", "csv").output.startswith("number,at,account_id")


def test_the_command_gives_and_ends_roles_past_a_second_admin(
    log: Office, run: Callable[..., Result]
) -> None:
    assert run("role", address("uma"), "owner").exit_code == 0
    assert run("role", address("olga"), "none").exit_code == 0
    last = run("role", address("uma"), "reader")
    assert (last.exit_code, "only owner" in last.output) == (1, True)
    assert "no account has the address" in run("role", "nobody@practice.example", "none").output
    with log.directory.database.reading() as session:
        newest = AuditLog(session).newest(2)
    assert [(one.action, one.account_id) for one in newest] == [
        ("role.ended", None),
        ("role.given", None),
    ]
