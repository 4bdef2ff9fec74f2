"""What a preview of a draft found: triages, searches and listings that would not be as they are."""

from pydantic import BaseModel, ConfigDict


class Finding(BaseModel):
    """A part of a preview; it is stored as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Finding):
    """One listing in a list, with its score where it has one."""

    id: str
    name: str
    score: float | None = None


class Triage(Finding):
    """The first matches of one made-up triage, before and after."""

    words: str
    before: tuple[Place, ...]
    after: tuple[Place, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anybody else stands there, or in another place."""
        return [one.id for one in self.before] != [one.id for one in self.after]

    @property
    def is_new(self) -> bool:
        """Whether it is not the same people, whatever their order."""
        return {one.id for one in self.before} != {one.id for one in self.after}


class Found(Finding):
    """What one search finds: how many, and the first."""

    total: int
    first: tuple[Place, ...]


class Search(Finding):
    """One search by words that the draft adds or leaves out, before and after."""

    text: str
    before: Found
    after: Found


class Freshness(Finding):
    """How many kept or claimed listings bear the badge, and how many are hidden as stale."""

    badges: int
    hidden: int


class Preview(Finding):
    """All that a preview found; `changed` holds the triages whose first matches are not the same.

    `answered` of the triages found anybody. The clocks were tried on all `claimed` listings;
    `before` and `after` are None where no clock changes.
    """

    triages: int
    answered: int
    changed: tuple[Triage, ...]
    searches: tuple[Search, ...]
    claimed: int = 0
    before: Freshness | None = None
    after: Freshness | None = None
