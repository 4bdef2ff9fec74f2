"""From listings to the pages that lead to them."""

from collections.abc import Mapping
from datetime import date

from directory.providers import Provider
from directory.providers.claims import Claim, State
from directory.vocabulary import LICENSES
from directory.web.provider.entry.pages import (
    FindListingPage,
    FoundListing,
    ManagedPractice,
    OwnListing,
    OwnListingsPage,
)
from directory.web.provider.states import state_of
from directory.workflows.keeping.find_own_listing import FoundListings
from directory.workflows.keeping.own_listings import OwnListings

_NOTHING_TYPED = "Type your name or your NPI"
_FROZEN = (
    "It is on hold: somebody objected to who keeps it. Nobody can change it until we have looked"
    " into it, and then we write to you"
)
_WAITS = "It waits for us. We get in touch by email"
_CLAIMS: Mapping[State, str] = {
    "proof_sent": "It waits for you: use the link or the code that we sent",
    "expired": "The link or the code ran out. Ask for another one",
    "frozen": _FROZEN,
}


def listings_page(own: OwnListings, today: date) -> OwnListingsPage:
    """Return what an account has to do with listings."""
    return OwnListingsPage(
        title="Your listings",
        listings=tuple(_own(one, own, today) for one in own.kept),
        claims=tuple(_claimed(one, own.named.get(one.provider_id)) for one in own.claims),
        practices=tuple(
            ManagedPractice(
                name=practice.name,
                href=f"/my/practice/{practice.id}",
                listings=tuple(_own(one, own, today) for one in listings),
            )
            for practice, listings in own.practices.items()
        ),
    )


def find_page(typed: str, is_sent: bool, found: FoundListings | None) -> FindListingPage:
    """Return the two doors, with what was found behind the first."""
    problem = _NOTHING_TYPED if is_sent and not typed else None
    return FindListingPage(
        title="Error: Find or make your listing" if problem else "Find or make your listing",
        query=typed,
        problem=problem,
        found=tuple(_found(one, one.id in found.kept) for one in found.providers)
        if found
        else None,
        are_more=found is not None and found.are_more,
    )


def _own(provider: Provider, own: OwnListings, today: date) -> OwnListing:
    if provider.id in own.frozen:
        claim = own.stopped.get(provider.id)
        return OwnListing(provider.name, f"/claims/{claim}" if claim else None, _FROZEN)
    return OwnListing(provider.name, f"/my/listing/{provider.id}", state_of(provider, today))


def _claimed(claim: Claim, listing: Provider | None) -> OwnListing:
    name = listing.name if listing else "A listing that is gone"
    return OwnListing(name, f"/claims/{claim.id}", _CLAIMS.get(claim.state, _WAITS))


def _found(provider: Provider, is_kept: bool) -> FoundListing:
    places = (f"{place.city}, {place.state}" for place in provider.locations)
    return FoundListing(
        name=provider.name,
        license=LICENSES.label(provider.license),
        place=next(places, "Place not known"),
        state="Somebody keeps this listing already" if is_kept else "Nobody keeps this listing yet",
        href=f"/claim/{provider.id}",
    )
