"""The history of a listing: who changed what, when, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from directory.providers.provider import Provider

# `practice`: a manager of the practice that the listing joined. `mail`: a link in a mail to whoever
# keeps the listing. `system`: the daily work.
AuthorKind = Literal["provider", "practice", "mail", "admin", "system"]
Json = Any  # what json.loads gives


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change; the account where one was used."""

    kind: AuthorKind
    account_id: str | None = None


SYSTEM = Author("system")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the fields that changed, as JSON values, as they were and as they became.

    A listing that came into being has nothing before.
    """

    id: int
    provider_id: str
    at: datetime
    author: Author
    before: Mapping[str, Json]
    after: Mapping[str, Json]


def changed_fields(
    before: Provider | None, after: Provider
) -> tuple[dict[str, Json], dict[str, Json]]:
    """Return the fields that differ between two states of a listing, as JSON values."""
    was = before.model_dump(mode="json") if before else {}
    now = after.model_dump(mode="json")
    differ = [name for name in now if name not in was or was[name] != now[name]]
    return {name: was[name] for name in differ if name in was}, {n: now[n] for n in differ}
