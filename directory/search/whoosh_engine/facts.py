"""What the index keeps of a listing: enough to filter, count and sort without the record."""

from dataclasses import dataclass
from datetime import date

from directory.columns.facts import points_of, sees_people, zips_of
from directory.geography import Point
from directory.providers import Provider
from directory.providers.freshness import is_fresh
from directory.search.standing import standing
from directory.vocabulary import STATES

_TREATING_STATUSES = ("active", "unverified")
_REMOTE = frozenset({"video", "phone"})


@dataclass(frozen=True, slots=True)
class IndexedFacts:
    """The facts of one listing; `states` holds each state with the day its licence runs out."""

    id: str
    name: str
    values: dict[str, tuple[str, ...]]
    states: tuple[tuple[str, date | None], ...]
    points: tuple[Point, ...]
    zips: tuple[int, ...]
    is_remote: bool
    fee_min: float | None
    sliding_scale: bool
    next_opening_days: int | None
    claimed: bool
    confirmed_at: date | None

    @classmethod
    def of(cls, provider: Provider) -> "IndexedFacts":
        """Take the facts from a listing."""
        accepting = provider.availability.accepting
        return cls(
            id=provider.id,
            name=provider.name.casefold(),
            values=_values(provider),
            states=_states(provider),
            points=tuple(points_of(provider)),
            zips=tuple(zips_of(provider)),
            is_remote=not sees_people(provider),
            fee_min=provider.fee.min if provider.fee else None,
            sliding_scale=bool(provider.fee and provider.fee.sliding_scale),
            next_opening_days=(
                provider.availability.next_opening_days
                if accepting in {"yes", "waitlist"}
                else None
            ),
            claimed=provider.claimed,
            confirmed_at=provider.availability.confirmed_at,
        )

    def facet_values(self, facet: str, today: date) -> tuple[str, ...]:
        """Return the values of a facet on a day: an expired licence opens no state."""
        if facet != "state":
            return self.values[facet]
        open_states = (state for state, end in self.states if end is None or end >= today)
        return tuple(dict.fromkeys(open_states))

    def standing(self, today: date) -> float:
        """Return 0 to 1: how far a searcher can count on this listing; stale ones sink."""
        fresh = is_fresh("availability", self.confirmed_at, today)
        return standing(self.values["accepting"][0], fresh, self.claimed)


def _values(provider: Provider) -> dict[str, tuple[str, ...]]:
    return {
        "license": (provider.license,),
        "service": provider.services,
        "modality": tuple(modality.code for modality in provider.modalities),
        "format": provider.formats,
        "concern": provider.concerns,
        "age_group": provider.age_groups,
        "delivery": provider.delivery,
        "language": provider.languages,
        "payer": provider.payers,
        "accepting": (provider.availability.accepting,),
        "gender": (provider.gender,) if provider.gender else (),
    }


def _states(provider: Provider) -> tuple[tuple[str, date | None], ...]:
    """Return where a listing may treat; a coach works remotely everywhere."""
    if provider.is_coach:
        remote = _REMOTE.intersection(provider.delivery)
        return tuple(
            (state, None) for state in (STATES if remote else provider.states_of_practice())
        )
    return tuple(
        (held.state, held.expires)
        for held in provider.licenses
        if held.status in _TREATING_STATUSES
    )
