"""Whether two listings are of the same person: traits, likeness with its reasons, and pairs."""

from directory.likeness.likeness import CERTAINTIES, Certainty, Likeness, Reason
from directory.likeness.traits import Traits, traits_of
from directory.likeness.weighing import Shared, liken

__all__ = [
    "CERTAINTIES",
    "Certainty",
    "Likeness",
    "Reason",
    "Shared",
    "Traits",
    "liken",
    "traits_of",
]
