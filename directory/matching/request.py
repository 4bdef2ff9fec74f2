"""What a person needs, as the matcher reads it: a triage result, ours or any other system's."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

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
    unique,
)
from directory.vocabulary import LEVELS_OF_CARE
from directory.wishes import Coverage, Preference

# At these levels and above, help is needed within days, and a group is not yet the place for it.
_ACUTE_RANK = LEVELS_OF_CARE["urgent_medical"].rank
_SERVICES_OF_LEVEL = {
    "psychotherapy_and_medication": ("psychotherapy", "medication"),
    "psychotherapy": ("psychotherapy",),
    "counselling": ("psychotherapy", "support"),
    "support": ("support", "psychotherapy"),
}
_SERVICES_WHEN_SEVERE = ("psychotherapy", "medication")
_NOTHING_ASKED = Coverage()
UNSURE = "unsure"  # the concern of whoever cannot name it yet
_NEITHER = 3  # of 5, the comfort with exploring that leans neither way

# What a person may leave out of the ranking; the need always counts.
LeavableFactor = Literal["preference", "time", "cost", "culture_language", "access", "data_trust"]
Concerns = Annotated[tuple[ConcernCode, ...], Field(max_length=3)]
Preferences = Annotated[tuple[Preference, ...], Field(max_length=40)]
Miles = Annotated[float, Field(gt=0, strict=True, allow_inf_nan=False)]


class MatchRequest(BaseModel):
    """A triage result; only the level of care, the age group and the state are required.

    `schema`, `intent`, `scores`, `because` and `crisis` are taken so that a whole result can be
    posted; the matcher decides nothing by them. Null means that the other system does not know.
    `leave_out` names factors that the person does not want counted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    schema_: Annotated[Literal["triage-result/1"], Field(alias="schema")] = "triage-result/1"
    level_of_care: LevelCode
    intent: str | None = None
    safety_flags: tuple[SafetyFlagCode, ...] = ()
    concerns: Concerns = ()
    scores: dict[str, Any] | None = None
    age_group: AgeGroupCode
    age: Annotated[int, Field(ge=0, le=120, strict=True)] | None = None
    state: StateCode
    zip: KnownZip | None = None
    within_miles: Miles | None = None
    formats: tuple[FormatCode, ...] = ()
    delivery: tuple[DeliveryCode, ...] = ()
    services: tuple[ServiceCode, ...] = ()
    seeks: Literal["diagnosis", "growth", "both", "unsure"] | None = None
    on_medication: StrictBool | None = None
    exploration_comfort: Annotated[int, Field(ge=1, le=5, strict=True)] | None = None
    coverage: Coverage | None = None
    preferences: Preferences = ()
    goals: tuple[GoalCode, ...] = ()
    leave_out: tuple[LeavableFactor, ...] = ()
    text: Annotated[str, Field(max_length=2000)] | None = None
    order: Literal["best", "soonest", "nearest", "fee"] = "best"
    because: tuple[dict[str, Any], ...] = ()
    crisis: dict[str, Any] | None = None

    @model_validator(mode="before")
    @classmethod
    def _null_means_not_known(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Show nothing: a person's need must not end up in a log by accident."""
        return []

    @property
    def fears_partner(self) -> bool:
        """Whether the person may be in danger from a partner; never to be named on a screen."""
        return "partner_violence" in self.safety_flags

    @property
    def is_acute(self) -> bool:
        """Whether help is needed within days."""
        return LEVELS_OF_CARE[self.level_of_care].rank <= _ACUTE_RANK

    @property
    def unfit_formats(self) -> frozenset[str]:
        """The formats that are not safe: couples where a partner is feared, groups when acute."""
        couples = {"couples"} if self.fears_partner else set()
        return frozenset(couples | ({"group"} if self.is_acute else set()))

    @property
    def asked_formats(self) -> tuple[str, ...]:
        """The formats asked for, with one-on-one in the place of those that are not safe."""
        unfit = self.unfit_formats
        return unique(tuple("individual" if format in unfit else format for format in self.formats))

    @property
    def asked_services(self) -> tuple[str, ...]:
        """The services asked for, or those that belong to the level of care."""
        of_level = _SERVICES_OF_LEVEL.get(self.level_of_care, _SERVICES_WHEN_SEVERE)
        return self.services or of_level

    @property
    def exploring(self) -> str | None:
        """Whether the person would begin with `skills` or look `deeper`; None where not said."""
        if self.exploration_comfort is None or self.exploration_comfort == _NEITHER:
            return None
        return "skills" if self.exploration_comfort < _NEITHER else "deeper"

    @property
    def cost(self) -> Coverage:
        """How the person means to pay; nothing asked where they did not say."""
        return self.coverage or _NOTHING_ASKED
