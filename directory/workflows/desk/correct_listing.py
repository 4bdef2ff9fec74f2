"""Corrections of locked facts: a keeper asks, an admin decides."""

import secrets
from dataclasses import replace

from pydantic import ValidationError
from sqlmodel import Session

from directory.errors import Conflict, Invalid, NotFound, Problem, problems_of
from directory.providers import Provider, is_valid_npi
from directory.providers.corrections import Correction
from directory.providers.history import Author
from directory.roles import Admin
from directory.storage import AuditLog, Corrections, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.desk.findings import Findings, note_findings
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory


def ask_for_correction(
    directory: Directory, provider_id: str, account_id: str, name: str, npi: str, words: str
) -> Correction:
    """Put a wish into the queue; raise Invalid where it asks for nothing or names no NPI."""
    if npi and not is_valid_npi(npi):
        raise Invalid((Problem("npi", "this is not an NPI: check the ten digits"),))
    if not (name or npi or words):
        raise Invalid((Problem("words", "tell us what is wrong"),))
    with directory.database.writing() as session:
        correction = Correction(
            id=secrets.token_hex(12),
            provider_id=provider_id,
            account_id=account_id,
            asked_at=directory.clock(),
            name=name,
            npi=npi,
            words=words,
        )
        Corrections(session).save(correction)
    return correction


def make_correction(
    directory: Directory, letters: ClaimLetters, correction_id: str, findings: Findings
) -> None:
    """Write the name and NPI that were asked for, and the licences as they were found.

    Raises Invalid where that makes no valid listing.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        asked = waiting_correction(session, correction_id)
        if asked.trainings:
            raise Conflict("this asks for a check of a training")
        stored = Providers(session).get(asked.provider_id)
        if stored is None:
            raise NotFound(f"no listing has the id {asked.provider_id}")
        _refuse_taken(session, asked)
        mended = _mended(stored, asked)
        record_change(session, stored, mended, Author("admin", findings.admin.account_id), now)
        note_findings(session, mended, asked.account_id, findings, now)
        by = findings.admin.account_id
        Corrections(session).save(replace(asked, decided_at=now, decided_by=by, is_done=True))
        AuditLog(session).append(
            now, findings.admin, "correction.made", f"correction/{correction_id}"
        )
        if to := address_of(session, asked.account_id):
            post(session, letters.corrected(to, mended.name), now)


def refuse_correction(
    directory: Directory, letters: ClaimLetters, correction_id: str, admin: Admin, reason: str
) -> None:
    """Leave a listing as it is, and tell its keeper why."""
    now = directory.clock()
    with directory.database.writing() as session:
        asked = waiting_correction(session, correction_id)
        Corrections(session).save(
            replace(asked, decided_at=now, decided_by=admin.account_id, reason=reason)
        )
        AuditLog(session).append(now, admin, "correction.refused", f"correction/{correction_id}")
        stored = Providers(session).get(asked.provider_id)
        to = address_of(session, asked.account_id)
        if stored and to:
            post(session, letters.not_corrected(to, stored.name, reason), now)


def waiting_correction(session: Session, correction_id: str) -> Correction:
    """Return what waits for a decision; raise NotFound or Conflict where it does not."""
    asked = Corrections(session).get(correction_id)
    if asked is None:
        raise NotFound(f"there is no correction {correction_id}")
    if asked.decided_at is not None:
        raise Conflict("this is decided already")
    return asked


def _refuse_taken(session: Session, asked: Correction) -> None:
    holder = Providers(session).ids_by_npi([asked.npi]).get(asked.npi) if asked.npi else None
    if holder not in {None, asked.provider_id}:
        raise Conflict(f"the listing {holder} has this NPI")


def _mended(stored: Provider, asked: Correction) -> Provider:
    """Return the listing with the name and the NPI that were asked for."""
    changes = {"name": asked.name} if asked.name else {}
    changes |= {"npi": asked.npi} if asked.npi else {}
    try:
        return Provider.model_validate(stored.model_dump() | changes)
    except ValidationError as error:
        raise Invalid(problems_of(error)) from None
