"""The listings of real people: how many there are, and which can be called."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from directory.storage.tables import ProviderRow

# A listing is stored as compact JSON without its defaults, and JSON escapes every quotation mark
# inside a text: so these stand in a document only as what they are.
_MADE_UP = '"demo":true'
_PHONE = '"phone":"'


class RealListings:
    """The listings that are not made up, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self) -> int:
        """Return how many there are, public or not."""
        return self._count(is_real())

    def is_any(self) -> bool:
        """Tell whether there is one; the search ends at the first."""
        query = select(ProviderRow.id).where(is_real()).limit(1)
        return self._session.exec(query).first() is not None

    def public(self) -> int:
        """Return how many of them anybody may see."""
        return self._count(is_real(), col(ProviderRow.published).is_(True))

    def callable_ids(self) -> Iterator[str]:
        """Yield the ids of the public ones with a phone number, a few hundred in memory at once."""
        query = select(ProviderRow.id).where(is_real(), col(ProviderRow.published), _holds(_PHONE))
        yield from self._session.exec(query.execution_options(yield_per=500))

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(ProviderRow).where(*conditions)
        return self._session.exec(query).one()


def _holds(text: str) -> ColumnElement[bool]:
    return func.instr(ProviderRow.document, text) > 0


def is_real() -> ColumnElement[bool]:
    """Return the condition that a listing is not made up."""
    return func.instr(ProviderRow.document, _MADE_UP) == 0
