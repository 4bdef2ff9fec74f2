"""Drafts: what was typed into sections of a listing, laid over the listing as it is stored."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from pydantic import ValidationError

from directory.errors import FieldError, Invalid, Problem, problems_of
from directory.providers import rules
from directory.providers.facts import ProviderFacts
from directory.providers.history import Json
from directory.providers.locked_facts import admitted
from directory.providers.provider import Provider
from directory.providers.sections import SECTIONS, field_of, section_of_problem

Rule = Callable[[ProviderFacts], None]

_RECKONED = frozenset({"confirmed_at"})  # nobody types it, and a confirmation changes nothing else


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """What was typed into one section and is not on the site, valid or not, and when.

    `confirms` tells whether it is the word of whoever keeps the listing that this is so by now.
    """

    section: str
    values: Mapping[str, Json]
    saved_at: datetime
    confirms: bool = True


def values_of(provider: Provider) -> dict[str, Json]:
    """Return every field of a listing as JSON holds it."""
    return provider.model_dump(mode="json")


def section_values(values: Mapping[str, Json], section: str) -> dict[str, Json]:
    """Return the values of one section."""
    return {field: values[field] for field in SECTIONS[section].fields}


def fingerprint(values: Mapping[str, Json]) -> str:
    """Return a short text that changes with the values, to tell whether they are still the same."""
    plain = json.dumps(_canonical(values), sort_keys=True)
    return sha256(plain.encode()).hexdigest()[:24]


def merged(stored: Provider, drafts: Iterable[SectionDraft]) -> dict[str, Json]:
    """Return the values of a listing with drafts on top; what is locked stays as it is stored."""
    values = values_of(stored)
    for draft in drafts:
        values |= admitted(stored, draft.section, draft.values)
    return values


def listing_of(values: Mapping[str, Json]) -> Provider:
    """Return the listing that values make; raise Invalid with every problem where they make none.

    A Provider itself names only the first rule that is broken across fields.
    """
    try:
        return Provider.model_validate(values)
    except ValidationError as error:
        raise Invalid(_problems_in(values)[0]) from error


def to_publish(values: Mapping[str, Json]) -> Provider:
    """Return the listing as its keeper may publish it; raise Invalid with every problem."""
    whole = {**values, "claimed": True, "published": True}
    problems, facts = _problems_in(whole)
    problems = (*problems, *_broken((rules.conversion_practices_are_ruled_out,), facts, problems))
    if problems:
        raise Invalid(problems)
    return Provider.model_validate(whole)


def problems_by_section(problems: Iterable[Problem]) -> dict[str | None, tuple[Problem, ...]]:
    """Return problems by the section in which each is mended, None for a locked field."""
    found: dict[str | None, tuple[Problem, ...]] = {}
    for problem in problems:
        section = section_of_problem(problem)
        found[section] = (*found.get(section, ()), problem)
    return found


def _problems_in(values: Mapping[str, Json]) -> tuple[tuple[Problem, ...], ProviderFacts]:
    """Return every problem, and the facts that are valid each by itself."""
    problems: tuple[Problem, ...] = ()
    try:
        facts = ProviderFacts.model_validate(values)
    except ValidationError as error:
        problems = problems_of(error)
        bad = {field_of(problem) for problem in problems}
        facts = ProviderFacts.model_validate({n: v for n, v in values.items() if n not in bad})
    return (*problems, *_broken(rules.ALL, facts, problems)), facts


def _broken(
    broken_by: Iterable[Rule], facts: ProviderFacts, known: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield the rules across fields that are broken, but for fields that are at fault by now."""
    at_fault = {field_of(problem) for problem in known}
    for rule in broken_by:
        try:
            rule(facts)
        except FieldError as error:
            if error.field not in at_fault:
                yield Problem(str(error.field), str(error))


def _canonical(value: Json) -> Json:
    """Return a value without what makes no difference: empty entries, and 90.0 for 90."""
    if isinstance(value, Mapping):
        told = {name: _canonical(part) for name, part in value.items() if name not in _RECKONED}
        return {name: part for name, part in told.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_canonical(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
