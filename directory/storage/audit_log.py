"""The audit log: entries are added at its end and sealed, and nothing else is ever done to it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from directory.audit import BEGINNING, Entry, digest
from directory.audit_chain import Head, Link, Mark, is_sealed, seal_of
from directory.roles import Admin
from directory.storage.audit_tables import AuditEntryRow, AuditHeadRow

_AT = "%Y-%m-%d %H:%M:%S.%f"  # as it is stored
# Every column as the bytes that are stored, since what is no text any longer has to be told, too.
_RAW = (
    "SELECT number, CAST(at AS BLOB), CAST(account_id AS BLOB), CAST(role AS BLOB),"
    " CAST(action AS BLOB), CAST(subject AS BLOB), CAST(details AS BLOB), CAST(digest AS BLOB)"
    " FROM audit_entry ORDER BY number"
)
_LAST = "SELECT number, CAST(digest AS BLOB) FROM audit_entry ORDER BY number DESC LIMIT 1"
_NONE = Mark(0, BEGINNING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are looked for: of a room, of an account, since a time and until before one."""

    room: str = ""
    account_id: str = ""
    since: datetime | None = None
    until: datetime | None = None


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

        Without an admin it was the worker, or somebody at the command line. The seal moves on where
        it held; where it did not, it stays as it is, so that nothing new covers what was done to
        the log. An entry that is missing leaves its number free.
        """
        head, end = self.head(), self.end()
        entry = Entry(
            number=max(end.count, head.mark.count if head else 0) + 1,
            at=at,
            account_id=admin.account_id if admin else None,
            role=admin.role if admin else None,
            action=action,
            subject=subject,
            details=details or {},
        )
        added = Mark(entry.number, digest(end.digest, entry))
        self._session.add(_row(entry, added.digest))
        if self._holds(head, end):
            self._seal(added)
        self._session.flush()
        return entry.number

    def newest(
        self, limit: int = 50, before: int | None = None, wanted: Wanted | None = None
    ) -> tuple[Entry, ...]:
        """Return the newest entries first; where asked those before a number, or that fit."""
        query = select(AuditEntryRow).order_by(col(AuditEntryRow.number).desc()).limit(limit)
        if before is not None:
            query = query.where(col(AuditEntryRow.number) < before)
        fitting = query.where(*_conditions(wanted or Wanted()))
        return tuple(map(_entry, self._session.exec(fitting)))

    def oldest(self, wanted: Wanted | None = None) -> Iterator[tuple[Entry, str]]:
        """Yield the entries with their digests, the oldest first; where asked those that fit."""
        query = select(AuditEntryRow).order_by(col(AuditEntryRow.number))
        fitting = query.where(*_conditions(wanted or Wanted())).execution_options(yield_per=500)
        for row in self._session.exec(fitting):
            yield _entry(row), row.digest

    def rooms(self) -> tuple[str, ...]:
        """Return the rooms that any action belongs to, in the order of the alphabet."""
        actions = self._session.exec(select(AuditEntryRow.action).distinct())
        return tuple(sorted({action.partition(".")[0] for action in actions}))

    def accounts(self) -> tuple[str, ...]:
        """Return the accounts that did anything."""
        found = self._session.exec(select(AuditEntryRow.account_id).distinct())
        return tuple(sorted(filter(None, found)))

    def links(self) -> Iterator[Link]:
        """Yield everything that is stored, as it is stored, by its numbers."""
        return map(_link, self._session.connection().exec_driver_sql(_RAW))

    def head(self) -> Head | None:
        """Return how far the log is sealed, None where it never was."""
        row = self._session.get(AuditHeadRow, 1)
        return Head(Mark(row.count, row.digest), row.seal) if row else None

    def end(self) -> Mark:
        """Return the mark of the last entry."""
        last = self._session.connection().exec_driver_sql(_LAST).first()
        return Mark(last[0], (last[1] or b"").decode(errors="replace")) if last else _NONE

    def seal_end(self) -> None:
        """Seal the log as it is now, whatever was done to it: for people who looked at it."""
        self._seal(self.end())

    def _holds(self, head: Head | None, end: Mark) -> bool:
        if head is None:
            return bool(self._secret) and end.count == 0
        return bool(self._secret) and head.mark == end and is_sealed(self._secret, head)

    def _seal(self, mark: Mark) -> None:
        seal = seal_of(self._secret, mark)
        self._session.merge(AuditHeadRow(count=mark.count, digest=mark.digest, seal=seal))

    @property
    def _secret(self) -> str:
        return str(self._session.info["secret"])


def _row(entry: Entry, chained: str) -> AuditEntryRow:
    return AuditEntryRow(
        number=entry.number,
        at=entry.at,
        account_id=entry.account_id,
        role=entry.role,
        action=entry.action,
        subject=entry.subject,
        details=_written(entry.details),
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
        details=_read(row.details),
    )


def _read(details: str) -> Mapping[str, Any]:
    try:
        found = json.loads(details)
    except (ValueError, RecursionError):  # the chain tells of it; the page has to show the rest
        found = None
    return found if isinstance(found, dict) else {"unreadable": details}


def _written(details: Mapping[str, Any]) -> str:
    return json.dumps(dict(details), sort_keys=True)


def _link(row: Any) -> Link:
    """Return a row as a link; what is not as it would be written is no entry."""
    try:
        number, at, account_id, role, action, subject, details, chained = map(_decoded, row)
        entry = Entry(
            number=number,
            at=datetime.fromisoformat(at).replace(tzinfo=UTC),
            account_id=account_id,
            role=role,
            action=action,
            subject=subject,
            details=json.loads(details),
        )
        is_verbatim = f"{entry.at:{_AT}}" == at and _written(entry.details) == details
    except (TypeError, ValueError, RecursionError):
        return Link(row[0], None, "")
    return Link(number, entry if is_verbatim else None, chained)


def _decoded(cell: Any) -> Any:
    return cell.decode() if isinstance(cell, bytes) else cell


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.room:
        yield col(AuditEntryRow.action).startswith(f"{wanted.room}.", autoescape=True)
    if wanted.account_id:
        yield col(AuditEntryRow.account_id) == wanted.account_id
    if wanted.since:
        yield col(AuditEntryRow.at) >= wanted.since
    if wanted.until:
        yield col(AuditEntryRow.at) < wanted.until
