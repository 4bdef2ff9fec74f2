"""What an admin does about a claim: make a code, ask for more, or reject it."""

import secrets
from dataclasses import replace

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers.claims import CODE_LASTS, TOKEN_LASTS, Claim
from directory.roles import Admin
from directory.storage import AuditLog, ClaimKeys, Claims, Keepers, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

# Without vowels, so that no word comes out, and without what looks like something else.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
_CODE_LENGTH = 8
_OBJECTION_LENGTH = 16  # nobody has to be signed in to use it


def make_code(directory: Directory, claim_id: str, admin: Admin) -> str:
    """Return a new code for a call or a letter; it is shown this once, and the last one is over.

    Raises Conflict where a claim is not to be proven by a code.
    """
    now, code = directory.clock(), _code(_CODE_LENGTH)
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id)
        if claim.way not in {"phone", "letter"}:
            raise Conflict("this claim is proven in another way")
        Claims(session).save(claim.becoming("proof_sent", now))
        keys = ClaimKeys(session)
        keys.drop(claim_id, "code")
        lasts = CODE_LASTS if claim.way == "letter" else TOKEN_LASTS
        keys.put(code, "code", claim_id, now + lasts)
        AuditLog(session).append(now, admin, "claim.code_made", f"claim/{claim_id}")
    return code


def make_objection_code(directory: Directory, claim_id: str, admin: Admin) -> str:
    """Return the code for the letter to the address on file, and note that it was told.

    Raises Conflict where nobody is to be told by letter.
    """
    now, code = directory.clock(), _code(_OBJECTION_LENGTH)
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).at(now)
        if not claim.letter_due:
            raise Conflict("nobody is to be told of this claim by letter")
        ClaimKeys(session).put(code, "object", claim_id, now + CODE_LASTS)
        Claims(session).save(replace(claim, letter_due=False))
        AuditLog(session).append(now, admin, "claim.letter_made", f"claim/{claim_id}")
    return code


def note_proof(directory: Directory, claim_id: str, admin: Admin) -> None:
    """Note that an admin was shown a proof by hand, where there is no contact on file."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id)
        if claim.way != "by_hand":
            raise Conflict("this claim is proven by a contact on file")
        Claims(session).save(claim.becoming("proven", now))
        AuditLog(session).append(now, admin, "claim.proven", f"claim/{claim_id}")


def ask_for_more(
    directory: Directory, letters: ClaimLetters, claim_id: str, admin: Admin, question: str
) -> None:
    """Ask a claimant something, by mail and on the page of their claim."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).at(now)
        Claims(session).save(replace(claim, question=question, answer=""))
        AuditLog(session).append(now, admin, "claim.asked", f"claim/{claim_id}")
        if to := address_of(session, claim.account_id):
            name = name_of(session, claim)
            post(session, letters.question(to, name, question, claim_id), now)


def reject_claim(
    directory: Directory, letters: ClaimLetters, claim_id: str, admin: Admin, reason: str
) -> None:
    """Reject a claim for a reason that the claimant reads."""
    now = directory.clock()
    with directory.database.writing() as session:
        claim = claim_of(session, claim_id).becoming("rejected", now)
        Claims(session).save(replace(claim, reason=reason, decided_by=admin.account_id))
        AuditLog(session).append(now, admin, "claim.rejected", f"claim/{claim_id}")
        ClaimKeys(session).drop(claim_id, "token", "code")
        if to := address_of(session, claim.account_id):
            post(session, letters.rejected(to, name_of(session, claim), reason), now)


def claim_of(session: Session, claim_id: str) -> Claim:
    """Return a claim as it was written down; raise NotFound where there is none of this id."""
    found = Claims(session).get(claim_id)
    if found is None:
        raise NotFound(f"there is no claim {claim_id}")
    return found


def is_disputed(session: Session, claim: Claim) -> bool:
    """Tell whether somebody else keeps the listing by now, or did so when a claim was made."""
    keepers = Keepers(session).of_listing(claim.provider_id)
    return claim.contests or any(id != claim.account_id for id in keepers)


def name_of(session: Session, claim: Claim) -> str:
    """Return the name on the listing that is claimed."""
    listing = Providers(session).get(claim.provider_id)
    return listing.name if listing else "someone"


def _code(length: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(length))
