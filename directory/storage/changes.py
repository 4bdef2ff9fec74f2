"""The history of the listings."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy import or_
from sqlmodel import Session, col, select

from directory.providers.history import Author, AuthorKind, Change, Json
from directory.storage.keeping_tables import ListingChangeRow


class Changes:
    """The changes of the listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        provider_id: str,
        at: datetime,
        author: Author,
        before: Mapping[str, Json],
        after: Mapping[str, Json],
    ) -> int:
        """Note a change; return its number."""
        row = ListingChangeRow(
            provider_id=provider_id,
            at=at,
            author_kind=author.kind,
            account_id=author.account_id,
            before=json.dumps(before),
            after=json.dumps(after),
        )
        self._session.add(row)
        self._session.flush()
        return cast(int, row.id)

    def get(self, id: int) -> Change | None:
        """Return one change, or None where there is no such number."""
        row = self._session.get(ListingChangeRow, id)
        return _change(row) if row else None

    def forget_address(self, provider_id: str, address: str) -> None:
        """Leave an address out of the history of a listing, wherever it was the listing's own."""
        query = select(ListingChangeRow).where(
            col(ListingChangeRow.provider_id) == provider_id,
            or_(
                col(ListingChangeRow.before).icontains(address, autoescape=True),
                col(ListingChangeRow.after).icontains(address, autoescape=True),
            ),
        )
        for row in self._session.exec(query):
            row.before, row.after = _without(row.before, address), _without(row.after, address)

    def of_listing(
        self, provider_id: str, limit: int = 50, before_id: int | None = None
    ) -> tuple[Change, ...]:
        """Return the newest changes of a listing first, where asked those before a number."""
        query = select(ListingChangeRow).where(col(ListingChangeRow.provider_id) == provider_id)
        if before_id is not None:
            query = query.where(col(ListingChangeRow.id) < before_id)
        query = query.order_by(col(ListingChangeRow.id).desc()).limit(limit)
        return tuple(map(_change, self._session.exec(query)))

    def was_published(self, provider_id: str) -> bool:
        """Tell whether a listing was ever taken off the site, so that it had been on it."""
        query = select(ListingChangeRow.id).where(
            col(ListingChangeRow.provider_id) == provider_id,
            col(ListingChangeRow.before).contains('"published": true'),
            col(ListingChangeRow.after).contains('"published": false'),
        )
        return self._session.exec(query.limit(1)).first() is not None


def _without(document: str, address: str) -> str:
    """Return the fields of a change with no word where the listing's address was this one."""
    fields = json.loads(document)
    if str(fields.get("email")).lower() == address.lower():
        fields["email"] = None
    return json.dumps(fields)


def _change(row: ListingChangeRow) -> Change:
    return Change(
        id=cast(int, row.id),
        provider_id=row.provider_id,
        at=row.at,
        author=Author(cast(AuthorKind, row.author_kind), row.account_id),
        before=json.loads(row.before),
        after=json.loads(row.after),
    )
