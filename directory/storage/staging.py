"""What a file that waits would do, row by row, and the cells that were mended in it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import insert
from sqlmodel import Session, col, delete, func, select, update

from directory.providers import Provider
from directory.storage.import_tables import MendRow, NoteRow, StagedRow

NoteKind = Literal["error", "warning", "skipped"]
_AT_ONCE = 2_000  # rows deleted in one transaction


@dataclass(frozen=True, slots=True)
class Staged:
    """What a row would do: the listing before (None if new) and after, as stored documents.

    `told` says why it was not done after all.
    """

    id: int
    line: int
    provider_id: str
    before: str | None
    after: str
    told: str = ""

    @property
    def listing(self) -> Provider:
        """The listing as it would be."""
        return Provider.model_validate_json(self.after)


@dataclass(frozen=True, slots=True)
class RowNote:
    """What a dry run says about a row; `cells` or `text` are the row of an error, as it stands."""

    kind: NoteKind
    line: int
    column: str
    value: str
    message: str
    cells: tuple[str, ...] = ()
    text: str = ""


class Staging:
    """What is staged for one upload, within one session."""

    def __init__(self, session: Session, upload_id: str) -> None:
        self._session = session
        self._id = upload_id

    def add(
        self, rows: Iterable[tuple[int, str, str | None, str]], notes: Iterable[RowNote]
    ) -> None:
        """Add what some rows would do (line, id, before, after), and the notes about them."""
        staged = [
            _staged_values(self._id, line, id, before, after) for line, id, before, after in rows
        ]
        noted = [_note_values(self._id, note) for note in notes]
        if staged:
            self._session.execute(insert(StagedRow), staged)
        if noted:
            self._session.execute(insert(NoteRow), noted)

    def clear_some(self) -> bool:
        """Delete some of what is staged and noted; tell whether more may be left."""
        counts = [self._clear_some(StagedRow), self._clear_some(NoteRow)]
        return any(count == _AT_ONCE for count in counts)

    def _clear_some(self, table: type[StagedRow] | type[NoteRow]) -> int:
        first = select(table.id).where(col(table.upload_id) == self._id).limit(_AT_ONCE)
        return self._session.exec(delete(table).where(col(table.id).in_(first))).rowcount

    def next(self, most: int) -> list[Staged]:
        """Return the next rows that are to be carried out."""
        return self._rows(most, 0, col(StagedRow.told) == "")

    def page(self, is_new: bool, skip: int, most: int) -> list[Staged]:
        """Return some of the new listings, or of the changed ones, in the order of the file."""
        which = col(StagedRow.is_new).is_(is_new)
        return self._rows(most, skip, which, col(StagedRow.told) == "")

    def left_out(self, skip: int, most: int) -> list[Staged]:
        """Return some rows that were confirmed and not carried out, with why."""
        return self._rows(most, skip, col(StagedRow.told) != "")

    def all_left_out(self) -> Iterator[Staged]:
        """Yield every row that was confirmed and not carried out."""
        skip = 0
        while some := self.left_out(skip, _AT_ONCE):
            yield from some
            skip += len(some)

    def _rows(self, most: int, skip: int, *which: Any) -> list[Staged]:
        query = select(StagedRow).where(col(StagedRow.upload_id) == self._id, *which)
        query = query.order_by(col(StagedRow.id)).offset(skip).limit(most)
        return [_staged(row) for row in self._session.exec(query)]

    def done(self, ids: Sequence[int]) -> None:
        """Forget rows that were carried out."""
        self._session.exec(delete(StagedRow).where(col(StagedRow.id).in_(ids)))

    def leave_out(self, told: Mapping[int, str]) -> None:
        """Note why rows were not carried out."""
        for id, why in told.items():
            self._session.exec(update(StagedRow).where(col(StagedRow.id) == id).values(told=why))

    def count_left(self) -> int:
        """Return how many rows are to be carried out."""
        query = select(func.count()).select_from(StagedRow)
        query = query.where(col(StagedRow.upload_id) == self._id, col(StagedRow.told) == "")
        return self._session.exec(query).one()

    def notes(self, kind: NoteKind, skip: int, most: int) -> list[RowNote]:
        """Return some of the notes of a kind, in the order of the file."""
        query = select(NoteRow).where(col(NoteRow.upload_id) == self._id, col(NoteRow.kind) == kind)
        query = query.order_by(col(NoteRow.id)).offset(skip).limit(most)
        return [_note(row) for row in self._session.exec(query)]

    def mends(self) -> dict[tuple[int, str], str]:
        """Return the cells that were mended, by line and title."""
        query = select(MendRow).where(col(MendRow.upload_id) == self._id)
        return {(row.line, row.column): row.value for row in self._session.exec(query)}

    def mend(self, cells: Mapping[tuple[int, str], str]) -> None:
        """Keep what was written into cells."""
        for (line, column), value in cells.items():
            row = MendRow(upload_id=self._id, line=line, column=column, value=value)
            self._session.merge(row)
        self._session.flush()

    def forget_mends(self) -> None:
        """Delete the mended cells."""
        self._session.exec(delete(MendRow).where(col(MendRow.upload_id) == self._id))


def _staged_values(
    upload_id: str, line: int, id: str, before: str | None, after: str
) -> dict[str, Any]:
    return {
        "upload_id": upload_id,
        "line": line,
        "provider_id": id,
        "is_new": before is None,
        "before": before,
        "after": after,
        "told": "",
    }


def _staged(row: StagedRow) -> Staged:
    return Staged(row.id or 0, row.line, row.provider_id, row.before, row.after, row.told)


def _note_values(upload_id: str, note: RowNote) -> dict[str, Any]:
    row = json.dumps(note.cells or note.text) if note.cells or note.text else ""
    plain = ("kind", "line", "column", "value", "message")
    return {name: getattr(note, name) for name in plain} | {"upload_id": upload_id, "cells": row}


def _note(row: NoteRow) -> RowNote:
    kept = json.loads(row.cells) if row.cells else ""
    cells = tuple(kept) if isinstance(kept, list) else ()
    text = kept if isinstance(kept, str) else ""
    return RowNote(row.kind, row.line, row.column, row.value, row.message, cells, text)  # type: ignore[arg-type]
