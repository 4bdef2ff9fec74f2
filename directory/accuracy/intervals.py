"""The interval in which a share most likely lies, from those that were looked at.

Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical
inference, JASA 22, 1927, pages 209 to 212). Whoever looks at a large part of few listings knows
more than the size of the sample tells: drawing n of N without putting back divides the variance by
(N - 1) / (N - n). So n counts as n (N - 1) / (N - n), and the interval closes where all were looked
at (B. O'Neill, Mathematical properties and finite-population correction for the Wilson score
interval, 2021).
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both shares between 0 and 1."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart its ends are."""
        return self.high - self.low


def wilson(
    right: int, of: int, population: int | None = None, confidence: float = CONFIDENCE
) -> Interval | None:
    """Return the interval of the share `right / of`, None where nothing was looked at.

    `population` is how many there are in all, None for endlessly many. Raises ValueError for counts
    that cannot be.
    """
    if not 0 <= right <= of or (population is not None and population < of):
        raise ValueError(f"{right} of {of} among {population} cannot be")
    if of == 0:
        return None
    share = right / of
    if population == of:
        return Interval(share, share)
    size = float(of) if population is None else of * (population - 1) / (population - of)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    # Rounding may leave the share a hair outside at 0 and at 1.
    return Interval(min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))
