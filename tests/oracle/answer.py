"""One answer of the matching service beside what the oracle knows of the person and directory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.oracle.census import Census
from tests.oracle.person import CRISIS_FIRST, Person
from tests.oracle.rules import Listing

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """The body that the API answers with, to one request."""

    body: Json
    result: Json
    person: Person
    census: Census
    limit: int
    show_providers: bool
    flags_of_text: tuple[str, ...] = ()

    @property
    def matches(self) -> list[Any]:
        """The matches, best first."""
        return list(self.body["matches"])

    @property
    def is_crisis_alone(self) -> bool:
        """Whether the card comes first and no provider was asked for."""
        return self.person.level in CRISIS_FIRST and not self.show_providers

    def listings(self) -> Iterator[Listing]:
        """Yield the seed's own listing of each match, not what the answer says of it."""
        for match in self.matches:
            known = self.census.by_id.get(match["provider"]["id"])
            if known is not None:
                yield known


# An invariant yields a sentence for each way in which an answer breaks it.
Invariant = Callable[[Answer], Iterator[str]]
