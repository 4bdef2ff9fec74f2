"""Proofs of training: a keeper says where one can be seen, an admin marks what it shows."""

import secrets
from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from directory.errors import Conflict, Invalid, NotFound, Problem
from directory.providers import Provider
from directory.providers.corrections import Correction
from directory.providers.history import Author
from directory.providers.training_checks import unchecked_trainings, with_checked_trainings
from directory.roles import Admin
from directory.storage import AuditLog, Corrections, Providers
from directory.vocabulary import MODALITIES
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.desk.correct_listing import waiting_correction
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory


def trainings_to_ask_for(session: Session, provider: Provider) -> tuple[str, ...]:
    """Return what names the trainings that could be checked and do not wait for it by now."""
    asked = {
        name
        for one in Corrections(session).of_listing(provider.id)
        if one.decided_at is None
        for name in one.trainings
    }
    return tuple(name for name in unchecked_trainings(provider) if name not in asked)


def ask_for_training_check(
    directory: Directory, provider_id: str, account_id: str, names: Collection[str], proof: str
) -> Correction:
    """Put a wish into the queue; raise Invalid where it names no such training, or no proof."""
    with directory.database.writing() as session:
        stored = _stored(session, provider_id)
        offered = trainings_to_ask_for(session, stored)
        trainings = tuple(name for name in offered if name in names)
        if not trainings:
            raise Invalid((Problem("trainings", "choose what we should check"),))
        if not proof:
            raise Invalid((Problem("proof", "say where we can see the proof"),))
        asked = Correction(
            id=secrets.token_hex(12),
            provider_id=provider_id,
            account_id=account_id,
            asked_at=directory.clock(),
            trainings=trainings,
            proof=proof,
        )
        Corrections(session).save(asked)
    return asked


def mark_training(
    directory: Directory,
    letters: ClaimLetters,
    correction_id: str,
    admin: Admin,
    names: Collection[str],
    source: str,
) -> None:
    """Mark trainings as checked today, and tell the keeper; the wish is decided with that.

    Raises Conflict where it is decided already, or where the keeper has changed a training since.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        asked = waiting_correction(session, correction_id)
        stored = _stored(session, asked.provider_id)
        found = unchecked_trainings(stored)
        if not names or not set(names) <= set(asked.trainings) & set(found):
            raise Conflict("the listing names another training by now")
        checked = with_checked_trainings(stored, names, now.date())
        record_change(session, stored, checked, Author("admin", admin.account_id), now)
        by = admin.account_id
        decided = replace(asked, decided_at=now, decided_by=by, is_done=True, source=source)
        Corrections(session).save(decided)
        AuditLog(session).append(now, admin, "training.checked", f"correction/{correction_id}")
        if to := address_of(session, asked.account_id):
            labels = [str(MODALITIES[found[name].code].label) for name in found if name in names]
            post(session, letters.training_checked(to, stored.name, labels), now)


def _stored(session: Session, provider_id: str) -> Provider:
    stored = Providers(session).get(provider_id)
    if stored is None:
        raise NotFound(f"no listing has the id {provider_id}")
    return stored
