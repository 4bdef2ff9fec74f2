"""The listing: a provider whose facts fit together."""

from datetime import date

from pydantic import model_validator

from directory.providers import rules
from directory.providers.facts import ProviderFacts
from directory.providers.license import License


class Provider(ProviderFacts):
    """One listing, frozen and valid: whoever holds one need not check it again.

    Raises pydantic.ValidationError when a field or a rule across fields is broken.
    """

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> "Provider":
        for rule in rules.ALL:
            rule(self)
        return self

    def licenses_active_in(self, state: str, on: date) -> tuple[License, ...]:
        """Return the licences, compact privileges included, that count in a state on a day."""
        return tuple(held for held in self.licenses if held.state == state and held.is_active(on))

    def states_of_practice(self) -> frozenset[str]:
        """Return the states in which this provider has a place."""
        return frozenset(location.state for location in self.locations)

    def as_published(self) -> "Provider":
        """Return the listing as anybody may see it.

        Many addresses in registers are homes, so an unclaimed listing shows its city alone.
        """
        if self.claimed:
            return self
        places = (place.model_copy(update={"street": None}) for place in self.locations)
        return self.model_copy(update={"locations": tuple(places)})
