"""The outbox from which every process brings its index up to date."""

from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Session, col, func, select

from directory.storage.edition_tables import EditionRow
from directory.storage.tables import SearchLogRow

# Both are asked in every search, so written once.
_HEAD = select(func.max(SearchLogRow.seq))
_HEADS = select(_HEAD.scalar_subquery(), select(func.max(EditionRow.number)).scalar_subquery())


class SearchLog:
    """The changed listings in the order of their changes, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, provider_id: str) -> None:
        """Note that a listing changed or went; commits with the change itself."""
        self._session.add(SearchLogRow(provider_id=provider_id))

    def append_many(self, provider_ids: Sequence[str]) -> None:
        """Note that several listings changed."""
        rows = [{"provider_id": id} for id in provider_ids]
        self._session.execute(insert(SearchLogRow), rows)

    def head(self) -> int:
        """Return the number of the newest change, 0 where there is none."""
        return self._session.exec(_HEAD).one() or 0

    def heads(self) -> tuple[int, int]:
        """Return the numbers of the newest change and of the edition in force, by one query."""
        seq, edition = self._session.exec(_HEADS).one()
        return seq or 0, edition or 0

    def changed_since(self, seq: int, most: int) -> tuple[list[str], int]:
        """Return the listings of the next changes after a number, each once, and the last number.

        At most `most` changes are read; without any the number comes back as it was.
        """
        query = select(SearchLogRow.seq, SearchLogRow.provider_id).where(
            col(SearchLogRow.seq) > seq
        )
        rows = self._session.exec(query.order_by(col(SearchLogRow.seq)).limit(most)).all()
        last = rows[-1][0] if rows else None
        return list(dict.fromkeys(id for _, id in rows)), seq if last is None else last
