"""Trying a draft on the real listings: triages, searches and clocks, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.editions import Edition, in_force, put_in_force, read_edition
from directory.editions.differences import differences, kinds_of
from directory.editions.preview import Found, Freshness, Place, Preview, Search, Triage
from directory.editions.samples import SampleTriage, sample_triages
from directory.editions.turns import TURNS
from directory.errors import Conflict, NotFound
from directory.jobs import Job, Progress
from directory.providers import Provider
from directory.providers.standing import standing
from directory.roles import Admin
from directory.search import SearchQuery
from directory.storage import Editions, Jobs, Keepers, Providers
from directory.workflows.editions.edit_draft import desk_within
from directory.workflows.editions.edition_in_force import take_in_edition
from directory.workflows.indexing import catch_up
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.opening import Directory

PREVIEW = "edition.preview"
PLACES = 5
_MOST_SEARCHES = 40
_AT_ONCE = 500  # listings
_PATIENCE = 60.0  # seconds until the other work of this process pauses


def ask_preview(directory: Directory, admin: Admin) -> int:
    """Ask the worker to try the draft; return the number of the preview."""
    with directory.database.writing() as session:
        found = desk_within(directory, session)
        editions = Editions(session)
        at = directory.clock()
        id = editions.ask_preview(found.draft.document(), at)
        Jobs(session).ask(PREVIEW, str(id), admin.account_id, at)
        return id


def preview_edition(directory: Directory, job: Job, tell: Progress) -> str:
    """Try a draft while nobody else of this process reads; safe to run twice."""
    take_in_edition(directory, _PATIENCE)
    catch_up(directory)
    with directory.database.reading() as session:
        stored = Editions(session).preview(int(job.subject))
    if stored is None:
        raise NotFound("the preview is too old: ask for a new one")
    trial = _Trial(directory, in_force(), read_edition(stored.document), tell)
    found: list[Preview] = []
    if not TURNS.change(lambda: found.append(trial.found()), _PATIENCE):
        raise Conflict("this worker was busy for too long: ask for the preview again")
    with directory.database.writing() as session:
        Editions(session).keep_result(stored.id, found[0].model_dump(mode="json"))
    return f"The first matches of {len(found[0].changed)} of {found[0].triages} change."


@dataclass(frozen=True, slots=True)
class _Trial:
    """One draft that is tried against what is in force."""

    directory: Directory
    now: Edition
    draft: Edition
    tell: Progress

    def found(self) -> Preview:
        """Look at everything twice; what is in force comes back whatever happens."""
        samples = sample_triages(self._states())
        whole, words = 2 * len(samples), self._words()
        has_clocks = "clocks" in kinds_of(
            differences(self.now, self.draft, self.directory.editions.base)
        )
        before = self._firsts(samples, 0, whole)
        searched = [self._search(text) for text in words]
        fresh = self._freshness() if has_clocks else None
        put_in_force(self.draft)
        try:
            after = self._firsts(samples, len(samples), whole)
            searches = zip(words, searched, [self._search(text) for text in words], strict=True)
            fresh_after = self._freshness() if has_clocks else None
        finally:
            put_in_force(self.now)
        triages = (
            Triage(words=sample.words, before=old, after=new)
            for sample, old, new in zip(samples, before, after, strict=True)
        )
        return Preview(
            triages=len(samples),
            answered=sum(1 for places in before if places),
            changed=tuple(one for one in triages if one.is_changed),
            searches=tuple(Search(text=t, before=old, after=new) for t, old, new in searches),
            claimed=fresh[1] if fresh else 0,
            before=fresh[0] if fresh else None,
            after=fresh_after[0] if fresh_after else None,
        )

    def _states(self) -> tuple[str, ...]:
        """Return the states in which anybody may treat."""
        query = SearchQuery(page_size=1, facets=("state",))
        return tuple(sorted(self.directory.engine.search(query).facets["state"]))

    def _words(self) -> tuple[str, ...]:
        """Return the words that the draft adds or leaves out, each once."""
        found = dict.fromkeys((*_searched(self.now), *_searched(self.draft)))
        both = set(_searched(self.now)) & set(_searched(self.draft))
        return tuple(word for word in found if word not in both)[:_MOST_SEARCHES]

    def _firsts(
        self, samples: tuple[SampleTriage, ...], done: int, whole: int
    ) -> list[tuple[Place, ...]]:
        """Return the first matches of each sample."""
        found = []
        for place, sample in enumerate(samples, 1):
            matched = match_providers(self.directory, sample.request, limit=PLACES, is_shown=False)
            found.append(
                tuple(
                    Place(id=one.provider.id, name=one.provider.name, score=one.score)
                    for one in matched.outcome.matches
                )
            )
            self.tell(done + place, whole)
        return found

    def _search(self, text: str) -> Found:
        answer = self.directory.engine.search(SearchQuery(text, page_size=PLACES, facets=()))
        with self.directory.database.reading() as session:
            listings = Providers(session).get_published([hit.id for hit in answer.hits])
        return Found(
            total=answer.total, first=tuple(Place(id=one.id, name=one.name) for one in listings)
        )

    def _freshness(self) -> tuple[Freshness, int]:
        """Return how the claimed listings stand today, and how many they are."""
        today, badges, hidden, count = self.directory.today(), 0, 0, 0
        for provider, is_kept in self._claimed():
            found = standing(provider, is_kept, today)
            badges, hidden, count = badges + found.has_badge, hidden + found.is_hidden, count + 1
        return Freshness(badges=badges, hidden=hidden), count

    def _claimed(self) -> Iterator[tuple[Provider, bool]]:
        """Yield every claimed listing, and whether anybody keeps it."""
        last = ""
        while True:
            with self.directory.database.reading() as session:
                some = Providers(session).claimed_after(last, _AT_ONCE)
                keepers = Keepers(session).of_listings([one.id for one in some])
            if not some:
                return
            yield from ((one, bool(keepers.get(one.id))) for one in some)
            last = some[-1].id


def _searched(edition: Edition) -> tuple[str, ...]:
    """Return the words and labels that an edition adds or leaves out."""
    changes = (
        *edition.concerns.values(),
        *edition.modalities.values(),
        *edition.payers.values(),
    )
    of_shipped = (word for one in changes for word in (*one.added, *one.removed))
    own = (word for one in edition.own_payers for word in (one.label, *one.synonyms))
    return (*of_shipped, *own)
