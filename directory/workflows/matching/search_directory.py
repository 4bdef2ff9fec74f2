"""The directory search: a query in, a page of listings out."""

from dataclasses import dataclass, replace

from directory.providers import Provider
from directory.search import SearchAnswer, SearchQuery
from directory.storage import Photos, Providers
from directory.vocabulary.spanish import in_english
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class Result:
    """One listing found, its distance in miles where one was asked, and the name of its photo."""

    provider: Provider
    miles: float | None
    photo: str | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of results with the answer that it was made from.

    `asked` is the search as it was answered: Spanish words may have become English ones.
    """

    asked: SearchQuery
    answer: SearchAnswer
    results: tuple[Result, ...]


def search_directory(directory: Directory, query: SearchQuery) -> SearchPage:
    """Search the published listings; raise Invalid for a cursor of another search."""
    catch_up(directory)
    asked, answer = answer_to(directory, query)
    with directory.database.reading() as session:
        ids = [hit.id for hit in answer.hits]
        providers = {one.id: one for one in Providers(session).get_published(ids)}
        photos = Photos(session).public_names(ids)
    results = tuple(
        Result(providers[hit.id], hit.miles, photos.get(hit.id))
        for hit in answer.hits
        if hit.id in providers
    )
    return SearchPage(asked, answer, results)


def answer_to(directory: Directory, query: SearchQuery) -> tuple[SearchQuery, SearchAnswer]:
    """Search for Spanish words by their English ones, and as they are where that finds nobody."""
    english = replace(query, text=in_english(query.text))
    if english != query:
        answer = directory.engine.search(english)
        if answer.total:
            return english, answer
    return query, directory.engine.search(query)
