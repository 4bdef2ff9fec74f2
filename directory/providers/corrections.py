"""Wishes of keepers to have a locked fact mended."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What should be mended: another name, another NPI, or what the words say of a licence.

    Or which trainings should be checked, and where the proof can be seen; `source` is then where
    an admin looked.
    """

    id: str
    provider_id: str
    account_id: str
    asked_at: datetime
    name: str = ""
    npi: str = ""
    words: str = ""
    trainings: tuple[str, ...] = ()
    proof: str = ""
    decided_at: datetime | None = None
    decided_by: str | None = None
    is_done: bool = False
    reason: str = ""
    source: str = ""
