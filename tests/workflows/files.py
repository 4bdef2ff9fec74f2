"""Import files for tests, and a full account of what a directory holds."""

import json
from pathlib import Path
from typing import Any

from directory.providers import Provider
from directory.search import SearchAnswer, SearchQuery
from directory.storage import Providers
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory

QUERIES = (
    SearchQuery(page_size=100),
    SearchQuery(page_size=100, sort="name"),
    SearchQuery(text="panic", page_size=100),
    SearchQuery(text="solid ground"),
    SearchQuery(filters={"state": ("CA",)}, page_size=100),
)


def listings_file(path: Path, *listings: Provider | dict[str, Any] | str) -> Path:
    """Write listings as JSON Lines; a text stands as it is."""
    path.write_text("".join(f"{_line(listing)}\n" for listing in listings), encoding="utf-8")
    return path


def _line(listing: Provider | dict[str, Any] | str) -> str:
    if isinstance(listing, Provider):
        return listing.model_dump_json(exclude_defaults=True)
    return listing if isinstance(listing, str) else json.dumps(listing)


def listings_in(directory: Directory) -> list[str]:
    """Return every published listing as JSON, in order."""
    with directory.database.reading() as session:
        return [listing.model_dump_json() for listing in Providers(session).published()]


def account(directory: Directory) -> tuple[list[str], int, list[SearchAnswer]]:
    """Return everything that the database and the index say of the listings."""
    answers = [search_directory(directory, query).answer for query in QUERIES]
    with directory.database.reading() as session:
        count = Providers(session).count()
    return listings_in(directory), count, answers
