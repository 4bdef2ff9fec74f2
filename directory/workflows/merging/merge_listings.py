"""Merging two listings of one person: one stays with what was chosen, the other leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from directory.errors import Conflict, Invalid, Problem
from directory.providers import Provider
from directory.providers.claims import OPEN
from directory.providers.history import Author
from directory.providers.merging import Choice, choices_for, merged
from directory.providers.removals import Tombstone, without_details
from directory.roles import Admin
from directory.storage import (
    Attachments,
    AuditLog,
    Claims,
    Duplicates,
    Keepers,
    LicenseChecks,
    Merges,
    Practices,
    Providers,
    Removals,
    Tombstones,
)
from directory.storage.providers import document_of
from directory.workflows.indexing import catch_up
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory

_CHANGED = "one of the two listings changed since you looked: look at them once more"


@dataclass(frozen=True, slots=True)
class Merging:
    """Two listings as they are stored, what may be chosen, and what stands in the way."""

    kept: Provider
    other: Provider
    choices: Mapping[str, tuple[Choice, ...]]
    hindrances: tuple[str, ...]
    attached: Mapping[str, int]
    stamp: str


def prepare_merge(directory: Directory, kept_id: str, other_id: str) -> Merging:
    """Return what a merge would be about; raise NotFound where either listing is gone."""
    with directory.database.reading() as session:
        return _merging(session, kept_id, other_id, directory.clock())


def merge_listings(
    directory: Directory,
    admin: Admin,
    kept_id: str,
    other_id: str,
    choices: Mapping[str, Choice],
    stamp: str,
) -> int:
    """Merge one listing into another, and return the number by which it can be taken back.

    Raises Conflict where something stands in the way or changed since `stamp`, and Invalid where
    the facts that were chosen do not fit together. What is not chosen is as suggested.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        merging = _merging(session, kept_id, other_id, now)
        if merging.hindrances:
            raise Conflict(merging.hindrances[0])
        if merging.stamp != stamp:
            raise Conflict(_CHANGED)
        chosen = _chosen(merging, choices)
        after = _without_what_was_removed(session, merging, chosen)
        number = _carry_out(session, admin, merging, after, now)
        pair = Duplicates(session).between(kept_id, other_id)
        if pair:
            Duplicates(session).decide(pair.id, "merged", admin.account_id, now)
        facts = sorted(fact for fact, choice in chosen.items() if choice != "kept")
        details = {"merge": number, "gone": other_id, "facts": facts}
        AuditLog(session).append(now, admin, "listing.merged", f"listing/{kept_id}", details)
    catch_up(directory)
    return number


def stamp_of(*listings: Provider) -> str:
    """Return what tells whether listings are still as somebody saw them."""
    return sha256("\n".join(map(document_of, listings)).encode()).hexdigest()


def _merging(session: Session, kept_id: str, other_id: str, now: datetime) -> Merging:
    if kept_id == other_id:
        raise Conflict("this is one listing, and not two")
    providers = Providers(session)
    kept, other = providers.one(kept_id), providers.one(other_id)
    return Merging(
        kept=kept,
        other=other,
        choices=choices_for(kept, other, Keepers(session).is_kept(kept_id)),
        hindrances=tuple(_hindrances(session, kept, other, now)),
        attached=Attachments(session).counts(other_id),
        stamp=stamp_of(kept, other),
    )


def _chosen(merging: Merging, choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """Return the choice for each fact that differs; raise Invalid for one that cannot be."""
    wrong = [
        Problem(fact, "choose one of the values that are shown")
        for fact, choice in choices.items()
        if choice not in merging.choices.get(fact, ())
    ]
    if wrong:
        raise Invalid(tuple(wrong))
    return {fact: choices.get(fact, some[0]) for fact, some in merging.choices.items()}


def _without_what_was_removed(
    session: Session, merging: Merging, chosen: Mapping[str, Choice]
) -> Provider:
    """Return the listing that stays; street and phone that somebody had removed stay removed."""
    after = merged(merging.kept, merging.other, chosen)
    if after.claimed or not _hides_details(session, merging):
        return after
    return without_details(after)


def _hides_details(session: Session, merging: Merging) -> bool:
    both = (merging.kept, merging.other)
    stones = Tombstones(session).of((one.id for one in both), (one.npi for one in both if one.npi))
    return any(stone.what == "details" for stone in stones.values())


def _carry_out(
    session: Session, admin: Admin, merging: Merging, after: Provider, now: datetime
) -> int:
    kept, other, attachments = merging.kept, merging.other, Attachments(session)
    hides = _hides_details(session, merging)
    parts = attachments.hand_over(other.id, kept.id)
    if hides and not Tombstones(session).of((kept.id,), ()):
        Tombstones(session).raise_over(Tombstone(kept.id, kept.npi, "details"), now)
        parts = (*parts, attachments.raised("tombstone", kept.id))
    Providers(session).remove(other.id)
    record_change(session, kept, after, Author("admin", admin.account_id), now)
    stored = Providers(session).one(kept.id)
    return Merges(session).add(kept, other, stored, parts, admin.account_id, now)


def _hindrances(session: Session, kept: Provider, other: Provider, now: datetime) -> Iterator[str]:
    """Yield what has to be settled before two listings can be one."""
    yield from _of_keepers(session, kept, other)
    yield from _of_claims(session, kept, other, now)
    for one in (kept, other):
        if any(wish.decided_at is None for wish in Removals(session).of_listing(one.id)):
            yield f"Somebody asked to remove {one.name} ({one.id}): decide that first."
        if LicenseChecks(session).held_among([one.id]):
            yield f"The listing {one.id} was taken off the site: look at its licenses first."
    practices = Practices(session)
    joined, there = practices.of_listing(other.id), practices.of_listing(kept.id)
    if joined and joined != there:
        yield f"The listing {other.id} is in the practice {joined.name}: let that listing stay."
    if other.claimed and not kept.claimed:
        yield f"The listing {other.id} says more than a register does: let that listing stay."


def _of_keepers(session: Session, kept: Provider, other: Provider) -> Iterator[str]:
    keepers = Keepers(session)
    own, theirs = set(keepers.of_listing(kept.id)), set(keepers.of_listing(other.id))
    if theirs and not own:
        yield f"A provider keeps the listing {other.id} and nobody the other: let that one stay."
    elif theirs - own:
        yield (
            "Different people keep these two listings, and neither may take the other’s. Write to"
            " both: one of them has to let go first."
        )


def _of_claims(session: Session, kept: Provider, other: Provider, now: datetime) -> Iterator[str]:
    claims = Claims(session)
    mine = {claim.at(now).state for claim in claims.of_listing(kept.id)}
    theirs = {claim.at(now).state for claim in claims.of_listing(other.id)}
    if "frozen" in mine | theirs:
        yield "Somebody objected to a claim of one of these listings: decide that first."
    if "approved" in theirs:
        yield f"The listing {other.id} has a new keeper, and others may still object. Wait a week."
    if theirs & OPEN and Keepers(session).is_kept(kept.id):
        yield f"Somebody claims the listing {other.id}: decide that first."
