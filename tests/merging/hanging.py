"""Whatever can hang on a listing, put there without knowing what it is."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Table, insert, select
from sqlmodel import Session, SQLModel

from directory.storage.attachment_rules import RULES
from directory.storage.attachments import kind_of
from directory.workflows import Directory
from tests.conftest import NOW

# What tells of the merge itself, or only ever grows.
LOGS = frozenset(
    {
        "alembic_version", "audit_entry", "audit_head", "duplicate", "listing_change", "merge",
        "merge_part", "search_log",
    }
)  # fmt: skip
ACCOUNT = "account-ana"
# Values that something reads, and so have to make sense.
_READ: dict[tuple[str, str], Any] = {
    ("claim", "state"): "asked",
    ("claim", "way"): "email",
    ("claim", "before"): None,
    ("claim", "frozen"): None,
    ("license_check", "licenses"): "[]",
    ("license_check", "held_since"): None,
    ("practice_member", "practice_id"): "practice",
    ("practice_invitation", "practice_id"): "practice",
    ("removal", "decided_at"): NOW,
    ("removal", "before"): None,
}
_BY_TYPE: dict[type, Any] = {
    str: "x",
    int: 3,
    bool: False,
    bytes: b"\xff\x00",
    date: date(2026, 11, 16),
    datetime: datetime(2026, 11, 16, 8, 30, tzinfo=UTC),
}


def hang_everything(session: Session, provider_id: str, mark: str) -> None:
    """Put a row of every table onto a listing; `mark` keeps its keys from those of others."""
    for name in RULES:
        table = SQLModel.metadata.tables[name]
        session.execute(insert(table).values(_row(table, provider_id, mark)))


def _row(table: Table, provider_id: str, mark: str) -> dict[str, Any]:
    values = {column.name: _value(table, column, mark) for column in table.columns}
    serial = [one.name for one in table.primary_key if kind_of(one) is int]
    return {name: value for name, value in values.items() if name not in serial} | {
        "provider_id": provider_id
    }


def _value(table: Table, column: Column[Any], mark: str) -> Any:
    if (table.name, column.name) in _READ:
        return _READ[table.name, column.name]
    if column.name == "account_id":
        return ACCOUNT
    if column.name == "batch_id":
        return "batch"
    if column.primary_key and "provider_id" not in table.primary_key and kind_of(column) is str:
        return f"{mark}-{table.name}"
    return _BY_TYPE[kind_of(column)]


def whole_database(directory: Directory) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table but the logs."""
    found = {}
    with directory.database.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in LOGS:
                rows = session.execute(select(table)).mappings()
                found[table.name] = sorted((dict(row) for row in rows), key=repr)
    return found


def rows_of(directory: Directory, name: str, provider_id: str) -> list[dict[str, Any]]:
    """Return what hangs on a listing in one table."""
    rows = whole_database(directory)[name]
    return [row for row in rows if row["provider_id"] == provider_id]
