"""Compacts: which states admit the licence of another, by profession, as far as we know.

That a state is a member gives nobody a right by itself; somebody has to hold one on record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.vocabulary.licenses import LICENSES
from directory.vocabulary.states import STATES
from directory.vocabulary.terms import cell_list, check_codes, read_table


@dataclass(frozen=True, slots=True)
class Compact:
    """One compact: its name, the licence that it is for, and its states by their codes."""

    name: str
    license: str
    states: frozenset[str]
    source: str


def _compact(row: dict[str, str]) -> Compact:
    check_codes("compacts", [row["license"]], LICENSES)
    check_codes(row["compact"], cell_list(row["states"]), STATES)
    return Compact(
        row["compact"], row["license"], frozenset(cell_list(row["states"])), row["source"]
    )


COMPACTS: Mapping[str, Compact] = MappingProxyType(
    {compact.license: compact for compact in map(_compact, read_table("compacts.csv"))}
)
