"""The audit log: entries are added at its end, and nothing else is ever done to it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from directory.audit import BEGINNING, Entry, digest
from directory.roles import Admin
from directory.storage.audit_tables import AuditEntryRow


class AuditLog:
    """The log, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(
        self,
        at: datetime,
        admin: Admin | None,
        action: str,
        subject: str,
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Add an entry within the transaction of the change; return its number.

        Without an admin it was the worker, or somebody at the command line.
        """
        last = self._last()
        entry = Entry(
            number=last.number + 1 if last else 1,
            at=at,
            account_id=admin.account_id if admin else None,
            role=admin.role if admin else None,
            action=action,
            subject=subject,
            details=details or {},
        )
        self._session.add(_row(entry, digest(last.digest if last else BEGINNING, entry)))
        self._session.flush()
        return entry.number

    def newest(self, limit: int = 50, before: int | None = None) -> tuple[Entry, ...]:
        """Return the newest entries first, where asked those before a number."""
        query = select(AuditEntryRow).order_by(col(AuditEntryRow.number).desc()).limit(limit)
        if before is not None:
            query = query.where(col(AuditEntryRow.number) < before)
        return tuple(map(_entry, self._session.exec(query)))

    def _last(self) -> AuditEntryRow | None:
        query = select(AuditEntryRow).order_by(col(AuditEntryRow.number).desc()).limit(1)
        return self._session.exec(query).first()


def _row(entry: Entry, chained: str) -> AuditEntryRow:
    return AuditEntryRow(
        number=entry.number,
        at=entry.at,
        account_id=entry.account_id,
        role=entry.role,
        action=entry.action,
        subject=entry.subject,
        details=json.dumps(entry.details, sort_keys=True),
        digest=chained,
    )


def _entry(row: AuditEntryRow) -> Entry:
    return Entry(
        number=row.number,
        at=row.at,
        account_id=row.account_id,
        role=row.role,
        action=row.action,
        subject=row.subject,
        details=json.loads(row.details),
    )
