"""What an account has to do with listings: kept, claimed, or looked after for a practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from directory.providers import Provider
from directory.providers.claims import OPEN, Claim
from directory.storage import Claims, Keepers, Practices, Providers, StoredPractice
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class OwnListings:
    """The listings that an account keeps, the claims that are not over, and its practices.

    `frozen` are the ids of listings whose keeping somebody objected to, and `stopped` those of the
    claims of this account that it stopped, by listing; `named` gives the listings of the claims by
    id.
    """

    kept: tuple[Provider, ...]
    frozen: frozenset[str]
    stopped: Mapping[str, str]
    claims: tuple[Claim, ...]
    named: Mapping[str, Provider]
    practices: Mapping[StoredPractice, tuple[Provider, ...]]

    @property
    def only(self) -> Provider | None:
        """The one listing that there is, where it can be edited and there is nothing else."""
        is_alone = len(self.kept) == 1 and not (self.frozen or self.claims or self.practices)
        return self.kept[0] if is_alone else None

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.kept or self.claims or self.practices)


def own_listings(directory: Directory, account_id: str) -> OwnListings:
    """Return what an account has to do with listings."""
    now = directory.clock()
    with directory.database.reading() as session:
        claims, practices, providers = Claims(session), Practices(session), Providers(session)
        kept = Keepers(session).of_account(account_id)
        own = [claim.at(now) for claim in claims.of_account(account_id)]
        running = [
            one
            for one in own
            if one.state in {*OPEN, "expired", "frozen"} and one.provider_id not in kept
        ]
        named = providers.get_many([one.provider_id for one in running])
        joined = {one: practices.listings(one.id) for one in practices.managed_by(account_id)}
        seen = {*kept, *chain.from_iterable(joined.values())}
        return OwnListings(
            kept=tuple(providers.get_many(kept)),
            frozen=frozenset(id for id in seen if claims.is_frozen(id)),
            stopped={one.provider_id: one.id for one in own if one.state == "frozen"},
            claims=tuple(running),
            named={listing.id: listing for listing in named},
            practices={
                practice: tuple(providers.get_many(ids)) for practice, ids in joined.items()
            },
        )
