"""The log in the database: what somebody does to its rows, past the site, is found and named."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from directory.audit_chain import Fault, Mark
from directory.roles import Admin
from directory.storage import AuditLog
from directory.storage.audit_log import Wanted
from directory.workflows import Directory
from directory.workflows.working.check_audit import check_audit, seal_audit
from tests.conftest import NOW

EDITOR = Admin("account-1", "editor")
_TEXTS = ("at", "account_id", "role", "action", "subject", "details", "digest")


def append(directory: Directory, count: int = 1, action: str = "listing.merged") -> None:
    for _ in range(count):
        with directory.database.writing() as session:
            log = AuditLog(session)
            at = NOW + timedelta(minutes=log.end().count)
            log.append(at, EDITOR, action, "listing/a", {"into": "b", "facts": 2})


@pytest.fixture
def log(directory: Directory) -> Directory:
    """A directory whose log has five entries."""
    append(directory, 5)
    return directory


@pytest.fixture
def hand(log: Directory) -> Iterator[sqlite3.Connection]:
    """A hand that reaches into the database past the site."""
    file = str(log.database.engine.url.database)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


def fault_in(directory: Directory, noted: Mark | None = None) -> Fault | None:
    return check_audit(directory, noted).fault


def test_a_log_that_nobody_touched_is_whole_and_says_what_to_note(log: Directory) -> None:
    checked = check_audit(log)
    assert checked.fault is None
    assert checked.end.count == 5
    append(log)
    assert fault_in(log, checked.end) is None


def test_every_byte_of_every_cell_counts(log: Directory, hand: sqlite3.Connection) -> None:
    for number in (1, 3, 5):
        for name in _TEXTS:
            (text,) = hand.execute(
                f"SELECT {name} FROM audit_entry WHERE number = ?", [number]
            ).fetchone()
            change = f"UPDATE audit_entry SET {name} = CAST(? AS TEXT) WHERE number = ?"
            for changed in _changed(text.encode()):
                hand.execute(change, [changed, number])
                fault = fault_in(log)
                assert fault == Fault("changed", number, number), (name, changed)
            hand.execute(change, [text.encode(), number])
    assert fault_in(log) is None


def _changed(raw: bytes) -> Iterator[bytes]:
    """Yield a text with a byte changed, one at a time, and shorter and longer by one."""
    for place in range(0, len(raw), 1 + len(raw) // 12):
        for byte in (raw[place] ^ 1, 0xFF):
            yield raw[:place] + bytes([byte]) + raw[place + 1 :]
    yield raw[:-1]
    yield raw + b" "


@pytest.mark.parametrize(
    ("gone", "fault"),
    [
        ((1,), Fault("removed", 1, 1)),
        ((3,), Fault("removed", 3, 3)),
        ((5,), Fault("cut", 5, 5)),
        ((2, 3), Fault("removed", 2, 3)),
        ((4, 5), Fault("cut", 4, 5)),
        ((1, 2, 3, 4, 5), Fault("cut", 1, 5)),
    ],
)
def test_rows_that_were_removed_are_named(
    log: Directory, hand: sqlite3.Connection, gone: tuple[int, ...], fault: Fault
) -> None:
    hand.executemany("DELETE FROM audit_entry WHERE number = ?", [(one,) for one in gone])
    assert fault_in(log) == fault


def test_what_is_written_later_covers_no_hole(log: Directory, hand: sqlite3.Connection) -> None:
    hand.execute("DELETE FROM audit_entry WHERE number > 3")
    append(log, 3)
    assert fault_in(log) == Fault("removed", 4, 5)


def test_rows_that_changed_places_are_named(log: Directory, hand: sqlite3.Connection) -> None:
    for number, other in ((2, 0), (4, 2), (0, 4)):
        hand.execute("UPDATE audit_entry SET number = ? WHERE number = ?", [other, number])
    assert fault_in(log) == Fault("moved", 2, 4)


def test_a_row_that_was_slipped_in_is_named(log: Directory, hand: sqlite3.Connection) -> None:
    for number in (5, 4, 3):
        hand.execute("UPDATE audit_entry SET number = ? WHERE number = ?", [number + 1, number])
    hand.execute(
        "INSERT INTO audit_entry SELECT 3, at, account_id, role, action, subject,"
        " details, digest FROM audit_entry WHERE number = 2"
    )
    assert fault_in(log) == Fault("inserted", 3, 3)


def test_a_head_that_was_taken_away_or_put_back_is_told(
    log: Directory, hand: sqlite3.Connection
) -> None:
    older = hand.execute("SELECT count, digest, seal FROM audit_head").fetchone()
    append(log)
    hand.execute("UPDATE audit_head SET count = ?, digest = ?, seal = ?", older)
    assert fault_in(log) == Fault("not_sealed", 6, 6)
    hand.execute("UPDATE audit_head SET seal = 'none'")
    assert fault_in(log) == Fault("seal_broken", 6, 6)
    hand.execute("DELETE FROM audit_head")
    assert fault_in(log) == Fault("not_sealed", 1, 6)


def test_a_broken_seal_stays_broken_whatever_is_written_later(
    log: Directory, hand: sqlite3.Connection
) -> None:
    hand.execute("DELETE FROM audit_entry WHERE number = 5")
    hand.execute("DELETE FROM audit_head")
    append(log, 2)
    assert fault_in(log) == Fault("not_sealed", 1, 6)


def test_somebody_who_looked_can_seal_the_log_again(
    log: Directory, hand: sqlite3.Connection
) -> None:
    hand.execute("UPDATE audit_head SET seal = 'of an older key'")
    seal_audit(log)
    assert fault_in(log) is None
    with log.database.reading() as session:
        (entry,) = AuditLog(session).newest(1)
    assert (entry.action, entry.details["fault"]) == ("audit.sealed", "seal_broken")


def test_the_newest_are_found_by_room_account_and_day(log: Directory) -> None:
    with log.database.writing() as session:
        AuditLog(session).append(NOW + timedelta(days=2), None, "import.undone", "import/x")
    with log.database.reading() as session:
        audit = AuditLog(session)
        (undone,) = audit.newest(wanted=Wanted(room="import"))
        assert undone.number == 6
        assert len(audit.newest(wanted=Wanted(account_id="account-1"))) == 5
        assert audit.newest(wanted=Wanted(since=NOW + timedelta(days=1))) == (undone,)
        assert len(audit.newest(wanted=Wanted(until=NOW + timedelta(days=1)))) == 5
        assert audit.rooms() == ("import", "listing")
        assert audit.accounts() == ("account-1",)


def test_details_that_are_no_json_any_longer_are_still_shown(
    log: Directory, hand: sqlite3.Connection
) -> None:
    hand.execute("UPDATE audit_entry SET details = '{' WHERE number = 5")
    with log.database.reading() as session:
        assert json.dumps(AuditLog(session).newest(1)[0].details) == '{"unreadable": "{"}'
