"""Keeping what an admin found out about the licences of a listing."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import ValidationError
from sqlmodel import Session

from directory.errors import Invalid, problems_of
from directory.providers import License, Provider
from directory.providers.confirming import confirmed
from directory.providers.desk_lines import due_again
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.providers.verifications import Verification
from directory.roles import Admin
from directory.storage import Drafts, LicenseChecks, Providers, Verifications
from directory.workflows.listing_changes import record_change


@dataclass(frozen=True, slots=True)
class Findings:
    """What an admin found: the licences as the source told them, what the source was, and when.

    Without a day they looked today.
    """

    admin: Admin
    licenses: tuple[License, ...]
    source: str
    looked_on: date | None = None


def note_findings(
    session: Session,
    listing: Provider,
    account_id: str,
    findings: Findings,
    now: datetime,
    published: bool | None = None,
) -> Provider:
    """Keep what was found about the licences of a listing, in place of what it said of them.

    That confirms them, too, and ends whatever held the listing off the site. A stub of a register
    cannot show an active licence: that goes in when its keeper publishes it. `published` says
    whether patients see the listing from now on, None where that stays as it is.
    """
    was, admin_id = LicenseChecks(session).get(listing.id), findings.admin.account_id
    check = _check(was or LicenseCheck(listing.id, account_id, now), findings, now)
    LicenseChecks(session).save(check)
    day = findings.looked_on or now.date()
    after = _as_found(listing, findings.licenses, day, published)
    record_change(session, listing, after, Author("admin", admin_id), now)
    Drafts(session).remove(listing.id, ("license",))
    stored = Providers(session).one(listing.id)
    Verifications(session).save(
        Verification(
            id=secrets.token_hex(12),
            provider_id=listing.id,
            at=now,
            by=admin_id,
            looked_on=day,
            source=findings.source,
            licenses=findings.licenses,
            due_on=check.due_on,
            before=listing,
            after=stored,
            was=was,
        )
    )
    return stored


def _check(check: LicenseCheck, findings: Findings, now: datetime) -> LicenseCheck:
    """Return a check as it stands after findings, and when it is due again."""
    day = findings.looked_on or now.date()
    return replace(
        check,
        checked_at=now,
        checked_by=findings.admin.account_id,
        licenses=findings.licenses,
        source=findings.source,
        reason="",
        due_on=due_again(day, (held.expires for held in findings.licenses if held.expires)),
        held_since=None,
    )


def with_licenses(listing: Provider, found: tuple[License, ...]) -> Provider:
    """Return a listing with the licences that were found; raise Invalid where that cannot be."""
    licenses = found if listing.claimed else tuple(map(_unconfirmed, found))
    kinds = tuple(held.license for held in licenses)
    headline = listing.license if listing.license in kinds or not kinds else kinds[0]
    return _with(listing, licenses=[held.model_dump() for held in licenses], license=headline)


def _as_found(
    listing: Provider, found: tuple[License, ...], day: date, published: bool | None
) -> Provider:
    after = confirmed(with_licenses(listing, found), ("licenses",), day)
    return after if published is None else _with(after, published=published)


def _with(listing: Provider, **facts: object) -> Provider:
    try:
        return Provider.model_validate(listing.model_dump() | facts)
    except ValidationError as error:
        raise Invalid(problems_of(error)) from None


def _unconfirmed(license: License) -> License:
    if license.status != "active":
        return license
    return license.model_copy(update={"status": "unverified", "verified_at": None})
