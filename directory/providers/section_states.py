"""How each section of a listing stands for its keeper: done, begun, to mend, to be said again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from directory.errors import Problem
from directory.providers.drafts import SectionDraft, problems_by_section, section_values
from directory.providers.freshness import fresh_days, is_fresh
from directory.providers.history import Json
from directory.providers.provider import Provider
from directory.providers.sections import SECTIONS, Section

# `needed`: nothing is there, and the listing cannot be published without it. `held`: in order by
# itself, and kept off the site by something else. `again`: public, and lapsed.
State = Literal["mend", "needed", "held", "again", "done", "empty"]


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section: how it stands, what is wrong in it, and the day on which its word ran out."""

    section: Section
    state: State
    problems: tuple[Problem, ...] = ()
    lapsed: date | None = None


def section_states(
    stored: Provider,
    drafts: Iterable[SectionDraft],
    values: Mapping[str, Json],
    problems: Iterable[Problem],
    today: date,
) -> tuple[SectionState, ...]:
    """Return how each section stands, in their order; `values` are with the drafts on top."""
    wrong, typed = problems_by_section(problems), {draft.section for draft in drafts}
    is_live = stored.claimed and stored.published
    return tuple(
        _state(stored, section, wrong.get(code, ()), code in typed, values, today, is_live)
        for code, section in SECTIONS.items()
    )


def is_empty(values: Mapping[str, Json], section: str) -> bool:
    """Tell whether nothing is said in a section yet."""
    return all(_says_nothing(value) for value in section_values(values, section).values())


def _state(
    stored: Provider,
    section: Section,
    problems: tuple[Problem, ...],
    is_typed: bool,
    values: Mapping[str, Json],
    today: date,
    is_live: bool,
) -> SectionState:
    if problems:
        is_begun = is_typed or not is_empty(values, section.code)
        return SectionState(section, "mend" if is_begun else "needed", problems)
    if is_typed and is_live:
        return SectionState(section, "held")
    if is_empty(values, section.code):
        return SectionState(section, "empty")
    if is_live and (stale := _lapsed(stored, section, today)):
        return SectionState(section, "again", lapsed=min(stale))
    return SectionState(section, "done")


def _lapsed(stored: Provider, section: Section, today: date) -> list[date]:
    """Return the days on which facts of a section ran out; of one never confirmed, the first."""
    found = []
    for fact in section.facts:
        if fact != "availability" and not getattr(stored, fact):
            continue
        day = confirmed_on(stored, fact)
        if not is_fresh(fact, day, today):
            found.append(day + timedelta(days=fresh_days(fact)) if day else date.min)
    return found


def confirmed_on(stored: Provider, fact: str) -> date | None:
    """Return the day on which a fact was last confirmed."""
    if fact == "availability":
        return stored.availability.confirmed_at
    return stored.confirmed.get(fact)


def _says_nothing(value: Json) -> bool:
    if isinstance(value, Mapping) and "accepting" in value:
        return bool(value["accepting"] in (None, "unknown"))
    return value in (None, "", [], {}, ())
