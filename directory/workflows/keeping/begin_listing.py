"""A new listing from nothing: prefilled from the register where it knows the NPI, else typed."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError
from sqlmodel import Session

from directory.errors import Conflict, Invalid, Problem, problems_of
from directory.providers import Provider, is_valid_npi
from directory.providers.claims import Claim
from directory.providers.history import Author
from directory.search import SearchQuery
from directory.storage import Claims, Keepers, Providers
from directory.vocabulary.license_titles import titles_in
from directory.workflows.listing_changes import record_change
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.opening import Directory

_MOST_HIDDEN = 3  # listings that one account may begin before one is checked
_LOOKED_AT = 20
_MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class NewListing:
    """What somebody says of themselves to begin a listing; a coach has no licence to tell of."""

    name: str
    license: str
    state: str
    title: str = ""
    number: str = ""
    npi: str = ""


def listing_of_npi(directory: Directory, npi: str) -> Provider | None:
    """Return the public listing that holds an NPI, None where there is none.

    Raises Invalid where it is no NPI.
    """
    if not is_valid_npi(npi):
        raise Invalid((Problem("npi", "this is not an NPI: check the ten digits"),))
    with directory.database.reading() as session:
        id = Providers(session).ids_by_npi([npi]).get(npi)
        found = Providers(session).get(id) if id else None
    return found if found and found.published else None


def listings_alike(directory: Directory, name: str, state: str) -> tuple[Provider, ...]:
    """Return public listings of the same name in a state, so that nobody is listed twice."""
    asked = SearchQuery(text=name, page_size=_LOOKED_AT, facets=())
    found = (result.provider for result in search_directory(directory, asked).results)
    wanted = _words(name)
    alike = (one for one in found if _is_alike(_words(one.name), wanted))
    return tuple(one for one in alike if state in _states(one))[:_MOST_ALIKE]


def begin_listing(directory: Directory, new: NewListing, account_id: str) -> Provider:
    """Make a hidden listing, which this account keeps from now on.

    Raises Invalid with what to mend, and Conflict where the account has begun too many.
    """
    now = directory.clock()
    listing = _listing(new)
    with directory.database.writing() as session:
        _refuse_many(session, account_id)
        if new.npi and Providers(session).ids_by_npi([new.npi]):
            listing = listing.model_copy(update={"npi": None})  # an admin sees both, and decides
        record_change(session, None, listing, Author("provider", account_id), now)
        Keepers(session).add(listing.id, account_id, now)
        Claims(session).save(_claim(listing, new, account_id, now))
    return listing


def _listing(new: NewListing) -> Provider:
    facts = {
        "id": f"own-{secrets.token_hex(8)}",
        "npi": new.npi or None,
        "name": new.name,
        "license": new.license,
        "licenses": () if new.license == "coach" else (_license(new),),
        "published": False,
    }
    try:
        return Provider.model_validate(facts)
    except ValidationError as error:
        raise Invalid(tuple(_of_form(problems_of(error)))) from None


def _license(new: NewListing) -> dict[str, str | None]:
    titles = titles_in(new.state, new.license)
    return {
        "license": new.license,
        "title": new.title or (titles[0] if titles else ""),
        "state": new.state,
        "number": new.number or None,
    }


def _of_form(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Name the fields of a licence as the form does."""
    for problem in problems:
        yield Problem(problem.field.removeprefix("licenses[0]."), problem.message)


def _refuse_many(session: Session, account_id: str) -> None:
    own = Providers(session).get_many(Keepers(session).of_account(account_id))
    if sum(not one.published for one in own) >= _MOST_HIDDEN:
        raise Conflict("finish the listings that you have begun first")


def _claim(listing: Provider, new: NewListing, account_id: str, now: datetime) -> Claim:
    """Write down by what the account keeps the listing, so that others can object to it."""
    return Claim(
        id=secrets.token_hex(12),
        provider_id=listing.id,
        account_id=account_id,
        asked_at=now,
        way="by_hand",
        sent_to="",
        state="settled",
        since=now,
        npi=new.npi or None,
        license_state=new.state,
        license_number=new.number,
    )


def _words(name: str) -> frozenset[str]:
    spaced = "".join(letter if letter.isalnum() else " " for letter in name.casefold())
    return frozenset(word for word in spaced.split() if len(word) > 1)


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name has all the words of the other, whatever middle names it has."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def _states(provider: Provider) -> frozenset[str]:
    return provider.states_of_practice() | {held.state for held in provider.licenses}
