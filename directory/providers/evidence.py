"""Evidence: files that show what an admin found, such as the page of a state board."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

EvidenceKind = Literal["pdf", "png", "jpeg"]
MOST_BYTES = 5_000_000
MOST_FILES = 20  # of one listing


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of a listing, without its bytes; `sha256` tells whether it is still the same."""

    id: str
    provider_id: str
    name: str
    kind: EvidenceKind
    size: int
    sha256: str
    added_at: datetime
    added_by: str | None
