"""Signs of life: what the worker leaves, so that somebody sees that it lives."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from directory.storage import AuditLog, Vitals
from directory.workflows import Directory
from directory.workflows.working.vital_signs import AUDIT, BEAT, WORKER
from directory.workflows.working.work import work_once
from tests.conftest import NOW


def at(directory: Directory, later: timedelta) -> Directory:
    return replace(directory, clock=lambda: NOW + later)


def test_the_worker_leaves_a_sign_of_life_now_and_then(directory: Directory) -> None:
    for later, expected in ((BEAT * 0, NOW), (BEAT / 2, NOW), (BEAT, NOW + BEAT)):
        work_once(at(directory, later))
        with directory.database.reading() as session:
            found = Vitals(session).last(WORKER)
        assert found
        assert found.at == expected


def test_the_audit_log_is_looked_at_once_a_day(directory: Directory) -> None:
    work_once(directory)
    with directory.database.writing() as session:
        found = Vitals(session).last(AUDIT)
        assert found
        assert (found.at, found.note) == (NOW, "")
        AuditLog(session).append(NOW, None, "import.confirmed", "import/1")
    with directory.database.writing() as session:
        session.execute(text("UPDATE audit_entry SET subject = 'import/2'"))
    for later, is_found in ((timedelta(hours=23), False), (timedelta(hours=25), True)):
        work_once(at(directory, later))
        with directory.database.reading() as session:
            last = Vitals(session).last(AUDIT)
        assert last
        assert ("Entry 1 has been changed" in last.note) is is_found
