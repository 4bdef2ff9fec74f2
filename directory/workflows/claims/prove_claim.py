"""What a claimant, or whoever reads the mail, does about a claim that was asked for."""

from dataclasses import replace

from sqlmodel import Session

from directory.errors import NotFound
from directory.providers.claims import Claim
from directory.storage import ClaimKeys, Claims
from directory.workflows.claims.decide_claim import claim_of
from directory.workflows.opening import Directory

_NOT_THEM = "The contact on file told us that this was not them."


def claim_behind(directory: Directory, token: str) -> Claim | None:
    """Return the claim that a mailed link proves, None where it opens nothing by now."""
    with directory.database.reading() as session:
        return _behind(directory, session, token)


def prove_by_link(directory: Directory, token: str, account_id: str) -> Claim:
    """Take a mailed link as proof, once; raise NotFound unless it is this account's own."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = _behind(directory, session, token)
        if claim is None or claim.account_id != account_id:
            raise NotFound("this link opens nothing")
        return _step(session, claim.becoming("proven", now))


def prove_by_code(directory: Directory, claim_id: str, code: str) -> bool:
    """Take a code as proof; tell whether it was right. After five wrong ones it is over.

    Raises Conflict where no code is awaited.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id)
        proven = claim.becoming("proven", now)
        if not ClaimKeys(session).try_code(plain_code(code), claim_id, now):
            return False
        _step(session, proven)
        return True


def say_not_me(directory: Directory, token: str) -> Claim:
    """Reject a claim for whoever reads the contact on file; raise NotFound where it is over."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = _behind(directory, session, token)
        if claim is None:
            raise NotFound("this link opens nothing")
        return _step(session, replace(claim.becoming("rejected", now), reason=_NOT_THEM))


def withdraw_claim(directory: Directory, claim_id: str) -> Claim:
    """Take a claim back; raise Conflict where it is decided."""
    now = directory.clock()
    with directory.database.writing() as session:
        return _step(session, claim_of(session, claim_id).becoming("withdrawn", now))


def answer_question(directory: Directory, claim_id: str, words: str) -> Claim:
    """Keep a claimant's answer to what an admin asked."""
    with directory.database.writing() as session:
        claim = replace(claim_of(session, claim_id), answer=words)
        Claims(session).save(claim)
        return claim


def plain_code(typed: str) -> str:
    """Return a code as it was made, however it was typed."""
    return "".join(filter(str.isalnum, typed)).upper()


def _behind(directory: Directory, session: Session, token: str) -> Claim | None:
    now = directory.clock()
    claim_id = ClaimKeys(session).opened_by(token, "token", now)
    found = Claims(session).get(claim_id) if claim_id else None
    claim = found.at(now) if found else None
    return claim if claim and claim.state == "proof_sent" else None


def _step(session: Session, claim: Claim) -> Claim:
    """Write a step down; whatever proved the claim before opens nothing any more."""
    Claims(session).save(claim)
    ClaimKeys(session).drop(claim.id, "token", "code")
    return claim
