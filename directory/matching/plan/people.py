"""Naming the people of a plan."""

from collections.abc import Iterable

from directory.matching.outcome import Match
from directory.matching.plan.parts import Person
from directory.providers import Provider


def person(match: Match) -> Person:
    """Return a match as a plan names it."""
    return Person(match.provider.id, match.provider.name, match.rank)


def somebody(provider: Provider, matches: Iterable[Match]) -> Person:
    """Return a provider as a plan names them, with their rank where they are a match."""
    ranks = {match.provider.id: match.rank for match in matches}
    return Person(provider.id, provider.name, ranks.get(provider.id))
