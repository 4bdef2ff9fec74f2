"""Listings as files that can be imported again: JSON Lines and CSV."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from directory.exchange.listings.cells import write_cell
from directory.exchange.listings.columns import SINGLE, Column, Place, numbered_columns
from directory.providers import Provider

_PARTS = {"license": "licenses", "location": "locations", "group": "groups"}


def write_json_lines(providers: Iterable[Provider], file: TextIO) -> None:
    """Write one listing a line, private fields included, into a UTF-8 text file."""
    file.writelines(f"{provider.model_dump_json()}\n" for provider in providers)


def write_csv(providers: Sequence[Provider], file: TextIO) -> None:
    """Write one listing a row, with the columns that at least one listing fills.

    The file is a UTF-8 text file that was opened with `newline=""`.
    """
    documents = [provider.model_dump(mode="json") for provider in providers]
    rows = [dict(_cells(document)) for document in documents]
    names = [name for name in _names(documents) if any(row.get(name) for row in rows)]
    names = [*dict.fromkeys(["id", "name", "license", *names])]
    writer = csv.DictWriter(file, names, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def _names(documents: Sequence[dict[str, Any]]) -> list[str]:
    return [column.name for column in _columns(documents)]


def _columns(documents: Sequence[dict[str, Any]]) -> tuple[Column, ...]:
    """Return all columns, with as many numbered ones as the longest listing needs."""
    numbered = (
        column
        for part, field in _PARTS.items()
        for column in numbered_columns(part, max((len(d[field]) for d in documents), default=0))
    )
    return (*SINGLE, *numbered)


def _cells(document: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for column in _columns([document]):
        yield column.name, write_cell(_value(document, column.place), column.kind)


def _value(document: Any, place: Place) -> Any:
    """Return the value at a place, None where there is nothing on the way."""
    for part in place:
        if document is None:
            return None
        document = document.get(part) if isinstance(part, str) else document[part]
    return document
