"""The audit log as JSON Lines, which a chain can be checked from, and as CSV for a spreadsheet."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from directory.audit import Entry
from directory.exchange.csv_lines import csv_lines

_COLUMNS = ("number", "at", "account_id", "role", "action", "subject", "details", "digest")


def audit_json_lines(chained: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """Yield a line for each entry, with the digest that is stored beside it."""
    for entry, digest in chained:
        yield json.dumps(dict(zip(_COLUMNS, _cells(entry, digest), strict=True))) + "\n"


def audit_csv(chained: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """Yield a heading and a row for each entry; no cell is a formula to a spreadsheet."""
    yield from csv_lines(chain((_COLUMNS,), (_row(*one) for one in chained)))


def _cells(entry: Entry, digest: str) -> tuple[object, ...]:
    at, details = entry.at.isoformat(), dict(entry.details)
    who = entry.account_id, entry.role
    return entry.number, at, *who, entry.action, entry.subject, details, digest


def _row(entry: Entry, digest: str) -> tuple[object, ...]:
    *cells, details, chained = _cells(entry, digest)
    return (*cells, json.dumps(details), chained)
