"""How each section of a listing stands for its keeper: done, begun, to mend, to be said again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from directory.errors import Problem
from directory.providers.drafts import SectionDraft, problems_by_section, section_values
from directory.providers.history import Json
from directory.providers.sections import SECTIONS, Section
from directory.providers.standing import Standing

# `needed`: nothing is there, and the listing cannot be published without it. `held`: in order by
# itself, and kept off the site by something else. `again`: public, and lapsed.
State = Literal["mend", "needed", "held", "again", "done", "empty"]


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section: how it stands, what is wrong in it, and the last day on which its word held.

    That day is None where nobody ever gave their word.
    """

    section: Section
    state: State
    problems: tuple[Problem, ...] = ()
    lapsed: date | None = None


def section_states(
    stands: Standing,
    live: bool,
    drafts: Iterable[SectionDraft],
    values: Mapping[str, Json],
    problems: Iterable[Problem],
) -> tuple[SectionState, ...]:
    """Return how each section of a listing stands, in their order.

    `values` are with the drafts on top, `live` tells whether the listing is public as its keeper's.
    """
    wrong, typed = problems_by_section(problems), {draft.section for draft in drafts}
    return tuple(
        _state(section, wrong.get(code, ()), code in typed, is_empty(values, code), stands, live)
        for code, section in SECTIONS.items()
    )


def is_empty(values: Mapping[str, Json], section: str) -> bool:
    """Tell whether nothing is said in a section yet."""
    return all(_says_nothing(value) for value in section_values(values, section).values())


def _state(
    section: Section,
    problems: tuple[Problem, ...],
    typed: bool,
    empty: bool,
    stands: Standing,
    live: bool,
) -> SectionState:
    if problems:
        return SectionState(section, "needed" if empty and not typed else "mend", problems)
    if typed and live:
        return SectionState(section, "held")
    lapsed = [one for one in stands.facts if one.fact in section.facts and one.has_lapsed]
    if live and lapsed:
        ends = [one.until for one in lapsed if one.until]
        return SectionState(section, "again", lapsed=min(ends, default=None))
    return SectionState(section, "empty" if empty else "done")


def _says_nothing(value: Json) -> bool:
    if isinstance(value, Mapping) and "accepting" in value:
        return bool(value["accepting"] in (None, "unknown"))
    return value in (None, "", [], {}, ())
