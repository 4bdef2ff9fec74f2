"""Approving a claim: its account keeps the listing, and whoever is on file is told."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from directory.errors import NotFound
from directory.mail import is_mail_address
from directory.providers import Provider
from directory.providers.claims import DISPUTE_WINDOW, HOLDING, Claim
from directory.providers.history import Author
from directory.providers.proof_ways import ways_to_prove
from directory.storage import (
    AuditLog,
    ClaimKeys,
    Claims,
    Drafts,
    Keepers,
    Practices,
    Providers,
)
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.claims.contacts_on_file import can_be_mailed, on_file
from directory.workflows.claims.decide_claim import claim_of
from directory.workflows.desk.findings import Findings, note_findings
from directory.workflows.keeping.change_photo import drop_photo
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

_HELD_BY_ANOTHER = "Someone else has shown that this listing is theirs."


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom to tell of a new keeper: addresses, and whether a letter has to go to the practice."""

    addresses: tuple[str, ...]
    by_letter: bool


def approve_claim(
    directory: Directory, letters: ClaimLetters, claim_id: str, findings: Findings
) -> None:
    """Hand a listing to the account that has proven its claim.

    Whoever kept it before keeps it no longer, and the listing is again what it was before them.
    Raises Conflict for a claim that is not proven, and NotFound where the listing is gone.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).becoming("approved", now)
        stored = Providers(session).get(claim.provider_id)
        if stored is None:
            raise NotFound(f"no listing has the id {claim.provider_id}")
        told = _to_be_told(directory, session, stored)
        author = Author("admin", findings.admin.account_id)
        listing = _as_before_others(session, stored, claim, author, now)
        checked = note_findings(session, listing, claim.account_id, findings, now)
        held = replace(claim, before=checked, decided_by=author.account_id, reason="")
        Claims(session).save(replace(held, letter_due=told.by_letter))
        Keepers(session).add(listing.id, claim.account_id, now)
        _tell(session, letters, listing, claim, told.addresses, now)
        AuditLog(session).append(now, findings.admin, "claim.approved", f"claim/{claim_id}")


def _to_be_told(directory: Directory, session: Session, stored: Provider) -> _Told:
    """Return the contact on file and the accounts that keep the listing until now."""
    file = on_file(session, stored)
    own = file.email if file.email and is_mail_address(file.email) else None
    is_mailed = own is not None and can_be_mailed(directory, stored)
    keepers = (address_of(session, id) for id in Keepers(session).of_listing(stored.id))
    addresses = (own if is_mailed else None, *keepers)
    by_letter = not is_mailed and any(way.way == "letter" for way in ways_to_prove(file))
    return _Told(tuple(dict.fromkeys(one for one in addresses if one)), by_letter)


def _as_before_others(
    session: Session, stored: Provider, claim: Claim, author: Author, now: datetime
) -> Provider:
    """End the keeping of everybody else, and return the listing as it was before them."""
    claims, keepers = Claims(session), Keepers(session)
    first = claims.first_holding(stored.id)
    for held in claims.of_listing(stored.id):
        standing = held.at(now)
        if standing.state in HOLDING and held.id != claim.id:
            frozen = standing if standing.state == "frozen" else standing.becoming("frozen", now)
            claims.save(replace(frozen.becoming("rejected", now), reason=_HELD_BY_ANOTHER))
    Drafts(session).remove(stored.id)
    drop_photo(session, stored.id, author, now)
    Practices(session).leave(stored.id)
    for account_id in keepers.of_listing(stored.id):
        keepers.remove(stored.id, account_id)
    listing = first.before if first and first.before else stored
    record_change(session, stored, listing, author, now)
    return listing


def _tell(
    session: Session,
    letters: ClaimLetters,
    listing: Provider,
    claim: Claim,
    addresses: Iterable[str],
    now: datetime,
) -> None:
    """Tell the claimant, and everybody else with a link that stops it."""
    own, until = address_of(session, claim.account_id), now + DISPUTE_WINDOW
    if own:
        post(session, letters.approved(own, listing.name, listing.id), now)
    for address in addresses:
        if address != own:
            token = secrets.token_urlsafe(32)
            ClaimKeys(session).put(token, "object", claim.id, until)
            mail = letters.new_keeper(address, listing.name, token, until.date())
            post(session, mail, now)
