"""The arithmetic of the factors, for one provider or for many at once.

A formula takes single figures or arrays and does the same steps to both, so that the ranking of a
few and the first step over all cannot disagree. Values are from 0 to 1.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from numpy.typing import NDArray

Figures = TypeVar("Figures", float, NDArray[Any])

NOT_KNOWN = 0.4
FAR_MILES = 60.0
MAIN_CONCERN = 0.6
LISTED = 0.5
UNSURE_VALUE = {"known": 0.8, "general": 0.6}


def wishes_value(met: Figures, not_known: Figures, asked: int) -> Figures:
    """Return the mean of wishes: met 1, not known 0.4, not met 0."""
    return (met + NOT_KNOWN * not_known) / asked


def time_value(accepting: str, days: int | None) -> float:
    """Return how soon help can begin; `days` is how long until then, as far as known."""
    if accepting == "unknown":
        return 0.3
    if accepting == "waitlist":
        return 0.2 if days is None else 0.7 * _soonness(days)
    return 0.6 if days is None else _soonness(days)


def _soonness(days: int) -> float:
    return 1.0 if days <= 7 else 0.95 ** (days / 7 - 1)


def nearness(miles: Figures) -> Figures:
    """Return how near a place is, which is 0 from 60 miles on."""
    left = 1 - miles / FAR_MILES
    near: Figures = left * (left > 0)
    return near


def with_nearness(asked: Figures, near: Figures) -> Figures:
    """Return the access that is asked for, together with how near the place is."""
    value: Figures = (asked + near) / 2
    return value


def trust_value(is_recent: Figures, is_checked: Figures, fresh_share: Figures) -> Figures:
    """Return how far the facts of a listing can be trusted."""
    return 0.5 * is_recent + 0.2 * is_checked + 0.3 * fresh_share


def fit_value(strength: Figures, is_listed: Figures) -> Figures:
    """Return how well one concern is met, by what speaks for a provider and by their focus."""
    return (1 - LISTED) * strength + LISTED * is_listed


def need_value(fits: Sequence[Figures]) -> Figures:
    """Return how well all concerns are met; the first counts most."""
    main, *others = fits
    if not others:
        return main
    value = MAIN_CONCERN * main
    for fit in others:
        value = value + (1 - MAIN_CONCERN) / len(others) * fit
    return value


def with_words(need: Figures, relevance: Figures) -> Figures:
    """Return how well the need is met, together with how well the words fit."""
    return 0.9 * need + 0.1 * relevance


def tenths_of(weight: int, whole: int, value: Figures) -> Figures:
    """Return the points of a factor in tenths, yet to be cut; the points of all sum up to 100."""
    return 1000 * weight / whole * value
