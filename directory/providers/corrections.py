"""Wishes of keepers to have a locked fact mended."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What should be mended: another name, another NPI, or what the words say of a licence."""

    id: str
    provider_id: str
    account_id: str
    asked_at: datetime
    name: str = ""
    npi: str = ""
    words: str = ""
    decided_at: datetime | None = None
    decided_by: str | None = None
    is_done: bool = False
    reason: str = ""
