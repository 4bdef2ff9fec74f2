"""The log of what those who run the directory change: each entry holds what came before it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

BEGINNING = "0" * 64  # the digest before the first entry


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody did; `number` counts from 1 without a gap.

    `action` is a room and what happened there (`listing.merged`), `subject` a kind and an id
    (`listing/npi-123`). `details` is small and holds nothing personal. Without an account it was
    the worker, or somebody at the command line.
    """

    number: int
    at: datetime
    account_id: str | None
    role: str | None
    action: str
    subject: str
    details: Mapping[str, Any]


def digest(before: str, entry: Entry) -> str:
    """Return the SHA-256, in hexadecimal, of an entry and the digest of the one before it."""
    fields = [
        before,
        entry.number,
        entry.at.isoformat(),
        entry.account_id,
        entry.role,
        entry.action,
        entry.subject,
        entry.details,
    ]
    text = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()
