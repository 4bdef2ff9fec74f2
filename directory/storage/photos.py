"""Photos in the database, each kept with its listing."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists
from sqlmodel import Session, col, delete, select

from directory.providers.photo import Photo, Size
from directory.storage.claim_tables import ClaimRow
from directory.storage.photo_tables import PhotoRow
from directory.storage.tables import ProviderRow

# Nor while somebody objects to whoever keeps the listing: the picture may be theirs.
_IS_ON_HOLD = (
    exists()
    .where(col(ClaimRow.provider_id) == col(PhotoRow.provider_id), col(ClaimRow.state) == "frozen")
    .correlate(PhotoRow)
)
_IS_PUBLIC = col(ProviderRow.published) & col(ProviderRow.claimed) & ~_IS_ON_HOLD
_FILES = {"large": PhotoRow.large, "small": PhotoRow.small}
# Written once, for every page of cards asks it.
_NAMES = (
    select(PhotoRow.provider_id, PhotoRow.name)
    .join(ProviderRow, col(ProviderRow.id) == col(PhotoRow.provider_id))
    .where(col(PhotoRow.provider_id).in_(bindparam("ids", expanding=True)), _IS_PUBLIC)
)


class Photos:
    """The photos, within one session; the public sees those of claimed, published listings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def name_of(self, provider_id: str) -> str | None:
        """Return the name of a listing's photo, None where it has none."""
        query = select(PhotoRow.name).where(col(PhotoRow.provider_id) == provider_id)
        return self._session.exec(query).first()

    def public_names(self, provider_ids: Sequence[str]) -> Mapping[str, str]:
        """Return by listing the names of the photos that anybody may see."""
        if not provider_ids:
            return {}
        return dict(iter(self._session.exec(_NAMES, params={"ids": list(provider_ids)})))

    def public_file(self, name: str, size: Size) -> bytes | None:
        """Return the JPEG file of a photo that anybody may see."""
        query = (
            select(_FILES[size])
            .join(ProviderRow, col(ProviderRow.id) == col(PhotoRow.provider_id))
            .where(col(PhotoRow.name) == name, _IS_PUBLIC)
        )
        return self._session.exec(query).first()

    def file_of(self, provider_id: str, size: Size) -> bytes | None:
        """Return the JPEG file of a listing's photo, public or not."""
        query = select(_FILES[size]).where(col(PhotoRow.provider_id) == provider_id)
        return self._session.exec(query).first()

    def put(self, provider_id: str, photo: Photo, at: datetime) -> None:
        """Keep a photo in place of the one before."""
        row = PhotoRow(
            provider_id=provider_id,
            name=photo.name,
            large=photo.large,
            small=photo.small,
            at=at,
        )
        self._session.merge(row)

    def remove(self, provider_id: str) -> None:
        """Delete the photo of a listing; one that has none is none the worse for it."""
        self._session.exec(delete(PhotoRow).where(col(PhotoRow.provider_id) == provider_id))
