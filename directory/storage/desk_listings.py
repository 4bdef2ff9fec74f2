"""Finding any listing by name, id, NPI or license number, hidden ones too."""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_
from sqlmodel import Session, col, exists, select

from directory.providers.desk_listings import FoundListing, Shown
from directory.storage.claim_tables import LicenseCheckRow
from directory.storage.keeping_tables import KeeperRow
from directory.storage.tables import ProviderRow

_NAME = func.json_extract(col(ProviderRow.document), "$.name")
_LICENSE = func.json_extract(col(ProviderRow.document), "$.license")
_CHECKED = col(LicenseCheckRow.provider_id) == col(ProviderRow.id)
_IS_KEPT = exists().where(col(KeeperRow.provider_id) == col(ProviderRow.id))
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
        listings = select(func.count(col(ProviderRow.id)))
        listings = listings.join(LicenseCheckRow, _CHECKED, isouter=True)
        return int(self._session.execute(_narrowed(listings, "", shown, today)).scalar_one())


def _listings() -> Select[tuple[object, ...]]:
    return select(  # type: ignore[call-overload, no-any-return]
        ProviderRow.id,
        _NAME,
        ProviderRow.npi,
        _LICENSE,
        ProviderRow.published,
        ProviderRow.claimed,
        LicenseCheckRow.checked_at,
        LicenseCheckRow.due_on,
        LicenseCheckRow.held_since,
    ).join(LicenseCheckRow, _CHECKED, isouter=True)


def _narrowed(query: Any, text: str, shown: Shown, today: date) -> Any:
    checked = col(LicenseCheckRow.checked_at)
    conditions = {
        "all": (),
        "new": (~col(ProviderRow.published), checked.is_(None), ~_IS_KEPT),
        "public": (col(ProviderRow.published),),
        "hidden": (~col(ProviderRow.published),),
        "held": (col(LicenseCheckRow.held_since).is_not(None),),
        "unchecked": (col(ProviderRow.published), checked.is_(None)),
        "due": (col(ProviderRow.published), col(LicenseCheckRow.due_on) <= today),
    }
    for condition in conditions[shown]:
        query = query.where(condition)
    for word in text.split()[:_MOST_WORDS]:
        query = query.where(
            or_(
                _NAME.icontains(word, autoescape=True),
                col(ProviderRow.npi) == word,
                col(ProviderRow.id) == word,
                col(ProviderRow.document).icontains(f'"number":"{word}"', autoescape=True),
            )
        )
    return query
