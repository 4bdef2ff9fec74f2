"""A fictional provider while it is being made."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Person:
    """Who the provider is."""

    first: str
    last: str
    gender: str | None
    pronouns: str | None
    languages: list[str]

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first} {self.last}"


@dataclass(slots=True)
class Place:
    """A city with a ZIP, its point in degrees, and its area code."""

    city: str
    state: str
    zip: str
    lat: float
    lon: float
    area_code: str
    rural: bool


@dataclass(slots=True)
class Draft:
    """Everything drawn so far about one provider."""

    number: int
    license: str
    person: Person
    place: Place
    claimed: bool
    anchor: bool = False  # one of those who keep a small state from being empty
    niche: str = ""
    licenses: list[dict[str, Any]] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    concerns: list[str] = field(default_factory=list)
    modalities: list[dict[str, Any]] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    ages: list[str] = field(default_factory=list)
    delivery: list[str] = field(default_factory=list)
    locations: list[dict[str, Any]] = field(default_factory=list)
    communities: list[str] = field(default_factory=list)
    payers: list[str] = field(default_factory=list)
    fee: dict[str, Any] | None = None
    availability: dict[str, Any] = field(default_factory=dict)
    confirmed: dict[str, str] = field(default_factory=dict)
    practice: dict[str, str] | None = None
    accepts_suicidality: bool | None = None
    phone: str = ""
    bio: str = ""

    @property
    def id(self) -> str:
        """The stable id of the listing."""
        return f"demo-{self.number:04d}"

    @property
    def is_coach(self) -> bool:
        """Whether this is unlicensed support."""
        return self.license == "coach"

    @property
    def prescribes(self) -> bool:
        """Whether the licence may prescribe."""
        return self.license in ("psychiatrist", "pmhnp")

    @property
    def modality_codes(self) -> list[str]:
        """The codes of the modalities, in order."""
        return [modality["code"] for modality in self.modalities]
