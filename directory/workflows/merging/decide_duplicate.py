"""What an admin does about a pair: ask for a search, put two together, tell them apart."""

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.likeness import Likeness, liken, traits_of
from directory.likeness.duplicate import Duplicate, DuplicateState
from directory.providers import Provider
from directory.providers.merging import filled_facts
from directory.roles import Admin
from directory.storage import AuditLog, Duplicates, Jobs, Keepers, Practices, Providers
from directory.workflows.merging.find_duplicates import EVERYBODY, KIND
from directory.workflows.opening import Directory

# Where somebody puts two listings together that are not alike at all.
_BY_HAND = Likeness(0, "possible", ())


def ask_for_search(directory: Directory, admin: Admin) -> None:
    """Ask the worker to look for duplicates, unless it is about to or does so already."""
    now = directory.clock()
    with directory.database.writing() as session:
        last = Jobs(session).newest(KIND, EVERYBODY)
        if last is None or last.is_over:
            number = Jobs(session).ask(KIND, EVERYBODY, admin.account_id, now)
            AuditLog(session).append(now, admin, "duplicates.searched", f"job/{number}")


def put_together(directory: Directory, admin: Admin, first: str, second: str) -> int:
    """Return the number of a pair of two listings that somebody wants to compare.

    Raises NotFound where either does not exist, and Conflict where both are one.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        one, other = (_listing(session, id).model_dump(mode="json") for id in (first, second))
        if first == second:
            raise Conflict("both addresses are of one listing")
        duplicates = Duplicates(session)
        pair = duplicates.between(first, second)
        if pair is not None and pair.state != "merged":
            return pair.id
        likeness = liken(traits_of(one), traits_of(other)) or _BY_HAND
        last = Jobs(session).newest(KIND, EVERYBODY)
        number = duplicates.note(first, second, likeness, last.id if last else 0, now)
        AuditLog(session).append(now, admin, "duplicates.compared", f"pair/{number}")
        return number


def mark_as_different(directory: Directory, admin: Admin, number: int) -> None:
    """Remember that a pair is two people; raise Conflict where it was merged."""
    _decide(directory, admin, number, "not_same", "duplicates.told-apart")


def reopen(directory: Directory, admin: Admin, number: int) -> None:
    """Let a pair wait for a decision again; raise Conflict where it was merged."""
    _decide(directory, admin, number, "open", "duplicates.reopened")


def who_stays(directory: Directory, first: str, second: str) -> tuple[str, str]:
    """Return which of two listings should stay, and the other.

    One that somebody keeps, then one that says more than a register, that patients see, and that
    says most. Raises NotFound where either is gone.
    """
    with directory.database.reading() as session:
        both = [_listing(session, id) for id in (first, second)]
        kept, other = sorted(both, key=lambda one: _rank(session, one), reverse=True)
    return kept.id, other.id


def _rank(session: Session, listing: Provider) -> tuple[bool, bool, bool, bool, int]:
    return (
        Keepers(session).is_kept(listing.id),
        Practices(session).of_listing(listing.id) is not None,
        listing.claimed,
        listing.is_public,
        len(filled_facts(listing)),
    )


def _decide(
    directory: Directory, admin: Admin, number: int, state: DuplicateState, action: str
) -> None:
    now = directory.clock()
    with directory.database.writing() as session:
        pair = _pair(session, number)
        if pair.state == "merged":
            raise Conflict("these were merged: take the merge back first")
        Duplicates(session).decide(number, state, admin.account_id, now)
        details = {"listings": list(pair.ids)}
        AuditLog(session).append(now, admin, action, f"pair/{number}", details)


def _pair(session: Session, number: int) -> Duplicate:
    found = Duplicates(session).get(number)
    if found is None:
        raise NotFound(f"there is no pair {number}")
    return found


def _listing(session: Session, id: str) -> Provider:
    found = Providers(session).get(id)
    if found is None:
        raise NotFound(f"there is no listing {id or 'of this address'}")
    return found
