"""The sections in which a listing is edited: which field and which facts belong to which."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.errors import Problem


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a listing that is edited and saved as a whole.

    `fields` are those of a Provider; a save confirms the `facts` of directory.providers.freshness.
    """

    code: str
    title: str
    fields: tuple[str, ...]
    facts: tuple[str, ...] = ()


_ALL = (
    Section("license", "Licenses", ("licenses",), ("licenses",)),
    Section(
        "services",
        "What you offer",
        ("services", "service_intent", "accepts_suicidality", "offers_conversion_practices"),
        ("services",),
    ),
    Section("modalities", "Kinds of therapy", ("modalities",), ("modalities",)),
    Section("concerns", "What you help with", ("concerns",), ("concerns",)),
    Section("formats", "Formats and groups", ("formats", "groups"), ("formats", "groups")),
    Section("ages", "Ages and communities", ("age_groups", "communities"), ("age_groups",)),
    Section("delivery", "How you meet", ("delivery",), ("delivery",)),
    Section(
        "places", "Places and contact", ("locations", "phone", "website", "email"), ("locations",)
    ),
    Section("costs", "Insurance and fees", ("payers", "fee"), ("payers", "fee")),
    Section("languages", "Languages", ("languages",), ("languages",)),
    Section("availability", "Openings", ("availability",), ("availability",)),
    Section("words", "About you", ("pronouns", "gender", "bio", "practice"), ("bio",)),
)
SECTIONS: Mapping[str, Section] = MappingProxyType({section.code: section for section in _ALL})
SECTION_OF: Mapping[str, str] = MappingProxyType(
    {field: section.code for section in _ALL for field in section.fields}
)
EDITABLE = frozenset(SECTION_OF)


def field_of(problem: Problem) -> str:
    """Return the field of the listing that a problem is in: `groups` for `groups[0].open`."""
    return problem.field.split(".")[0].split("[")[0]


def section_of_problem(problem: Problem) -> str | None:
    """Return the section in which a problem is mended, None for a locked field."""
    return SECTION_OF.get(field_of(problem))
