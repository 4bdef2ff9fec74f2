"""Claiming a listing: who asks, and the proof that is sent to a contact on file."""

import secrets
from dataclasses import dataclass, replace

from sqlmodel import Session

from directory.errors import Conflict, Invalid, NotFound, Problem
from directory.providers import Provider
from directory.providers.claims import MAILED, OPEN, TOKEN_LASTS, Claim, Way
from directory.providers.proof_ways import ProofWay, is_at_own_domain, masked_address
from directory.storage import ClaimKeys, Claims, Keepers, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.claims.contacts_on_file import ways_for
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

MOST_OPEN = 3  # claims of one account


@dataclass(frozen=True, slots=True)
class Wish:
    """What a claimant says: which listing, how to prove it, and which license they hold.

    `local_part` is what stands before the @ of an address at the practice's own domain. NPI and
    license help an admin to check; no proof is ever sent by them.
    """

    provider_id: str
    account_id: str
    way: Way
    local_part: str = ""
    npi: str | None = None
    license_state: str = ""
    license_number: str = ""


def claim_listing(directory: Directory, letters: ClaimLetters, wish: Wish) -> Claim:
    """Write a claim down, and mail its proof where it can be proven by mail.

    Raises NotFound for a listing that is not public, Conflict where the account keeps or claims it
    already or claims too many, and Invalid for a way that the listing does not offer.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        listing = _listing(session, wish.provider_id)
        _refuse_twice(directory, session, wish)
        claim = Claim(
            id=secrets.token_hex(12),
            provider_id=listing.id,
            account_id=wish.account_id,
            asked_at=now,
            way=wish.way,
            sent_to="",
            state="asked",
            since=now,
            npi=wish.npi,
            license_state=wish.license_state,
            license_number=wish.license_number,
            contests=Keepers(session).is_kept(listing.id),
        )
        return _prove(directory, session, letters, claim, wish.local_part)


def prove_by(
    directory: Directory, letters: ClaimLetters, claim_id: str, way: Way, local_part: str = ""
) -> Claim:
    """Send the proof of a claim again, or by another way; what was sent before opens nothing."""
    with directory.database.writing() as session:
        found = Claims(session).get(claim_id)
        if found is None:
            raise NotFound(f"there is no claim {claim_id}")
        standing = found.at(directory.clock())
        if standing.state not in {"asked", "proof_sent", "expired"}:
            raise Conflict(f"a claim that is {standing.state} needs no other proof")
        return _prove(directory, session, letters, replace(standing, way=way), local_part)


def _listing(session: Session, id: str) -> Provider:
    found = Providers(session).get(id)
    if found is None or not found.published:
        raise NotFound(f"no listing has the id {id}")
    return found


def _refuse_twice(directory: Directory, session: Session, wish: Wish) -> None:
    if Keepers(session).keeps(wish.account_id, wish.provider_id):
        raise Conflict("you keep this listing already")
    now = directory.clock()
    own = [one.at(now) for one in Claims(session).of_account(wish.account_id)]
    still_open = [one for one in own if one.state in OPEN]
    if any(one.provider_id == wish.provider_id for one in still_open):
        raise Conflict("you have asked for this listing already")
    if len(still_open) >= MOST_OPEN:
        raise Conflict("you have asked for several listings: wait until we have looked at them")


def _prove(
    directory: Directory, session: Session, letters: ClaimLetters, claim: Claim, local_part: str
) -> Claim:
    """Begin the proof of a claim by its way."""
    listing = _listing(session, claim.provider_id)
    offered = {one.way: one for one in ways_for(directory, session, listing)}
    if claim.way not in offered:
        raise Invalid((Problem("way", "choose one of the ways that are offered"),))
    now, keys = directory.clock(), ClaimKeys(session)
    sent_to = _address(offered[claim.way], local_part)
    asked = claim if claim.state == "asked" else claim.becoming("asked", now)
    asked = replace(asked, sent_to=sent_to)
    keys.drop(claim.id, "token", "code")
    if claim.way not in MAILED:
        Claims(session).save(asked)
        return asked
    token = secrets.token_urlsafe(32)
    keys.put(token, "token", claim.id, now + TOKEN_LASTS)
    sent = asked.becoming("proof_sent", now)
    Claims(session).save(sent)
    account = masked_address(address_of(session, claim.account_id) or "")
    post(session, letters.proof(sent_to, listing.name, account, token), now)
    return sent


def _address(way: ProofWay, local_part: str) -> str:
    """Return where the proof goes: a contact on file, or an address at the domain on file."""
    if way.way != "domain":
        return way.to
    if not is_at_own_domain(local_part):
        raise Invalid((Problem("local_part", "write only what stands before the @"),))
    return f"{local_part}@{way.to}"
