"""The objection to a keeper: one click stops them, and an admin decides what becomes of it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.claims import Claim
from directory.providers.history import Author
from directory.roles import Admin
from directory.storage import AuditLog, ClaimKeys, Claims, Drafts, Keepers, Practices, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.claims.decide_claim import claim_of, name_of
from directory.workflows.claims.prove_claim import plain_code
from directory.workflows.keeping.change_photo import drop_photo
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory


def claim_to_stop(directory: Directory, key: str) -> Claim | None:
    """Return the claim that a link, or the code of a letter, stops; None where it stops nothing."""
    with directory.database.reading() as session:
        return _to_stop(directory, session, key)


def freeze_listing(directory: Directory, letters: ClaimLetters, key: str) -> Claim:
    """Stop the keeper at once; the listing is again what it was before, or hidden if it was new.

    Raises NotFound for a key that stops nothing by now.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        claim = _to_stop(directory, session, key)
        if claim is None:
            raise NotFound("this link stops nothing")
        frozen = _freeze(session, claim, Author("mail"), now)
        ClaimKeys(session).drop(claim.id, "object")
        if to := address_of(session, claim.account_id):
            post(session, letters.frozen(to, name_of(session, claim)), now)
        return frozen


def freeze_as_admin(
    directory: Directory, letters: ClaimLetters, claim_id: str, admin: Admin
) -> None:
    """Stop a keeper until it is decided who they are; raise Conflict where they keep nothing."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).at(now)
        _freeze(session, claim, Author("admin", admin.account_id), now)
        AuditLog(session).append(now, admin, "claim.frozen", f"claim/{claim_id}")
        if to := address_of(session, claim.account_id):
            post(session, letters.frozen(to, name_of(session, claim)), now)


def give_back(directory: Directory, letters: ClaimLetters, claim_id: str, admin: Admin) -> None:
    """End a freeze for the keeper: the listing is theirs again, as it was when it was stopped."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id)
        settled = claim.becoming("settled", now)
        stored = Providers(session).get(claim.provider_id)
        if stored and claim.frozen:
            record_change(session, stored, claim.frozen, Author("admin", admin.account_id), now)
        Claims(session).save(replace(settled, frozen=None, decided_by=admin.account_id))
        AuditLog(session).append(now, admin, "claim.given_back", f"claim/{claim_id}")
        if to := address_of(session, claim.account_id):
            name = name_of(session, claim)
            post(session, letters.given_back(to, name, claim.provider_id), now)


def undo_claim(
    directory: Directory, letters: ClaimLetters, claim_id: str, admin: Admin, reason: str
) -> None:
    """End a freeze against the keeper: they keep the listing no longer, and read why."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).becoming("rejected", now)
        settled = replace(claim, frozen=None, reason=reason, decided_by=admin.account_id)
        Claims(session).save(settled)
        AuditLog(session).append(now, admin, "claim.undone", f"claim/{claim_id}")
        Keepers(session).remove(claim.provider_id, claim.account_id)
        Drafts(session).remove(claim.provider_id)
        drop_photo(session, claim.provider_id, Author("admin", admin.account_id), now)
        Practices(session).leave(claim.provider_id)
        if to := address_of(session, claim.account_id):
            post(session, letters.taken_back(to, name_of(session, claim), reason), now)


def _to_stop(directory: Directory, session: Session, key: str) -> Claim | None:
    now, keys = directory.clock(), ClaimKeys(session)
    claim_id = keys.opened_by(key, "object", now) or keys.opened_by(plain_code(key), "object", now)
    found = Claims(session).get(claim_id) if claim_id else None
    claim = found.at(now) if found else None
    return claim if claim and claim.state in {"approved", "settled"} else None


def _freeze(session: Session, claim: Claim, author: Author, now: datetime) -> Claim:
    stored = Providers(session).get(claim.provider_id)
    if stored:
        record_change(session, stored, _before(claim, stored), author, now)
    frozen = replace(claim.becoming("frozen", now), frozen=stored)
    Claims(session).save(frozen)
    return frozen


def _before(claim: Claim, stored: Provider) -> Provider:
    return claim.before or stored.model_copy(update={"published": False})
