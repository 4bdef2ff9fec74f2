"""Finding any listing by name, id, NPI or license number, hidden ones too."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, SQLModel, col, exists, select

from directory.providers.desk_listings import FoundListing, Shown
from directory.storage.claim_tables import LicenseCheckRow
from directory.storage.keeping_tables import KeeperRow
from directory.storage.tables import ProviderRow

_NAME = func.json_extract(col(ProviderRow.document), "$.name")
_LICENSE = func.json_extract(col(ProviderRow.document), "$.license")
_CHECKED = col(LicenseCheckRow.provider_id) == col(ProviderRow.id)
_WAS_CHECKED = col(LicenseCheckRow.checked_at).is_not(None)
_IS_KEPT = exists().where(col(KeeperRow.provider_id) == col(ProviderRow.id))
_PUBLIC = col(ProviderRow.published)
# Nearly all are public: their index would only get in the way of the order by id.
_IN_ORDER_PUBLIC = func.likely(_PUBLIC)
_MOST_WORDS = 6


class DeskListings:
    """All listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self, text: str, shown: Shown, today: date, after: str, most: int
    ) -> tuple[FoundListing, ...]:
        """Return the listings that hold every word, in the order of their ids after one id."""
        query = _narrowed(_listings(), text, shown, today).where(col(ProviderRow.id) > after)
        rows = self._session.execute(query.order_by(col(ProviderRow.id)).limit(most))
        return tuple(FoundListing(*row) for row in rows)

    def count(self, shown: Shown, today: date) -> int:
        """Return how many listings stand so."""
        match shown:
            case "all":
                count = self._count(ProviderRow)
            case "public":
                count = self._count(ProviderRow, _PUBLIC)
            case "hidden":
                count = self._count(ProviderRow, ~_PUBLIC)
            case "new":
                was_checked = exists().where(_CHECKED, _WAS_CHECKED)
                count = self._count(ProviderRow, ~_PUBLIC, ~was_checked, ~_IS_KEPT)
            case "held":
                count = self._count(LicenseCheckRow, col(LicenseCheckRow.held_since).is_not(None))
            case "due":
                count = self._public_with(col(LicenseCheckRow.due_on) <= today)
            case "unchecked":
                count = self._count(ProviderRow, _PUBLIC) - self._public_with(_WAS_CHECKED)
        return count

    def _public_with(self, check: ColumnElement[bool]) -> int:
        # An index leads to the hidden ones, so that nobody looks at every public one.
        hidden = select(ProviderRow.id).where(~_PUBLIC)
        is_hidden = col(LicenseCheckRow.provider_id).in_(hidden)
        return self._count(LicenseCheckRow, check) - self._count(LicenseCheckRow, check, is_hidden)

    def _count(self, table: type[SQLModel], *conditions: ColumnElement[bool] | Mapped[bool]) -> int:
        query = select(func.count()).select_from(table).where(*conditions)
        return self._session.exec(query).one()


def _listings() -> Select[tuple[object, ...]]:
    return select(  # type: ignore[call-overload, no-any-return]
        ProviderRow.id,
        _NAME,
        ProviderRow.npi,
        _LICENSE,
        ProviderRow.published,
        LicenseCheckRow.checked_at,
        LicenseCheckRow.due_on,
        LicenseCheckRow.held_since,
    ).join(LicenseCheckRow, _CHECKED, isouter=True)


def _narrowed(query: Any, text: str, shown: Shown, today: date) -> Any:
    checked = col(LicenseCheckRow.checked_at)
    conditions = {
        "all": (),
        "new": (~_PUBLIC, checked.is_(None), ~_IS_KEPT),
        "public": (_IN_ORDER_PUBLIC,),
        "hidden": (~_PUBLIC,),
        "held": (col(LicenseCheckRow.held_since).is_not(None),),
        "unchecked": (_IN_ORDER_PUBLIC, checked.is_(None)),
        "due": (_IN_ORDER_PUBLIC, col(LicenseCheckRow.due_on) <= today),
    }
    for condition in conditions[shown]:
        query = query.where(condition)
    for word in text.split()[:_MOST_WORDS]:
        # Whatever a word is found in stands in the document, which is read faster than parsed.
        written = json.dumps(word, ensure_ascii=False)[1:-1]
        query = query.where(
            col(ProviderRow.document).contains(written, autoescape=True),
            or_(
                _NAME.icontains(word, autoescape=True),
                col(ProviderRow.npi) == word,
                col(ProviderRow.id) == word,
                col(ProviderRow.document).contains(f'"number":"{written}"', autoescape=True),
            ),
        )
    return query
