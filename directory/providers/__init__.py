"""The listing: Provider and its parts, frozen and validated."""

from directory.providers.license import License
from directory.providers.npi import is_valid_npi
from directory.providers.parts import (
    Availability,
    Fee,
    Group,
    Location,
    ModalityTraining,
    Practice,
)
from directory.providers.provider import Provider

__all__ = [
    "Availability",
    "Fee",
    "Group",
    "License",
    "Location",
    "ModalityTraining",
    "Practice",
    "Provider",
    "is_valid_npi",
]
