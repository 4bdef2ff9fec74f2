"""The checks that were made of the listings."""

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from directory.providers import License, Provider
from directory.providers.license_checks import LicenseCheck
from directory.providers.verifications import Verification
from directory.storage.desk_tables import VerificationRow
from directory.storage.providers import document_of

_LICENSES = TypeAdapter(tuple[License, ...])
_CHECK = TypeAdapter(LicenseCheck)


class Verifications:
    """The checks, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, verification: Verification) -> None:
        """Insert a check or replace it as a whole."""
        facts = {name: getattr(verification, name) for name in _PLAIN}
        row = VerificationRow(
            **facts,
            licenses=_LICENSES.dump_json(verification.licenses).decode(),
            before=document_of(verification.before),
            after=document_of(verification.after),
            was=_CHECK.dump_json(verification.was).decode() if verification.was else None,
        )
        self._session.merge(row)
        self._session.flush()

    def get(self, id: str) -> Verification | None:
        """Return one check, or None where there is no such id."""
        row = self._session.get(VerificationRow, id)
        return _verification(row) if row else None

    def of_listing(self, provider_id: str, limit: int = 50) -> tuple[Verification, ...]:
        """Return the checks of a listing, the newest first."""
        query = select(VerificationRow).where(col(VerificationRow.provider_id) == provider_id)
        query = query.order_by(col(VerificationRow.at).desc(), col(VerificationRow.id).desc())
        return tuple(map(_verification, self._session.exec(query.limit(limit))))


_DOCUMENTS = frozenset({"licenses", "before", "after", "was"})
_PLAIN = tuple(name for name in VerificationRow.model_fields if name not in _DOCUMENTS)


def _verification(row: VerificationRow) -> Verification:
    documents = {
        "licenses": _LICENSES.validate_json(row.licenses),
        "before": Provider.model_validate_json(row.before),
        "after": Provider.model_validate_json(row.after),
        "was": _CHECK.validate_json(row.was) if row.was else None,
    }
    return Verification(**row.model_dump() | documents)
