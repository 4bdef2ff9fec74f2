"""Live edits beside what was built: small sets in memory that are merged as they grow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from directory.columns.bits import members
from directory.providers import Provider
from directory.search.columns_engine.segment import Segment, segment_in_memory

# Two neighbouring sets become one unless the older is so many times as large.
_LARGER = 4


@dataclass(frozen=True, slots=True)
class Change:
    """The newest state of a listing, None where it is gone, and the number of the change."""

    seq: int
    provider: Provider | None


@dataclass(frozen=True, slots=True)
class State:
    """All listings as of one change: the built set first, then the sets of edits, newest last."""

    segments: tuple[Segment, ...]
    seq: int
    changes: Mapping[str, Change] = field(default_factory=dict)

    def after(self, published: Sequence[Provider], gone: Iterable[str], seq: int) -> "State":
        """Return the state after some more changes."""
        today = self.segments[0].content.today
        found = {id: Change(seq, None) for id in gone}
        found |= {provider.id: Change(seq, provider) for provider in published}
        changes = {**self.changes, **found}
        built, *edited = (segment.without(found) for segment in self.segments)
        newest = list(published)
        while edited and edited[-1].listings <= _LARGER * max(1, len(newest)):
            newest += _listings(edited.pop(), changes)
        if newest:
            edited.append(segment_in_memory(newest, today))
        return State((built, *edited), seq, changes)

    def since(self, seq: int, built: Segment, built_seq: int) -> "State":
        """Return a newly built set with the changes that came after a number."""
        later = {id: change for id, change in self.changes.items() if change.seq > seq}
        fresh = State((built,), built_seq)
        if not later:
            return fresh
        published = [change.provider for change in later.values() if change.provider]
        after = fresh.after(published, later, max(self.seq, built_seq))
        return replace(after, changes=later)

    def on(self, today: date) -> "State":
        """Return the state as it is on another day."""
        return replace(self, segments=tuple(segment.on(today) for segment in self.segments))


def _listings(segment: Segment, changes: Mapping[str, Change]) -> Iterable[Provider]:
    ids = (segment.content.columns.ids[number] for number in members(segment.current).tolist())
    return [provider for id in ids if (provider := changes[id].provider)]
