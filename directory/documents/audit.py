"""The audit log as JSON Lines, which a chain can be checked from, and as CSV for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from directory.audit import Entry
from directory.exchange.formulas import guarded

_COLUMNS = ("number", "at", "account_id", "role", "action", "subject", "details", "digest")


def audit_json_lines(chained: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """Yield a line for each entry, with the digest that is stored beside it."""
    for entry, digest in chained:
        yield json.dumps(dict(zip(_COLUMNS, _cells(entry, digest), strict=True))) + "\n"


def audit_csv(chained: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """Yield a heading and a row for each entry; no cell is a formula to a spreadsheet."""
    yield _row(_COLUMNS)
    for entry, digest in chained:
        *cells, details, chain = _cells(entry, digest)
        yield _row((*cells, json.dumps(details), chain))


def _cells(entry: Entry, digest: str) -> tuple[object, ...]:
    at, details = entry.at.isoformat(), dict(entry.details)
    who = entry.account_id, entry.role
    return entry.number, at, *who, entry.action, entry.subject, details, digest


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(map(_safe, cells))
    return line.getvalue()


def _safe(cell: object) -> object:
    return guarded(cell) if isinstance(cell, str) else cell
