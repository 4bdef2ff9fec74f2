"""Whether a listing is checked: an admin has looked at who it names before patients see it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.providers import License, Provider
from directory.providers.license_checks import LicenseCheck, with_checked
from directory.storage import LicenseChecks, Providers


def is_checked(session: Session, provider_id: str) -> bool:
    """Tell whether an admin has checked a listing, so that its keeper may publish it.

    One that came in with a checked licence is checked, too. One that a source holds off the site is
    not, whatever was found before.
    """
    check = LicenseChecks(session).get(provider_id)
    if check and check.held_since:
        return False
    if check and check.checked_at:
        return True
    stored = Providers(session).get(provider_id)
    return stored is not None and any(held.verified_at for held in stored.licenses)


def ask_for_check(session: Session, provider_id: str, account_id: str, at: datetime) -> None:
    """Put a listing into the queue of those to be checked, where it does not wait there already.

    One that was checked stays checked while its keeper asks again, as for one more licence.
    """
    checks = LicenseChecks(session)
    found = checks.get(provider_id)
    if found is None:
        checks.save(LicenseCheck(provider_id, account_id, at))
    elif not found.is_waiting:
        checks.save(replace(found, account_id=account_id, asked_at=at, reason=""))


def known_licenses(session: Session, provider: Provider) -> tuple[License, ...]:
    """Return the licences of a listing as an admin knows them.

    A stub of a register never shows an active licence (docs/adr/0006), so what was found when it
    was claimed is kept beside it, and goes in when its keeper publishes it.
    """
    check = LicenseChecks(session).get(provider.id)
    is_known = check is not None and check.checked_at is not None and not provider.claimed
    return check.licenses if check and is_known else provider.licenses


def as_checked(session: Session, provider: Provider) -> Provider:
    """Return a listing that is published with its licences as an admin found them."""
    check = LicenseChecks(session).get(provider.id)
    return with_checked(provider, check.licenses) if check and check.checked_at else provider
