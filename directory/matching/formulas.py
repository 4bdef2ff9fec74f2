"""The arithmetic of the factors, for one provider or for many at once.

A formula takes single figures or arrays and does the same steps to both, so that the ranking of a
few and the first step over all cannot disagree. Values are from 0 to 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from numpy.typing import NDArray

from directory.matching.ranking_table import RankingTable
from directory.matching.worth import NeedWorth, TimeWorth, TrustWorth

Figures = TypeVar("Figures", float, NDArray[Any])
# So that what is a whole number of tenths is not cut for the last bit of a fraction.
_SPECK = 1e-9


@dataclass(frozen=True, slots=True)
class Judged(Generic[Figures]):
    """How many wishes of one kind are met, not known and not met."""

    met: Figures
    not_known: Figures
    not_met: Figures


def wishes_value(
    table: RankingTable, asked: int, plain: Judged[Figures], style: Judged[Figures]
) -> Figures:
    """Return the mean of all wishes that are asked; a soft wish of style costs little."""
    worth = table.style
    value: Figures = (
        plain.met
        + table.wishes.not_known * plain.not_known
        + style.met
        + worth.not_known * style.not_known
        + worth.not_met * style.not_met
    ) / asked
    return value


def time_value(worth: TimeWorth, accepting: str, days: int | None) -> float:
    """Return how soon help can begin; `days` is how long until then, as far as known."""
    if accepting == "unknown":
        return worth.not_known
    if accepting == "waitlist":
        if days is None:
            return worth.wait_list_without_date
        return worth.wait_list * _soonness(worth, days)
    return worth.no_date if days is None else _soonness(worth, days)


def _soonness(worth: TimeWorth, days: int) -> float:
    late = max(0, days - worth.full_days)
    return float(worth.weekly ** (late / 7))


def nearness(far_miles: float, miles: Figures) -> Figures:
    """Return how near a place is, which is 0 from so many miles on."""
    left = 1 - miles / far_miles
    near: Figures = left * (left > 0)
    return near


def with_nearness(asked: Figures, near: Figures) -> Figures:
    """Return the access that is asked for, together with how near the place is."""
    value: Figures = (asked + near) / 2
    return value


def trust_value(
    worth: TrustWorth, openings: Figures, is_checked: Figures, others: Figures, confirmed: Figures
) -> Figures:
    """Return how far the facts of a listing can be trusted.

    `openings` is how much their confirmation still holds in percent, `others` the same in sum for
    those other facts, at least 1, that were ever confirmed.
    """
    found = worth.openings * (openings / 100)
    found = found + worth.license * is_checked
    value: Figures = (found + worth.others * (others / (100 * confirmed))) / worth.whole
    return value


def fit_value(worth: NeedWorth, strength: Figures, is_listed: Figures) -> Figures:
    """Return how well one concern is met, by what speaks for a provider and by their focus."""
    return (1 - worth.focus) * strength + worth.focus * is_listed


def need_value(worth: NeedWorth, fits: Sequence[Figures]) -> Figures:
    """Return how well all concerns are met; the first counts most."""
    main, *others = fits
    if not others:
        return main
    value = worth.main_concern * main
    for fit in others:
        value = value + (1 - worth.main_concern) / len(others) * fit
    return value


def with_words(worth: NeedWorth, need: Figures, relevance: Figures) -> Figures:
    """Return how well the need is met, together with how well the words fit."""
    return (1 - worth.own_words) * need + worth.own_words * relevance


def tenths_of(share: float, value: Figures) -> Figures:
    """Return the points of a factor in tenths, yet to be cut, of at most a share in tenths."""
    found: Figures = share * value + _SPECK
    return found
