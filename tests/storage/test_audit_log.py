"""The audit log: entries are chained, and keep what they say."""

from directory.audit import BEGINNING, digest
from directory.roles import Admin
from directory.storage import AuditLog
from directory.storage.audit_tables import AuditEntryRow
from directory.workflows import Directory
from tests.conftest import NOW

EDITOR = Admin("account-1", "editor")


def test_entries_are_numbered_from_one_and_the_newest_comes_first(directory: Directory) -> None:
    with directory.database.writing() as session:
        log = AuditLog(session)
        assert log.append(NOW, EDITOR, "listing.merged", "listing/a", {"into": "b"}) == 1
        assert log.append(NOW, None, "import.undone", "import/x") == 2
    with directory.database.reading() as session:
        newest, first = AuditLog(session).newest()
        assert (newest.action, newest.account_id, newest.role) == ("import.undone", None, None)
        assert (first.role, first.details) == ("editor", {"into": "b"})
        assert AuditLog(session).newest(before=2) == (first,)


def test_each_entry_is_chained_to_the_one_before_it(directory: Directory) -> None:
    with directory.database.writing() as session:
        for subject in ("listing/a", "listing/b"):
            AuditLog(session).append(NOW, EDITOR, "listing.verified", subject)
    with directory.database.reading() as session:
        second, first = AuditLog(session).newest()
        rows = [session.get_one(AuditEntryRow, number) for number in (1, 2)]
    assert rows[0].digest == digest(BEGINNING, first)
    assert rows[1].digest == digest(rows[0].digest, second)
