"""The merges of listings: what they did, and where the old addresses lead."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, delete, or_, select

from directory.providers import Provider
from directory.providers.merging import Merge
from directory.storage.attachments import Done, Part
from directory.storage.merge_tables import MergePartRow, MergeRow
from directory.storage.providers import document_of

_CHAIN = 20  # merges after one another that an old address is followed through


class Merges:
    """The merges, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        survivor_before: Provider,
        gone_before: Provider,
        after: Provider,
        parts: Iterable[Part],
        account_id: str,
        at: datetime,
    ) -> int:
        """Write a merge down with what it did; return its number."""
        row = MergeRow(
            survivor_id=after.id,
            gone_id=gone_before.id,
            gone_npi=gone_before.npi,
            at=at,
            account_id=account_id,
            survivor_before=document_of(survivor_before),
            gone_before=document_of(gone_before),
            after=document_of(after),
        )
        self._session.add(row)
        self._session.flush()
        for part in parts:
            self._session.add(_part_row(cast(int, row.id), part))
        self._session.flush()
        return cast(int, row.id)

    def get(self, id: int) -> Merge | None:
        """Return one merge, or None where there is no such number."""
        row = self._session.get(MergeRow, id)
        return _merge(row) if row else None

    def newest(self, limit: int = 50, skip: int = 0) -> tuple[Merge, ...]:
        """Return the merges, the newest first."""
        query = select(MergeRow).order_by(col(MergeRow.id).desc()).offset(skip).limit(limit)
        return tuple(map(_merge, self._session.exec(query)))

    def parts(self, id: int) -> tuple[Part, ...]:
        """Return what a merge did with each row that hung on the listing that went."""
        query = select(MergePartRow).where(col(MergePartRow.merge_id) == id)
        rows = self._session.exec(query.order_by(col(MergePartRow.id)))
        return tuple(Part(row.table, cast(Done, row.how), row.row, row.account_id) for row in rows)

    def latest_of(self, *ids: str) -> Merge | None:
        """Return the last merge that any of some listings had a part in."""
        query = select(MergeRow).where(
            or_(col(MergeRow.survivor_id).in_(ids), col(MergeRow.gone_id).in_(ids))
        )
        row = self._session.exec(query.order_by(col(MergeRow.id).desc()).limit(1)).first()
        return _merge(row) if row else None

    def remove(self, id: int) -> None:
        """Forget a merge that was taken back, and what it set aside."""
        self._session.exec(delete(MergeRow).where(col(MergeRow.id) == id))

    def naming(self, ids: Iterable[str], npis: Iterable[str]) -> tuple[Merge, ...]:
        """Return the merges in which a listing of these went, the oldest first."""
        query = select(MergeRow).where(
            or_(col(MergeRow.gone_id).in_(list(ids)), col(MergeRow.gone_npi).in_(list(npis)))
        )
        return tuple(map(_merge, self._session.exec(query.order_by(col(MergeRow.id)))))

    def into(self, ids: Iterable[str]) -> tuple[Merge, ...]:
        """Return the merges in which a listing of these stayed, the oldest first."""
        query = select(MergeRow).where(col(MergeRow.survivor_id).in_(list(ids)))
        return tuple(map(_merge, self._session.exec(query.order_by(col(MergeRow.id)))))

    def survivor_of(self, id: str) -> str | None:
        """Return the listing that one was merged into in the end, None where it never was."""
        found: str | None = None
        for _ in range(_CHAIN):
            query = select(MergeRow.survivor_id).where(col(MergeRow.gone_id) == (found or id))
            following = self._session.exec(query.limit(1)).first()
            if following is None:
                break
            found = following
        return found

    def merged_into(self, survivor_id: str) -> tuple[Merge, ...]:
        """Return the merges, also those before them, that led to a listing, the newest first."""
        found: list[Merge] = []
        names = [survivor_id]
        while names:
            query = select(MergeRow).where(col(MergeRow.survivor_id).in_(names))
            some = [_merge(row) for row in self._session.exec(query)]
            found += some
            names = [one.gone_id for one in some]
        return tuple(sorted(found, key=lambda one: -one.id))

    def forget(self, provider_ids: Sequence[str]) -> None:
        """Delete what merges know of some listings, whichever became of them."""
        ids = list(provider_ids)
        self._session.exec(
            delete(MergeRow).where(
                or_(col(MergeRow.survivor_id).in_(ids), col(MergeRow.gone_id).in_(ids))
            )
        )

    def forget_account(self, account_id: str, address: str) -> tuple[str, ...]:
        """Leave an account that is deleted out of what merges set aside, and its address.

        Returns the ids of the listings that went, and that it had to do with.
        """
        gone = []
        kept = select(MergePartRow.merge_id).where(col(MergePartRow.account_id) == account_id)
        for row in self._session.exec(select(MergeRow).where(col(MergeRow.id).in_(kept))):
            row.survivor_before = _without(row.survivor_before, address)
            row.gone_before = _without(row.gone_before, address)
            row.after = _without(row.after, address)
            gone.append(row.gone_id)
        self._session.flush()
        self._session.exec(
            delete(MergePartRow).where(
                col(MergePartRow.account_id) == account_id, col(MergePartRow.how) != "added"
            )
        )
        return tuple(gone)


def _without(document: str, address: str) -> str:
    listing = Provider.model_validate_json(document)
    if (listing.email or "").lower() != address.lower():
        return document
    return document_of(listing.model_copy(update={"email": None}))


def _part_row(merge_id: int, part: Part) -> MergePartRow:
    return MergePartRow(
        merge_id=merge_id,
        table=part.table,
        how=part.how,
        row=part.row,
        account_id=part.account_id,
    )


def _merge(row: MergeRow) -> Merge:
    return Merge(
        id=cast(int, row.id),
        survivor_id=row.survivor_id,
        gone_id=row.gone_id,
        at=row.at,
        account_id=row.account_id,
        survivor_before=Provider.model_validate_json(row.survivor_before),
        gone_before=Provider.model_validate_json(row.gone_before),
        after=Provider.model_validate_json(row.after),
    )
