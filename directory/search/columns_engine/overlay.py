"""Live edits beside what was built: small sets in memory that are merged as they grow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import log

from directory.columns.bits import members
from directory.providers import Provider
from directory.search.columns_engine.segment import Segment, segment_in_memory

# So many sets of about one size become one, and so do all where there are too many.
_ALIKE, _TOO_MANY = 6, 24


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
        edited = [segment for segment in edited if segment.listings]
        if published:
            edited.append(segment_in_memory(published, self.today))
        return State((built, *_merged(edited, changes)), self.built, seq, changes)

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


def _merged(edited: list[Segment], changes: Mapping[str, Change]) -> list[Segment]:
    """Merge the newest sets while there are enough of one size, so that most edits merge none."""
    while len({_level(segment) for segment in edited[-_ALIKE:]}) == 1 and len(edited) >= _ALIKE:
        edited = [*edited[:-_ALIKE], _one_of(edited[-_ALIKE:], changes)]
    return [_one_of(edited, changes)] if len(edited) > _TOO_MANY else edited


def _level(segment: Segment) -> int:
    return int(log(segment.listings, _ALIKE))


def _one_of(segments: Sequence[Segment], changes: Mapping[str, Change]) -> Segment:
    ids = (
        segment.content.columns.ids[number]
        for segment in segments
        for number in members(segment.current).tolist()
    )
    current = [provider for id in ids if (provider := changes[id].provider)]
    return segment_in_memory(current, segments[0].content.today)
