"""The table of the ranking: what each factor, grade, training and wish is worth.

The table that ships is `ranking.toml` beside this module; an operator may lay a file of their own
over it.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from directory.errors import Invalid, Problem, problems_of
from directory.matching.worth import (
    AccessWorth,
    Fairness,
    NeedWorth,
    Part,
    StyleWorth,
    TimeWorth,
    TrustWorth,
    Urgent,
    Weights,
    WishWorth,
)


class RankingTable(Part):
    """All that the ranking is made of, checked and never changed."""

    weights: Weights
    urgent: Urgent
    need: NeedWorth
    wishes: WishWorth
    style: StyleWorth
    time: TimeWorth
    access: AccessWorth
    data_trust: TrustWorth
    fairness: Fairness

    def shares(self, level_of_care: str, stated: Iterable[str]) -> dict[str, float]:
        """Return the most points of each stated factor, in tenths: 1000 in sum.

        The need is always among them.
        """
        weights = dict(self.weights)
        if level_of_care in self.urgent.levels:
            weights["time"] = self.urgent.time
        asked = set(stated)
        kept = {name: weight for name, weight in weights.items() if name in asked}
        whole = sum(kept.values())
        return {name: 1000 * weight / whole for name, weight in kept.items()}


FACTORS = tuple(Weights.model_fields)
_DEFAULT = (files("directory.matching") / "ranking.toml").read_text(encoding="utf-8")


def read_ranking_table(own: str = "") -> RankingTable:
    """Return the table that ships with an operator's TOML laid over it.

    Raises Invalid, which names each key and how to mend it.
    """
    try:
        changes = tomllib.loads(own)
    except tomllib.TOMLDecodeError as error:
        raise Invalid((Problem("", f"this is no TOML: {error}"),)) from error
    try:
        return RankingTable.model_validate(_laid_over(tomllib.loads(_DEFAULT), changes))
    except ValidationError as error:
        raise Invalid(problems_of(error)) from error


def _laid_over(default: Any, own: Any) -> Any:
    """Return a table with another's keys in the place of its own, table by table."""
    if not (isinstance(default, Mapping) and isinstance(own, Mapping)):
        return own
    return {
        key: _laid_over(default.get(key), own[key]) if key in own else default[key]
        for key in (*default, *(key for key in own if key not in default))
    }


def changed_table(base: RankingTable, lines: Mapping[str, Any]) -> RankingTable:
    """Return a table with some lines, named as in `weights.need`, in the place of its own.

    Raises Invalid, which names each line and how to mend it.
    """
    known = lines_of(base)
    if unknown := [name for name in lines if name not in known]:
        raise Invalid(
            tuple(Problem(name, "there is no such line: leave it out") for name in unknown)
        )
    changes: dict[str, Any] = {}
    for name, value in lines.items():
        *parts, last = name.split(".")
        part = changes
        for each in parts:
            part = part.setdefault(each, {})
        part[last] = value
    try:
        return RankingTable.model_validate(_laid_over(base.model_dump(), changes))
    except ValidationError as error:
        raise Invalid(problems_of(error)) from error


def lines_of(table: RankingTable) -> Mapping[str, Any]:
    """Return every line of a table by its name, as in `weights.need`."""
    return dict(_named(table.model_dump()))


def _named(part: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in part.items():
        if isinstance(value, Mapping):
            yield from _named(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


RANKING = read_ranking_table()
