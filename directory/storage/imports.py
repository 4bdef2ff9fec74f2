"""The history of imports, by which one can be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, insert
from sqlalchemy import select as select_many  # of more than four columns
from sqlmodel import Session, and_, col, delete, func, or_, select, update

from directory.errors import Conflict, NotFound
from directory.providers import Provider
from directory.providers.claims import OPEN
from directory.storage.claim_tables import ClaimRow
from directory.storage.import_tables import ImportBatchRow, ImportChangeRow
from directory.storage.keeping_tables import KeeperRow
from directory.storage.merge_tables import MergeRow
from directory.storage.providers import document_of
from directory.storage.tables import ProviderRow

_UNDECIDED = OPEN | {"approved", "frozen"}  # states of a claim


@dataclass(frozen=True, slots=True)
class ImportChange:
    """What an import did to one listing; `before` is None where it created it."""

    provider_id: str
    before: Provider | None
    after: Provider


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: what it did, and what became of it.

    Without an end it runs, or broke off. `removed` and `restored` count what was taken back.
    """

    id: str
    format: str
    name: str
    imported_at: datetime
    ended_at: datetime | None
    undo_asked_at: datetime | None
    undoes_edited: bool
    undone_at: datetime | None
    created: int
    updated: int
    removed: int
    restored: int

    @property
    def is_going(self) -> bool:
        """Whether it is being taken back, or was to be when that broke off."""
        return self.undo_asked_at is not None and self.undone_at is None


@dataclass(frozen=True, slots=True)
class Standing:
    """A listing that is not as an import left it, or that somebody keeps or has claimed.

    `document` is what is stored now, None where it is gone.
    """

    provider_id: str
    is_new: bool
    document: str | None
    after: str
    is_kept: bool
    is_claimed: bool

    @property
    def is_as_left(self) -> bool:
        """Whether nobody edited it since; older documents may name the same facts otherwise."""
        if self.document is None or self.document == self.after:
            return self.document is not None
        read = Provider.model_validate_json
        return read(self.document) == read(self.after)


