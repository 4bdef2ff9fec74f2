"""The outbox from which every process brings its index up to date."""

from sqlmodel import Session, col, func, select

from directory.storage.tables import SearchLogRow


class SearchLog:
    """The changed listings in the order of their changes, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, provider_id: str) -> None:
        """Note that a listing changed or went; commits with the change itself."""
        self._session.add(SearchLogRow(provider_id=provider_id))

    def head(self) -> int:
        """Return the number of the newest change, 0 where there is none."""
        return self._session.exec(select(func.max(SearchLogRow.seq))).one() or 0

    def changed_since(self, seq: int) -> list[str]:
        """Return the ids of the listings that changed after a number, each once."""
        query = select(SearchLogRow.provider_id).where(col(SearchLogRow.seq) > seq).distinct()
        return list(self._session.exec(query))
