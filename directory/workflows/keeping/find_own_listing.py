"""Finding the listing that is about oneself, by name or NPI."""

from dataclasses import dataclass

from directory.providers import Provider, is_valid_npi
from directory.search import SearchQuery
from directory.storage import Keepers, Providers
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.opening import Directory

MOST = 20
_LONGEST = 200  # letters of a name


@dataclass(frozen=True, slots=True)
class FoundListings:
    """The listings found, the ids of those that somebody keeps, and whether there are more."""

    providers: tuple[Provider, ...]
    kept: frozenset[str]
    are_more: bool = False


def find_own_listing(directory: Directory, typed: str) -> FoundListings:
    """Find published listings by NPI or by words of a name, those that nobody keeps first."""
    if is_valid_npi(typed):
        providers, are_more = _by_npi(directory, typed), False
    else:
        providers, are_more = _by_name(directory, typed)
    with directory.database.reading() as session:
        keepers = Keepers(session)
        kept = frozenset(one.id for one in providers if keepers.is_kept(one.id))
    return FoundListings(tuple(sorted(providers, key=lambda one: one.id in kept)), kept, are_more)


def _by_npi(directory: Directory, npi: str) -> list[Provider]:
    with directory.database.reading() as session:
        ids = Providers(session).ids_by_npi([npi]).values()
        return Providers(session).get_published(list(ids))


def _by_name(directory: Directory, typed: str) -> tuple[list[Provider], bool]:
    """Leave out whoever was found by other words than those of the name."""
    query = SearchQuery(text=typed[:_LONGEST], page_size=MOST, facets=())
    page = search_directory(directory, query)
    words = set(typed.casefold().split())
    found = [result.provider for result in page.results]
    named = [one for one in found if words & set(one.name.casefold().split())]
    return named, page.answer.total > len(found)
