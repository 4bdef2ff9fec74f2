"""Checking a listing that nobody asked to have checked, publishing it, and taking that back."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from directory.errors import Conflict, Invalid, NotFound, Problem
from directory.providers import License, Provider
from directory.providers.history import Author
from directory.providers.verifications import Verification, without
from directory.roles import Admin
from directory.storage import (
    AuditLog,
    Claims,
    Keepers,
    LicenseChecks,
    Providers,
    Removals,
    Verifications,
)
from directory.workflows.desk.desk_letters import DeskLetters
from directory.workflows.desk.findings import Findings, note_findings
from directory.workflows.desk.hide_listing import tell_it_is_back
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory

BARRED = frozenset({"revoked", "disciplined"})


def verify_listing(
    directory: Directory,
    letters: DeskLetters,
    provider_id: str,
    findings: Findings,
    published: bool | None,
) -> Provider:
    """Note what was found about a listing, and return it as it is then.

    `published` says whether patients see it from now on, None where that stays as it is. Raises
    Invalid where the findings do not allow that, and Conflict where it is for somebody else to say.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        stored = Providers(session).one(provider_id)
        if published is not None and not may_publish(session, stored):
            raise Conflict("somebody keeps this listing: it is theirs to publish")
        if published:
            _refuse_unproven(stored, findings.licenses, now.date())
            _refuse_hidden_by_others(session, provider_id)
        found = note_findings(session, stored, "", findings, now, published)
        if found.published and not stored.published:
            tell_it_is_back(session, letters, found, now)
        details = {"published": found.published, "licenses": len(findings.licenses)}
        audit = AuditLog(session)
        audit.append(now, findings.admin, "listing.verified", f"listing/{provider_id}", details)
    return found


def take_back_verification(directory: Directory, verification_id: str, admin: Admin) -> str:
    """Undo the last check of a listing; everything is as before it. Return the listing's id.

    Raises Conflict where there was a later check, where somebody keeps the listing, or where what
    the check changed was edited since.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        found = Verifications(session).get(verification_id)
        if found is None:
            raise NotFound(f"there is no check {verification_id}")
        if why_it_stays(session, found):
            raise Conflict(why_it_stays(session, found))
        undo_verification(session, found, admin, now)
        details = {"check": verification_id}
        audit = AuditLog(session)
        audit.append(now, admin, "listing.check_undone", f"listing/{found.provider_id}", details)
    return found.provider_id


def undo_verification(session: Session, found: Verification, admin: Admin, at: datetime) -> None:
    """Set a listing and its check back to what they were, within the caller's transaction."""
    stored = Providers(session).one(found.provider_id)
    before = without(stored, found)
    checks = LicenseChecks(session)
    if found.was:
        checks.save(found.was)
    else:
        checks.forget(found.provider_id)
    record_change(session, stored, before, Author("admin", admin.account_id), at)
    undone = replace(found, taken_back_at=at, taken_back_by=admin.account_id)
    Verifications(session).save(undone)


def why_it_stays(session: Session, verification: Verification) -> str:
    """Return why a check cannot be taken back, nothing where it can."""
    standing = [
        one.id
        for one in Verifications(session).of_listing(verification.provider_id)
        if one.taken_back_at is None
    ]
    if verification.taken_back_at or verification.id not in standing:
        return "this is taken back already"
    if standing[0] != verification.id:
        return "there was a later check: take that back first"
    if verification.origin == "roster":
        return "a roster brought this: take the roster back"
    if Keepers(session).is_kept(verification.provider_id):
        return "somebody keeps this listing: check it again instead"
    return ""


def may_publish(session: Session, stored: Provider) -> bool:
    """Tell whether an admin says if patients see a listing: not where its keeper does."""
    if not Keepers(session).is_kept(stored.id):
        return True
    check = LicenseChecks(session).get(stored.id)
    return check is not None and check.held_since is not None


def _refuse_unproven(stored: Provider, found: tuple[License, ...], today: date) -> None:
    """Refuse to publish whoever holds no licence that counts, or one that a board has limited."""
    if any(held.status in BARRED for held in found):
        message = "a license is limited or taken away: leave the listing hidden"
    elif not stored.is_coach and not any(held.is_active(today) for held in found):
        message = "no license is active and runs on: leave the listing hidden"
    else:
        return
    raise Invalid((Problem("published", message),))


def _refuse_hidden_by_others(session: Session, provider_id: str) -> None:
    wishes = Removals(session).of_listing(provider_id)
    if any(one.hidden_at and one.decided_at is None for one in wishes):
        raise Conflict("somebody asked to have this listing removed: decide that first")
    if any(one.state == "frozen" for one in Claims(session).of_listing(provider_id)):
        raise Conflict("somebody objected to a claim of this listing: decide that first")
