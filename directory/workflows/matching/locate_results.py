"""In which towns all those are whom a search finds."""

from directory.search import SearchQuery, Whereabouts
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory


def locate_results(directory: Directory, query: SearchQuery) -> Whereabouts:
    """Tell where all those are whom a search finds, not only those of one page.

    `query` is the search as it was answered.
    """
    catch_up(directory)
    return directory.engine.whereabouts(query)
