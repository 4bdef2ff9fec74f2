"""The contacts by which a claim of a listing may be proven: never what a claimant typed."""

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.claims import MAILED
from directory.providers.proof_ways import ProofWay, ways_to_prove
from directory.storage import Claims, Keepers
from directory.workflows.opening import Directory

_CONTACTS = ("email", "website", "phone")


def on_file(session: Session, stored: Provider) -> Provider:
    """Return a listing with the contacts that were imported.

    Whoever keeps a listing may write other contacts into it, so the ones from before the first
    claim count. A listing that a keeper made has none.
    """
    first = Claims(session).first_holding(stored.id)
    if first is not None and first.before is not None:
        return first.before
    if first is None and not Keepers(session).is_kept(stored.id):
        return stored
    return stored.model_copy(update=dict.fromkeys(_CONTACTS) | {"locations": ()})


def ways_for(directory: Directory, session: Session, stored: Provider) -> tuple[ProofWay, ...]:
    """Return the ways to prove a claim of a listing, without those that this site cannot go."""
    ways = ways_to_prove(on_file(session, stored))
    if can_be_mailed(directory, stored):
        return ways
    return tuple(way for way in ways if way.way not in MAILED)


def can_be_mailed(directory: Directory, listing: Provider) -> bool:
    """Tell whether mail about a listing goes out; the addresses of demo listings are nobody's."""
    if directory.mailer is None:
        return False
    return not (listing.demo and directory.mailer.is_real)
