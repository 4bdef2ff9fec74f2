"""A listing as its keeper sees it: as it is stored, with what was typed on top."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from directory.errors import Invalid, Problem
from directory.providers import Provider
from directory.providers.drafts import SectionDraft, listing_of, merged, to_publish
from directory.providers.history import Json
from directory.storage import Drafts, Providers
from directory.workflows.opening import Directory

STATEMENT = "offers_conversion_practices"


@dataclass(frozen=True, slots=True)
class DraftedListing:
    """A stored listing, its drafts, and what the two make together.

    `listing` is what patients would see, None where the values make no valid listing. `problems`
    are what keeps it, or the drafts of a public one, off the site.
    """

    stored: Provider
    drafts: tuple[SectionDraft, ...]
    values: Mapping[str, Json]
    listing: Provider | None
    problems: tuple[Problem, ...]

    @property
    def is_live(self) -> bool:
        """Whether patients see the listing as its keeper's, so that a valid save goes public."""
        return is_live(self.stored)

    @property
    def asks_statement(self) -> bool:
        """Whether publishing asks for the word on conversion practices, not given by now."""
        return self.values[STATEMENT] is None

    @property
    def to_mend(self) -> tuple[Problem, ...]:
        """The problems without what publishing asks for itself."""
        return tuple(
            one for one in self.problems if not (self.asks_statement and one.field == STATEMENT)
        )


def is_live(stored: Provider) -> bool:
    """Tell whether a listing is public as its keeper's: a stub of a register is not."""
    return stored.claimed and stored.published


def drafted_listing(directory: Directory, provider_id: str) -> DraftedListing:
    """Return a listing with its drafts; raise NotFound where there is none of this id."""
    with directory.database.reading() as session:
        return read_drafted(session, provider_id)


def read_drafted(session: Session, provider_id: str) -> DraftedListing:
    """Return a listing with its drafts, within one session; raise NotFound where there is none."""
    stored = Providers(session).one(provider_id)
    drafts = Drafts(session).of_listing(provider_id)
    values = merged(stored, drafts)
    return DraftedListing(stored, drafts, values, *_made_of(values, is_live(stored)))


def _made_of(values: Mapping[str, Json], live: bool) -> tuple[Provider | None, tuple[Problem, ...]]:
    problems: tuple[Problem, ...] = ()
    try:
        if not live:
            return to_publish(values), ()
    except Invalid as error:
        problems = error.problems
    try:
        return listing_of({**values, "claimed": True, "published": True}), problems
    except Invalid as error:
        return None, problems or error.problems
