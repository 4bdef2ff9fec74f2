"""Listings in the database: they go in and come out as Provider."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, delete, func, select

from directory.errors import NotFound
from directory.providers import Provider
from directory.storage.search_log import SearchLog
from directory.storage.tables import ProviderRow

# Written once: putting a statement together takes longer than SQLite takes to answer it.
_DOCUMENTS = select(ProviderRow.id, ProviderRow.document).where(
    col(ProviderRow.id).in_(bindparam("ids", expanding=True))
)


def document_of(provider: Provider) -> str:
    """Return the JSON under which a listing is stored; equal listings give equal text."""
    return provider.model_dump_json(exclude_defaults=True)


class Providers:
    """The listings, within one session; each change also goes into the search log."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._log = SearchLog(session)

    def get(self, id: str) -> Provider | None:
        """Return one listing, or None where there is no such id."""
        row = self._session.get(ProviderRow, id)
        return _provider(row.document) if row else None

    def one(self, id: str) -> Provider:
        """Return one listing; raise NotFound where there is no such id."""
        found = self.get(id)
        if found is None:
            raise NotFound(f"no listing has the id {id}")
        return found

    def get_many(self, ids: Sequence[str]) -> list[Provider]:
        """Return the listings of these ids in the order asked; unknown ids are left out."""
        documents = self._documents(ids)
        return [_provider(documents[id]) for id in ids if id in documents]

    def get_published(self, ids: Sequence[str]) -> list[Provider]:
        """Return those of these listings that anybody may see, in the order asked."""
        return [provider for provider in self.get_many(ids) if provider.is_public]

    def ids_by_npi(self, npis: Iterable[str]) -> dict[str, str]:
        """Return the id of the listing that holds each NPI, where there is one."""
        query = select(ProviderRow.npi, ProviderRow.id).where(col(ProviderRow.npi).in_(list(npis)))
        return {npi: id for npi, id in self._session.exec(query) if npi}

    def published(self) -> Iterator[Provider]:
        """Yield every public listing, a few hundred in memory at a time, by id."""
        query = (
            select(ProviderRow.document)
            .where(col(ProviderRow.published))
            .order_by(col(ProviderRow.id))
            .execution_options(yield_per=500)
        )
        return map(_provider, self._session.exec(query))

    def every(self) -> Iterator[Provider]:
        """Yield every listing, hidden ones too, a few hundred in memory at a time, by id."""
        query = select(ProviderRow.document).order_by(col(ProviderRow.id))
        return map(_provider, self._session.exec(query.execution_options(yield_per=500)))

    def claimed_after(self, id: str, most: int) -> list[Provider]:
        """Return the next claimed listings after an id, public or not, in order."""
        query = select(ProviderRow.document).where(col(ProviderRow.claimed))
        query = query.where(col(ProviderRow.id) > id).order_by(col(ProviderRow.id)).limit(most)
        return [_provider(document) for document in self._session.exec(query)]

    def documents_after(self, id: str, most: int) -> list[dict[str, Any]]:
        """Return the next listings after an id, public or not, as their bare documents."""
        query = select(ProviderRow.document).where(col(ProviderRow.id) > id)
        query = query.order_by(col(ProviderRow.id)).limit(most)
        return [json.loads(document) for document in self._session.exec(query)]

    def documents(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return some listings by id as their bare documents; unknown ids are left out."""
        return {id: json.loads(document) for id, document in self._documents(ids).items()}

    def published_ids(self) -> list[str]:
        """Return the ids of the public listings, in order."""
        query = select(ProviderRow.id).where(col(ProviderRow.published))
        return list(self._session.exec(query.order_by(col(ProviderRow.id))))

    def count(self) -> int:
        """Return how many listings there are, published or not."""
        return self._session.exec(select(func.count()).select_from(ProviderRow)).one()

    def save(self, provider: Provider) -> None:
        """Insert a listing or replace it as a whole."""
        self._session.merge(ProviderRow(**_row_of(provider)))
        self._log.append(provider.id)

    def save_many(self, providers: Sequence[Provider]) -> None:
        """Insert listings or replace each as a whole; much quicker than one by one."""
        rows = [_row_of(provider) for provider in providers]
        if not rows:
            return
        insertion = insert(ProviderRow)
        facts = {name: insertion.excluded[name] for name in rows[0] if name != "id"}
        self._session.execute(insertion.on_conflict_do_update(["id"], set_=facts), rows)
        self._log.append_many([provider.id for provider in providers])

    def remove(self, id: str) -> None:
        """Delete a listing; one that does not exist is none the worse for it."""
        self._session.exec(delete(ProviderRow).where(col(ProviderRow.id) == id))
        self._log.append(id)

    def remove_many(self, ids: Sequence[str]) -> None:
        """Delete several listings."""
        if ids:
            self._session.exec(delete(ProviderRow).where(col(ProviderRow.id).in_(ids)))
            self._log.append_many(ids)

    def _documents(self, ids: Sequence[str]) -> dict[str, str]:
        documents: dict[str, str] = {}
        for start in range(0, len(ids), 500):
            some = {"ids": ids[start : start + 500]}
            documents.update(iter(self._session.exec(_DOCUMENTS, params=some)))
        return documents


def _row_of(provider: Provider) -> dict[str, Any]:
    return {
        "id": provider.id,
        "npi": provider.npi,
        "published": provider.is_public,
        "claimed": provider.claimed,
        "document": document_of(provider),
    }


def _provider(document: str) -> Provider:
    return Provider.model_validate_json(document)
