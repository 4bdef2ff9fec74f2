"""The pages of listings that may be of one person."""

from dataclasses import dataclass

from directory.web.admin.duplicates.forms import MergeForm, PairForm


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in a list: who, how sure, why, and where it is looked at."""

    names: tuple[str, str]
    abouts: tuple[str, str]
    certainty: str
    speaks_for: str
    speaks_against: str
    href: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to see a part of a list."""

    text: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SearchLine:
    """The last search, or the one that runs, in a sentence; `percent` is None where it is over."""

    words: str
    percent: int | None
    has_failed: bool = False


@dataclass(frozen=True, slots=True)
class PairsPage:
    """The pairs that wait for a decision, or those that were decided."""

    title: str
    about: str
    filters: tuple[Filter, ...]
    pairs: tuple[PairLine, ...]
    next_href: str
    previous_href: str
    search: SearchLine | None
    form: PairForm | None
    may_change: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a listing says of a fact; `is_alone` where the other does not say it."""

    text: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose for a fact, with whose it is."""

    choice: str
    whose: str
    values: tuple[Value, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DifferingFact:
    """A fact in which two listings differ, with what to choose from."""

    fact: str
    title: str
    options: tuple[Option, ...]
    error: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two listings."""

    name: str
    id: str
    href: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeFact:
    """A fact about which there is nothing to choose."""

    title: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """Two listings side by side, with what can be done about them."""

    title: str
    action: str
    certainty: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    stays: Side
    goes: Side
    swap_href: str
    differing: tuple[DifferingFact, ...]
    alone: tuple[AlikeFact, ...]
    written: tuple[AlikeFact, ...]
    alike: tuple[AlikeFact, ...]
    hindrances: tuple[str, ...]
    attached: tuple[str, ...]
    warning: str
    state: str
    may_change: bool
    merge_form: MergeForm


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A merge in a list."""

    words: str
    when: str
    href: str


@dataclass(frozen=True, slots=True)
class MergesPage:
    """The merges that hold, the newest first."""

    title: str
    merges: tuple[MergeLine, ...]
    next_href: str
    previous_href: str


@dataclass(frozen=True, slots=True)
class MergePage:
    """One merge: what it did, and what taking it back would do."""

    title: str
    action: str
    told: tuple[tuple[str, str, str], ...]
    facts: tuple[AlikeFact, ...]
    edited: tuple[str, ...]
    hindrance: str
    may_change: bool
    next_href: str
    left: int
    problem: str
