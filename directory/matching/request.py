"""What a person needs, as the matcher reads it: a triage result, ours or any other system's."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from directory.fields import (
    AgeGroupCode,
    ConcernCode,
    DeliveryCode,
    FormatCode,
    GoalCode,
    KnownZip,
    LevelCode,
    SafetyFlagCode,
    ServiceCode,
    StateCode,
)
from directory.vocabulary import LEVELS_OF_CARE
from directory.wishes import Coverage, Preference

# From `soon` upwards a person is not left with a group, nor with anybody unlicensed.
_ACUTE_RANK = LEVELS_OF_CARE["urgent_medical"].rank
_SERVICES_OF_LEVEL = {
    "psychotherapy_and_medication": ("psychotherapy", "medication"),
    "psychotherapy": ("psychotherapy",),
    "counselling": ("psychotherapy", "support"),
    "support": ("support", "psychotherapy"),
}
_SERVICES_WHEN_SEVERE = ("psychotherapy", "medication")


class MatchRequest(BaseModel):
    """A triage result; only the level of care, the age group and the state are required.

    `schema`, `intent`, `scores`, `because` and `crisis` are taken so that a whole result can be
    posted; the matcher decides nothing by them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Annotated[Literal["triage-result/1"], Field(alias="schema")] = "triage-result/1"
    level_of_care: LevelCode
    intent: str | None = None
    safety_flags: tuple[SafetyFlagCode, ...] = ()
    concerns: Annotated[tuple[ConcernCode, ...], Field(max_length=3)] = ()
    scores: dict[str, Any] | None = None
    age_group: AgeGroupCode
    age: Annotated[int, Field(ge=0, le=120, strict=True)] | None = None
    state: StateCode
    zip: KnownZip | None = None
    within_miles: Annotated[float, Field(gt=0, le=5000, strict=True)] | None = None
    formats: tuple[FormatCode, ...] = ()
    delivery: tuple[DeliveryCode, ...] = ()
    services: tuple[ServiceCode, ...] = ()
    seeks: Literal["diagnosis", "growth", "both", "unsure"] | None = None
    on_medication: StrictBool | None = None
    exploration_comfort: Annotated[int, Field(ge=1, le=5, strict=True)] | None = None
    coverage: Coverage | None = None
    preferences: tuple[Preference, ...] = ()
    goals: tuple[GoalCode, ...] = ()
    text: Annotated[str, Field(max_length=2000)] | None = None
    because: tuple[dict[str, Any], ...] = ()
    crisis: dict[str, Any] | None = None

    @property
    def fears_partner(self) -> bool:
        """Whether the person may be in danger from a partner; never to be named on a screen."""
        return "partner_violence" in self.safety_flags

    @property
    def is_acute(self) -> bool:
        """Whether help is needed within days."""
        return LEVELS_OF_CARE[self.level_of_care].rank <= _ACUTE_RANK

    @property
    def asked_formats(self) -> tuple[str, ...]:
        """The formats that fit: no couples where a partner is feared, no group in acute need."""
        unfit = ({"couples"} if self.fears_partner else set()) | (
            {"group"} if self.is_acute else set()
        )
        fitting = tuple(format for format in self.formats if format not in unfit)
        return fitting if fitting or not self.formats else ("individual",)

    @property
    def asked_services(self) -> tuple[str, ...]:
        """The services asked for, or those that belong to the level of care."""
        of_level = _SERVICES_OF_LEVEL.get(self.level_of_care, _SERVICES_WHEN_SEVERE)
        return self.services or of_level

    @property
    def cost(self) -> Coverage:
        """How the person means to pay; nothing asked where they did not say."""
        return self.coverage or Coverage()
