"""What hangs on a listing, table by table, and what becomes of it when it is merged or removed."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Column, Table, TypeDecorator, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from directory.providers.claims import OPEN
from directory.storage.attachment_rules import NAMELESS, OUTLIVING, RULES, Rule

# `raised` was put on the listing that stayed, and goes again.
Done = Literal["moved", "set_aside", "added", "raised"]
Row = Mapping[str, Any]
_ID = "provider_id"


@dataclass(frozen=True, slots=True)
class Part:
    """One row as it was on the listing that went, and what was done with it."""

    table: str
    how: Done
    row: str
    account_id: str | None


class Attachments:
    """Whatever hangs on listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, provider_id: str) -> Mapping[str, int]:
        """Return how many rows hang on a listing, by table; empty tables are left out."""
        counts = {name: len(self._rows(name, provider_id)) for name in RULES}
        return {name: count for name, count in counts.items() if count}

    def hand_over(self, gone: str, survivor: str) -> tuple[Part, ...]:
        """Give what hangs on one listing to another, or set it aside; return each row as it was."""
        return tuple(
            part
            for name, rule in RULES.items()
            for row in self._rows(name, gone)
            if (part := self._hand_over(_table(name), rule, row, survivor))
        )

    def raised(self, name: str, provider_id: str) -> Part:
        """Return the note that a row was put on a listing which had none."""
        [row] = self._rows(name, provider_id)
        return _part(_table(name), "raised", row)

    def give_back(self, parts: Iterable[Part], survivor: str) -> None:
        """Undo a handing over; what changed since then, or is over, stays as it is."""
        for part in parts:
            table = _table(part.table)
            row = _decoded(table, part.row)
            if part.how == "moved":
                self._move_back(table, row, survivor)
            elif part.how == "added":
                self._subtract(table, RULES[part.table].sums, row, survivor)
            elif part.how == "raised":
                self._delete(table, row)
            else:
                self._insert(table, row)

    def forget(self, provider_id: str) -> None:
        """Delete whatever goes with a listing that is removed."""
        for name in RULES.keys() - OUTLIVING - NAMELESS:
            table = _table(name)
            self._session.execute(delete(table).where(table.c[_ID] == provider_id))

    def _rows(self, name: str, provider_id: str) -> list[Row]:
        table = _table(name)
        query = select(table).where(table.c[_ID] == provider_id).order_by(*table.primary_key)
        return [dict(row) for row in self._session.execute(query).mappings()]

    def _hand_over(self, table: Table, rule: Rule, row: Row, survivor: str) -> Part | None:
        if rule.how == "stays" or (rule.how == "moves_open" and row["state"] not in OPEN):
            return None
        there = {**row, _ID: survivor}
        if rule.how == "adds_up":
            self._delete(table, row)
            self._add(table, rule.sums, there)
            return _part(table, "added", row)
        if rule.how == "set_aside" or (_ID in table.primary_key and self._at(table, there)):
            self._delete(table, row)
            return _part(table, "set_aside", row)
        self._session.execute(update(table).where(_is(table, row)).values({_ID: survivor}))
        return _part(table, "moved", row)

    def _move_back(self, table: Table, row: Row, survivor: str) -> None:
        there = {**row, _ID: survivor}
        if self._at(table, there) == there:
            self._session.execute(update(table).where(_is(table, there)).values({_ID: row[_ID]}))

    def _add(self, table: Table, sums: str, row: Row) -> None:
        found = self._at(table, row)
        if found is None:
            self._insert(table, row)
        else:
            self._set(table, row, sums, found[sums] + row[sums])

    def _subtract(self, table: Table, sums: str, row: Row, survivor: str) -> None:
        there = {**row, _ID: survivor}
        found = self._at(table, there)
        if found is None:
            return  # forgotten by its age
        if found[sums] > row[sums]:
            self._set(table, there, sums, found[sums] - row[sums])
        else:
            self._delete(table, there)
        self._insert(table, row)

    def _set(self, table: Table, row: Row, name: str, value: int) -> None:
        self._session.execute(update(table).where(_is(table, row)).values({name: value}))

    def _insert(self, table: Table, row: Row) -> None:
        # Something of its kind may be there by now, or what it belonged to may be gone.
        with suppress(IntegrityError), self._session.begin_nested():
            self._session.execute(insert(table).values(row))

    def _delete(self, table: Table, row: Row) -> None:
        self._session.execute(delete(table).where(_is(table, row)))

    def _at(self, table: Table, row: Row) -> Row | None:
        found = self._session.execute(select(table).where(_is(table, row))).mappings().first()
        return dict(found) if found else None


def _is(table: Table, row: Row) -> Any:
    """Return the condition that names a row by its key."""
    return and_(*(column == row[column.name] for column in table.primary_key))


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _part(table: Table, how: Done, row: Row) -> Part:
    return Part(table.name, how, json.dumps(dict(_encoded(row))), row.get("account_id"))


def _encoded(row: Row) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, date):
            yield name, value.isoformat()
        else:
            yield name, b64encode(value).decode() if isinstance(value, bytes) else value


def _decoded(table: Table, document: str) -> dict[str, Any]:
    kinds = {column.name: kind_of(column) for column in table.columns}
    return {name: _as(kinds[name], value) for name, value in json.loads(document).items()}


def kind_of(column: Column[Any]) -> type:
    """Return the Python type of what a column holds."""
    declared = column.type
    stored = declared.impl_instance if isinstance(declared, TypeDecorator) else declared
    return stored.python_type


def _as(kind: type, value: Any) -> Any:
    if value is None:
        return None
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    return b64decode(value) if kind is bytes else value
