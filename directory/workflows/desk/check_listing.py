"""What an admin does about a listing that waits for a check: clear it, or send it back."""

from dataclasses import replace

from sqlmodel import Session

from directory.errors import Invalid, NotFound
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.roles import Admin
from directory.storage import AuditLog, LicenseChecks, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.desk.findings import Findings, note_findings
from directory.workflows.keeping.publish_listing import publish_listing
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory


def clear_listing(
    directory: Directory, letters: ClaimLetters, provider_id: str, findings: Findings
) -> bool:
    """Note that a listing is checked, and publish it; tell whether patients see it now.

    One whose keeper has not finished it stays hidden until they publish it themselves.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        check, stored = _check(session, provider_id), Providers(session).one(provider_id)
        note_findings(session, stored, check.account_id, findings, now)
        AuditLog(session).append(now, findings.admin, "listing.checked", f"listing/{provider_id}")
        if to := address_of(session, check.account_id):
            post(session, letters.checked(to, stored.name, provider_id), now)
    if stored.published and stored.claimed:
        return True
    try:
        publish_listing(directory, provider_id, Author("admin", findings.admin.account_id))
    except Invalid:
        return False
    return True


def send_back(
    directory: Directory, letters: ClaimLetters, provider_id: str, admin: Admin, reason: str
) -> None:
    """Leave a listing hidden, and tell its keeper what is missing."""
    now = directory.clock()
    with directory.database.writing() as session:
        check, stored = _check(session, provider_id), Providers(session).get(provider_id)
        LicenseChecks(session).save(replace(check, checked_by=admin.account_id, reason=reason))
        AuditLog(session).append(now, admin, "listing.sent_back", f"listing/{provider_id}")
        if stored and (to := address_of(session, check.account_id)):
            post(session, letters.sent_back(to, stored.name, provider_id, reason), now)


def _check(session: Session, provider_id: str) -> LicenseCheck:
    found = LicenseChecks(session).get(provider_id)
    if found is None:
        raise NotFound(f"nobody asked for a check of {provider_id}")
    return found
