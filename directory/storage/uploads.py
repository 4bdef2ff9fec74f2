"""Files that admins brought, and how far each is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, delete, exists, or_, select

from directory.errors import NotFound
from directory.storage.import_tables import (
    MendRow,
    NoteRow,
    RememberedColumnsRow,
    StagedRow,
    UploadRow,
)

# `columns`: somebody has to say what they are. `reading`: the dry run. `read`: somebody decides.
# `unusable`: nothing of the file can be read. `confirming`: it is taken in. `done`, `discarded`.
UploadState = Literal["columns", "reading", "read", "unusable", "confirming", "done", "discarded"]


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """Which column of ours each title of a file fills ("": none), and what holds for every row."""

    columns: Mapping[str, str]
    everywhere: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file: its name as the admin has it, its titles, and what its dry run counted.

    `round` counts the dry runs, so that nobody confirms what they did not see.
    """

    id: str
    name: str
    size: int
    state: UploadState
    uploaded_at: datetime
    uploaded_by: str
    format: str = ""
    titles: tuple[str, ...] = ()
    chosen: ChosenColumns | None = None
    round: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    problem: str = ""
    hides_new: bool = False
    batch_id: str | None = None
    has_file: bool = True

    def at(self, state: UploadState) -> "Upload":
        """Return the same upload in another state."""
        return replace(self, state=state)


class Uploads:
    """The uploads, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, upload: Upload) -> None:
        """Insert an upload or replace it as a whole."""
        values = {name: getattr(upload, name) for name in _PLAIN}
        chosen = upload.chosen
        row = UploadRow(
            **values,
            titles=json.dumps(upload.titles),
            columns=json.dumps(_document(chosen)) if chosen else None,
            counts=json.dumps(dict(upload.counts)),
        )
        self._session.merge(row)
        self._session.flush()

    def forget(self, id: str) -> None:
        """Delete an upload of which nothing is to be told."""
        self._session.exec(delete(UploadRow).where(col(UploadRow.id) == id))

    def get(self, id: str) -> Upload:
        """Return one upload; raise NotFound where there is none."""
        row = self._session.get(UploadRow, id)
        if row is None:
            raise NotFound(f"there is no import {id}")
        return _upload(row)

    def open(self) -> tuple[Upload, ...]:
        """Return the uploads that are not over, the newest first."""
        query = select(UploadRow).where(col(UploadRow.state).not_in(["done", "discarded"]))
        query = query.order_by(col(UploadRow.uploaded_at).desc())
        return tuple(map(_upload, self._session.exec(query)))

    def with_anything_kept(self) -> tuple[Upload, ...]:
        """Return the uploads of which the file, or anything of its rows, is kept, oldest first."""
        rows = (exists().where(col(kind.upload_id) == col(UploadRow.id)) for kind in _OF_ROWS)
        query = select(UploadRow).where(or_(col(UploadRow.has_file), *rows))
        query = query.order_by(col(UploadRow.uploaded_at))
        return tuple(map(_upload, self._session.exec(query)))

    def of_batches(self, batches: Sequence[str]) -> dict[str, str]:
        """Return the id of the upload behind each of these batches, where there is one."""
        query = select(UploadRow.batch_id, UploadRow.id)
        found = self._session.exec(query.where(col(UploadRow.batch_id).in_(batches)))
        return {batch: id for batch, id in found if batch}

    def remembered(self, titles: Sequence[str]) -> ChosenColumns | None:
        """Return what somebody once said of the same titles."""
        row = self._session.get(RememberedColumnsRow, json.dumps(list(titles)))
        return _chosen(row.columns) if row else None

    def remember(self, titles: Sequence[str], chosen: ChosenColumns, at: datetime) -> None:
        """Remember what the columns of these titles are."""
        key = json.dumps(list(titles))
        columns = json.dumps(_document(chosen))
        self._session.exec(
            delete(RememberedColumnsRow).where(col(RememberedColumnsRow.titles) == key)
        )
        self._session.add(RememberedColumnsRow(titles=key, columns=columns, chosen_at=at))
        self._session.flush()


_OF_ROWS = (NoteRow, MendRow, StagedRow)
_JSON = frozenset({"titles", "columns", "counts"})
_PLAIN = frozenset(UploadRow.model_fields) - _JSON


def _upload(row: UploadRow) -> Upload:
    plain = {name: value for name, value in row.model_dump().items() if name in _PLAIN}
    return Upload(
        **plain,
        titles=tuple(json.loads(row.titles)),
        chosen=_chosen(row.columns) if row.columns else None,
        counts=json.loads(row.counts),
    )


def _document(chosen: ChosenColumns) -> dict[str, dict[str, str]]:
    return {"columns": dict(chosen.columns), "everywhere": dict(chosen.everywhere)}


def _chosen(text: str) -> ChosenColumns:
    return ChosenColumns(**json.loads(text))
