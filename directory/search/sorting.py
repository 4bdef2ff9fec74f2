"""Cursors, which continue a search after the last result seen."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import replace
from hashlib import sha256
from math import isfinite

from directory.errors import Invalid, Problem
from directory.search.protocol import SearchQuery

# A key sorts upwards; the flag before the number puts what is not known last.
Key = tuple[bool, float | str]


def write_cursor(query: SearchQuery, key: Key, id: str) -> str:
    """Return the opaque text that continues a search after one result."""
    content = json.dumps([_fingerprint(query), *key, id], ensure_ascii=False)
    return urlsafe_b64encode(content.encode()).decode()


def read_cursor(query: SearchQuery) -> tuple[Key, str] | None:
    """Return where a search continues; raise Invalid for a cursor of another search."""
    if query.cursor is None:
        return None
    try:
        fingerprint, last, value, id = json.loads(urlsafe_b64decode(query.cursor.encode()))
    except (ValueError, TypeError, RecursionError, Base64Error):
        raise _foreign_cursor() from None
    sound = isinstance(last, bool) and _is_value(value, query.sort) and isinstance(id, str)
    if not sound or fingerprint != _fingerprint(query):
        raise _foreign_cursor()
    return (last, value), id


def _is_value(value: object, sort: str) -> bool:
    if sort == "name":
        return isinstance(value, str)
    return isinstance(value, float) and isfinite(value)


def _foreign_cursor() -> Invalid:
    message = "use the `next` of an earlier answer, with the same parameters"
    return Invalid((Problem("cursor", message),))


def _fingerprint(query: SearchQuery) -> str:
    asked = replace(query, cursor=None, page_size=0, filters={}, facets=())
    filters = sorted((name, sorted(values)) for name, values in query.filters.items())
    return sha256(f"{asked}{filters}".encode()).hexdigest()[:12]