class Imports:
    """The batches of imports, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, batch: str, format: str, at: datetime, name: str = "") -> None:
        """Record a new batch."""
        self._session.add(ImportBatchRow(id=batch, format=format, imported_at=at, name=name))
        self._session.flush()

    def end(self, batch: str, at: datetime) -> None:
        """Record that a batch is whole."""
        self._change(batch, ended_at=at)

    def get(self, batch: str) -> ImportBatch:
        """Return one batch; raise NotFound where there is none."""
        row = self._session.get(ImportBatchRow, batch)
        if row is None:
            raise NotFound(f"there is no import {batch}")
        return ImportBatch(**row.model_dump())

    def newest(self, limit: int = 50) -> tuple[ImportBatch, ...]:
        """Return the newest batches first."""
        query = select(ImportBatchRow).order_by(
            col(ImportBatchRow.imported_at).desc(), col(ImportBatchRow.id)
        )
        return tuple(
            ImportBatch(**row.model_dump()) for row in self._session.exec(query.limit(limit))
        )

    def note_change(self, batch: str, before: Provider | None, after: Provider) -> None:
        """Record what a batch did to a listing."""
        was = document_of(before) if before else None
        self.note_changes(batch, [(after.id, was, document_of(after))])

    def note_changes(self, batch: str, changes: Iterable[tuple[str, str | None, str]]) -> None:
        """Record what a batch did: the id, the document before (None if new) and the one after."""
        rows: list[dict[str, Any]] = [
            {"batch_id": batch, "provider_id": id, "before": was, "after": now, "stays": False}
            for id, was, now in changes
        ]
        if not rows:
            return
        self._session.execute(insert(ImportChangeRow), rows)
        created = sum(row["before"] is None for row in rows)
        self._change(
            batch,
            created=ImportBatchRow.created + created,
            updated=ImportBatchRow.updated + len(rows) - created,
        )

    def changes(self, batch: str) -> list[ImportChange]:
        """Return what a batch did and was not taken back, listing by listing."""
        query = select(ImportChangeRow).where(col(ImportChangeRow.batch_id) == batch)
        query = query.order_by(col(ImportChangeRow.provider_id))
        return [_change(row) for row in self._session.exec(query)]

    def next_to_take_back(self, batch: str, most: int) -> list[ImportChange]:
        """Return the next listings that are not taken back yet."""
        query = select(ImportChangeRow).where(_is_left(batch))
        query = query.order_by(col(ImportChangeRow.provider_id)).limit(most)
        return [_change(row) for row in self._session.exec(query)]

    def taken_back(self, batch: str, removed: list[str], restored: list[str]) -> None:
        """Forget what was done to listings that are as before by now, and count them."""
        self._session.exec(
            delete(ImportChangeRow).where(
                col(ImportChangeRow.batch_id) == batch,
                col(ImportChangeRow.provider_id).in_([*removed, *restored]),
            )
        )
        self._change(
            batch,
            removed=ImportBatchRow.removed + len(removed),
            restored=ImportBatchRow.restored + len(restored),
        )

    def let_stay(self, batch: str, ids: list[str]) -> None:
        """Note that listings stay as they are though their import is taken back."""
        which = and_(
            col(ImportChangeRow.batch_id) == batch, col(ImportChangeRow.provider_id).in_(ids)
        )
        self._session.exec(update(ImportChangeRow).where(which).values(stays=True))

    def staying(self, batch: str) -> tuple[str, ...]:
        """Return the ids of the listings that stayed when a batch was taken back, in order."""
        query = select(ImportChangeRow.provider_id).where(
            col(ImportChangeRow.batch_id) == batch, col(ImportChangeRow.stays)
        )
        return tuple(self._session.exec(query.order_by(col(ImportChangeRow.provider_id))))

    def count_as_left(self, batch: str) -> tuple[int, int]:
        """Return how many created and changed listings are as a batch left them, and nobody's."""
        is_new = col(ImportChangeRow.before).is_(None)
        query = select(is_new, func.count()).join(ProviderRow, _is_stored(), isouter=True)
        query = query.where(_is_left(batch), ~_differs(), ~_is_kept(), ~_is_claimed()).group_by(
            is_new
        )
        counts = {bool(new): count for new, count in self._session.exec(query)}
        return counts.get(True, 0), counts.get(False, 0)

    def standings(self, batch: str) -> Iterator[Standing]:
        """Yield the other listings of a batch, in order."""
        query = (
            select_many(
                col(ImportChangeRow.provider_id),
                col(ImportChangeRow.before).is_(None),
                col(ProviderRow.document),
                col(ImportChangeRow.after),
                _is_kept(),
                _is_claimed(),
            )
            .join(ProviderRow, _is_stored(), isouter=True)
            .where(_is_left(batch), or_(_differs(), _is_kept(), _is_claimed()))
            .order_by(col(ImportChangeRow.provider_id))
            .execution_options(yield_per=500)
        )
        return (Standing(*row) for row in self._session.execute(query))

    def of_somebody(self, ids: Sequence[str]) -> frozenset[str]:
        """Return those listings that somebody keeps, or has claimed and waits for an answer."""
        query = select(ProviderRow.id).where(col(ProviderRow.id).in_(ids))
        is_theirs = or_(_is_kept(ProviderRow.id), _is_claimed(ProviderRow.id))
        return frozenset(self._session.exec(query.where(is_theirs)))

    def merges_within(self, batch: str, most: int) -> tuple[int, tuple[int, ...]]:
        """Return how many merges had a part in the listings of a batch, and the newest of them."""
        ids = select(ImportChangeRow.provider_id).where(_is_left(batch))
        which = or_(col(MergeRow.survivor_id).in_(ids), col(MergeRow.gone_id).in_(ids))
        count = self._session.exec(select(func.count()).select_from(MergeRow).where(which)).one()
        query = select(MergeRow.id).where(which).order_by(col(MergeRow.id).desc()).limit(most)
        return count, tuple(id for id in self._session.exec(query) if id is not None)

    def count_left(self, batch: str) -> int:
        """Return how many listings of a batch are not taken back yet."""
        query = select(func.count()).select_from(ImportChangeRow).where(_is_left(batch))
        return self._session.exec(query).one()

    def forget_many(self, provider_ids: Sequence[str]) -> None:
        """Delete what imports did to several listings."""
        which = col(ImportChangeRow.provider_id).in_(provider_ids)
        self._session.exec(delete(ImportChangeRow).where(which))

    def ask_undo(self, batch: str, at: datetime, with_edited: bool) -> None:
        """Record that a batch is to be taken back; one that broke off goes on as it was begun.

        Raises NotFound for an unknown batch and Conflict for one taken back already.
        """
        found = self.get(batch)
        if found.undone_at is not None:
            raise Conflict(f"the import {batch} was taken back on {found.undone_at:%Y-%m-%d}")
        if not found.is_going:
            self._change(batch, undo_asked_at=at, undoes_edited=with_edited)

    def mark_undone(self, batch: str, at: datetime) -> None:
        """Record that a batch was taken back."""
        self._change(batch, undone_at=at)

    def _change(self, batch: str, **values: Any) -> None:
        query = update(ImportBatchRow).where(col(ImportBatchRow.id) == batch)
        self._session.exec(query.values(**values))


def _is_left(batch: str) -> ColumnElement[bool]:
    """Return what the changes of a batch are that are not taken back yet."""
    return and_(col(ImportChangeRow.batch_id) == batch, col(ImportChangeRow.stays).is_(False))


def _is_stored() -> ColumnElement[bool]:
    return col(ProviderRow.id) == col(ImportChangeRow.provider_id)


def _differs() -> ColumnElement[bool]:
    document = col(ProviderRow.document)
    return or_(document.is_(None), document != col(ImportChangeRow.after))


def _is_kept(id: str = ImportChangeRow.provider_id) -> ColumnElement[bool]:
    return exists().where(col(KeeperRow.provider_id) == col(id))


def _is_claimed(id: str = ImportChangeRow.provider_id) -> ColumnElement[bool]:
    """Return whether somebody claimed a listing, and it is not decided yet whose it is."""
    return exists().where(
        col(ClaimRow.provider_id) == col(id), col(ClaimRow.state).in_(sorted(_UNDECIDED))
    )


def _change(row: ImportChangeRow) -> ImportChange:
    before = Provider.model_validate_json(row.before) if row.before else None
    return ImportChange(row.provider_id, before, Provider.model_validate_json(row.after))
