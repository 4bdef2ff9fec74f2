"""The editions that were published, the draft of the next, and what previews found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlmodel import Session, col, func, select

from directory.errors import Conflict
from directory.storage.edition_tables import EditionDraftRow, EditionPreviewRow, EditionRow

_DRAFT = 1
_KEPT_PREVIEWS = 20
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """One edition: `brings_back` is the number of the one that it repeats, if any."""

    number: int
    document: Document
    note: str
    published_at: datetime
    published_by: str | None
    brings_back: int | None


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The draft; `begun_from` is the edition that was in force when it was begun."""

    document: Document
    version: int
    begun_from: int
    changed_at: datetime
    changed_by: str | None


@dataclass(frozen=True, slots=True)
class StoredPreview:
    """A preview of a draft; without a result the worker has not finished it."""

    id: int
    document: Document
    result: Document | None
    asked_at: datetime


class Editions:
    """The editions, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def head(self) -> int:
        """Return the number of the edition in force, 0 where it is what ships."""
        return self._session.exec(select(func.max(EditionRow.number))).one() or 0

    def publish(self, edition: PublishedEdition) -> None:
        """Add an edition, which has to be the next; raise Conflict where another came before."""
        if edition.number != self.head() + 1:
            raise Conflict("somebody published another edition meanwhile: look at it first")
        row = EditionRow(
            number=edition.number,
            document=json.dumps(edition.document),
            note=edition.note,
            published_at=edition.published_at,
            published_by=edition.published_by,
            brings_back=edition.brings_back,
        )
        self._session.add(row)
        self._session.flush()

    def get(self, number: int) -> PublishedEdition | None:
        """Return an edition by its number."""
        row = self._session.get(EditionRow, number)
        return _edition(row) if row else None

    def newest(self, limit: int = 100) -> tuple[PublishedEdition, ...]:
        """Return the newest editions first."""
        query = select(EditionRow).order_by(col(EditionRow.number).desc()).limit(limit)
        return tuple(map(_edition, self._session.exec(query)))

    def draft(self) -> StoredDraft | None:
        """Return the draft, where there is one."""
        row = self._session.get(EditionDraftRow, _DRAFT)
        if row is None:
            return None
        document = json.loads(row.document)
        return StoredDraft(document, row.version, row.begun_from, row.changed_at, row.changed_by)

    def put_draft(self, draft: StoredDraft) -> None:
        """Keep the draft in the place of the one before."""
        self._session.merge(
            EditionDraftRow(
                id=_DRAFT,
                document=json.dumps(draft.document),
                version=draft.version,
                begun_from=draft.begun_from,
                changed_at=draft.changed_at,
                changed_by=draft.changed_by,
            )
        )

    def drop_draft(self) -> None:
        """Forget the draft."""
        if row := self._session.get(EditionDraftRow, _DRAFT):
            self._session.delete(row)

    def ask_preview(self, document: Document, at: datetime) -> int:
        """Keep a draft for the worker to look at; return the number of the preview."""
        row = EditionPreviewRow(document=json.dumps(document), asked_at=at)
        self._session.add(row)
        self._session.flush()
        id = cast(int, row.id)
        old = select(EditionPreviewRow).where(col(EditionPreviewRow.id) <= id - _KEPT_PREVIEWS)
        for each in self._session.exec(old):
            self._session.delete(each)
        return id

    def preview(self, id: int) -> StoredPreview | None:
        """Return a preview."""
        row = self._session.get(EditionPreviewRow, id)
        return _preview(row) if row else None

    def newest_preview(self, document: Document) -> StoredPreview | None:
        """Return the last preview of just this draft."""
        query = select(EditionPreviewRow).where(
            col(EditionPreviewRow.document) == json.dumps(document)
        )
        row = self._session.exec(query.order_by(col(EditionPreviewRow.id).desc())).first()
        return _preview(row) if row else None

    def keep_result(self, id: int, result: Document) -> None:
        """Keep what a preview found."""
        if row := self._session.get(EditionPreviewRow, id):
            row.result = json.dumps(result)
            self._session.add(row)


def _edition(row: EditionRow) -> PublishedEdition:
    return PublishedEdition(**{**row.model_dump(), "document": json.loads(row.document)})


def _preview(row: EditionPreviewRow) -> StoredPreview:
    result = json.loads(row.result) if row.result else None
    return StoredPreview(cast(int, row.id), json.loads(row.document), result, row.asked_at)
