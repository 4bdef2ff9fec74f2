"""The first step of matching: over all listings at once, on their columns."""

from directory.matching.screening.screen import Screened, screen
from directory.matching.screening.unconfirmed import unconfirmed

__all__ = ["Screened", "screen", "unconfirmed"]
