"""The checks that were made of a listing, one by one: each can be read, and the last taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from directory.errors import Conflict
from directory.providers.history import changed_fields
from directory.providers.license import License
from directory.providers.license_checks import LicenseCheck
from directory.providers.provider import Provider

# Where a check came from: an admin looked it up, or a roster of a state board said so.
Origin = Literal["admin", "roster"]


@dataclass(frozen=True, slots=True)
class Verification:
    """One check: what was found, where, on which day, by whom, and when it is due again.

    `before` and `after` are the listing around it, `was` is how the check stood before it, by which
    it is taken back. `origin_id` names the roster. Without `by` nobody is known any more.
    """

    id: str
    provider_id: str
    at: datetime
    by: str | None
    looked_on: date
    source: str
    licenses: tuple[License, ...]
    due_on: date | None
    before: Provider
    after: Provider
    was: LicenseCheck | None
    origin: Origin = "admin"
    origin_id: str = ""
    taken_back_at: datetime | None = None
    taken_back_by: str | None = None


def without(stored: Provider, verification: Verification) -> Provider:
    """Return a listing as it was before a check, with whatever else was edited since.

    Raises Conflict where something that the check changed was changed again.
    """
    was, became = changed_fields(verification.before, verification.after)
    now = stored.model_dump(mode="json")
    edited = sorted(name for name in became if now[name] != became[name])
    if edited:
        raise Conflict(f"{' and '.join(edited)} changed after this check: take that back first")
    return Provider.model_validate(now | was)
