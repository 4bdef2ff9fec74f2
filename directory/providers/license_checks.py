"""What an admin found out about the licences of a listing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from directory.providers.license import License
from directory.providers.provider import Provider
from directory.vocabulary.license_titles import normal_title


@dataclass(frozen=True, slots=True)
class LicenseCheck:
    """Whether a listing is checked, and its licences as the source told them.

    `reason` is what the keeper reads where something is missing. `due_on` is when the licences are
    to be looked up again. `held_since` is since when a source says that they do not hold: until a
    person has looked, nobody publishes the listing.
    """

    provider_id: str
    account_id: str
    asked_at: datetime
    checked_at: datetime | None = None
    checked_by: str | None = None
    licenses: tuple[License, ...] = ()
    source: str = ""
    reason: str = ""
    due_on: date | None = None
    held_since: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an admin has yet to look; what was sent back waits for the keeper instead."""
        return not self.reason and (self.checked_at is None or self.checked_at < self.asked_at)


def with_checked(provider: Provider, checked: Iterable[License]) -> Provider:
    """Return a listing whose licences stand as they were found, where they are the same licences.

    Raises pydantic.ValidationError where an unclaimed listing would claim an active licence.
    """
    found = {_which(license): license for license in checked}
    licenses = tuple(found.get(_which(held), held) for held in provider.licenses)
    if licenses == provider.licenses:
        return provider
    return Provider.model_validate(provider.model_dump() | {"licenses": licenses})


def _which(license: License) -> tuple[str, ...]:
    number = "".join(filter(str.isalnum, license.number or "")).upper()
    return license.license, license.state, normal_title(license.title), number, license.authority
