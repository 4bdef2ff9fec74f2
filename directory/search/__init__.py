"""The index: a cache of the database that answers with ids, counts and scores."""

from directory.columns.codes import FACETS
from directory.search.columns_engine import ColumnsEngine
from directory.search.highlighting import MARK_END, MARK_START, snippets
from directory.search.protocol import (
    FILTERS,
    Candidates,
    Hit,
    SearchAnswer,
    SearchEngine,
    SearchQuery,
)
from directory.search.whereabouts import Whereabouts
from directory.search.whoosh_engine import WhooshEngine

__all__ = [
    "FACETS",
    "FILTERS",
    "MARK_END",
    "MARK_START",
    "Candidates",
    "ColumnsEngine",
    "Hit",
    "SearchAnswer",
    "SearchEngine",
    "SearchQuery",
    "Whereabouts",
    "WhooshEngine",
    "snippets",
]
