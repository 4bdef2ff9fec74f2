"""Live edits beside what was built: small sets in memory that are merged as they grow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from directory.columns.bits import members
from directory.providers import Provider
from directory.search.columns_engine.segment import Segment, segment_in_memory

# Two neighbouring sets become one unless the older is so many times as large.
_LARGER = 2


@dataclass(frozen=True, slots=True)
class Change:
    """The newest state of a listing, None where it is gone, and the number of the change."""

    seq: int
    provider: Provider | None


@dataclass(frozen=True, slots=True)
class State:
    """All listings as of one change: the built set first, then the sets of edits, newest last.

    `changes` holds every change after the number `built`, with which the built set came.
    """

    segments: tuple[Segment, ...]
    built: int
    seq: int
    changes: Mapping[str, Change] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which it holds."""
        return self.segments[0].content.today

    def after(self, published: Sequence[Provider], gone: Iterable[str], seq: int) -> "State":
        """Return the state after some more changes."""
        found = {id: Change(seq, None) for id in gone}
        found |= {provider.id: Change(seq, provider) for provider in published}
        changes = {**self.changes, **found}
        built, *edited = (segment.without(found) for segment in self.segments)
        newest = list(published)
        while edited and edited[-1].listings <= _LARGER * max(1, len(newest)):
            newest += _listings(edited.pop(), changes)
        if newest:
            edited.append(segment_in_memory(newest, self.today))
        return State((built, *edited), self.built, seq, changes)

    def with_later(self, known: "State") -> "State":
        """Return this newly built state with the later changes that another knows.

        Where it does not know all of them, they are left to be taken in from the search log.
        """
        later = {id: change for id, change in known.changes.items() if change.seq > self.seq}
        if not later or known.built > self.seq:
            return self
        published = [change.provider for change in later.values() if change.provider]
        return replace(self.after(published, later, known.seq), changes=later)

    def on(self, today: date) -> "State":
        """Return the state as it is on another day."""
        return replace(self, segments=tuple(segment.on(today) for segment in self.segments))


def _listings(segment: Segment, changes: Mapping[str, Change]) -> Iterable[Provider]:
    ids = (segment.content.columns.ids[number] for number in members(segment.current).tolist())
    return [provider for id in ids if (provider := changes[id].provider)]
