"""The answers that a triage takes in, checked value by value."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from directory import vocabulary as v
from directory.fields import (
    ConcernCode,
    DeliveryCode,
    FormatCode,
    GoalCode,
    KnownZip,
    SafetyFlagCode,
    StateCode,
)
from directory.triage.instrument_answers import ExternalScores, InstrumentAnswers
from directory.triage.questionnaires import MOST, bring_in, speak_of_danger
from directory.wishes import Coverage, Preference

T = TypeVar("T")


def _no_repeats(values: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse a list that names the same thing twice."""
    if len(set(values)) != len(values):
        raise ValueError("names the same thing twice: name each once")
    return values


Age = Annotated[int, Field(strict=True, ge=0, le=120)]
Miles = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
Comfort = Annotated[int, Field(strict=True, ge=1, le=5)]
Concerns = Annotated[tuple[ConcernCode, ...], Field(max_length=3), AfterValidator(_no_repeats)]
Goals = Annotated[tuple[GoalCode, ...], Field(max_length=len(v.GOALS)), AfterValidator(_no_repeats)]
Formats = Annotated[
    tuple[FormatCode, ...], Field(max_length=len(v.FORMATS)), AfterValidator(_no_repeats)
]
Deliveries = Annotated[
    tuple[DeliveryCode, ...], Field(max_length=len(v.DELIVERY)), AfterValidator(_no_repeats)
]
RedFlags = Annotated[
    tuple[SafetyFlagCode, ...], Field(max_length=len(v.SAFETY_FLAGS)), AfterValidator(_no_repeats)
]
CareSoFar = Annotated[
    tuple[Literal["outpatient_failed", "relapsed", "not_improving"], ...],
    Field(max_length=3),
    AfterValidator(_no_repeats),
]
Preferences = Annotated[tuple[Preference, ...], Field(max_length=40)]
Resources = Annotated[tuple[dict[str, Any], ...], Field(max_length=MOST, exclude=True)]
OwnText = Annotated[str, Field(strict=True, max_length=2000)]
Wants = Literal["tools", "deeper", "both", "unsure"]
Duration = Literal["under_2_weeks", "2_weeks_to_3_months", "3_to_12_months", "over_1_year"]
Seeks = Literal["diagnosis", "growth", "both", "unsure"]
Coping = Literal["helped", "not_enough", "no"]
Difficulty = Literal["not", "somewhat", "very", "extremely"]


class TriageAnswers(BaseModel):
    """What a person told us; only age and state are needed, and null means not asked."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    for_: Literal["self", "child", "other"] | None = Field(default=None, alias="for")
    age: Age
    state: StateCode
    zip: KnownZip | None = None
    within_miles: Miles | None = None
    wants: Wants | None = None
    duration: Duration | None = None
    seeks: Seeks | None = None
    tried_coping: Coping | None = None
    care_so_far: CareSoFar = ()
    exploration_comfort: Comfort | None = None
    difficulty: Difficulty | None = None
    concerns: Concerns = ()
    goals: Goals = ()
    formats: Formats = ()
    delivery: Deliveries = ()
    red_flags: RedFlags = ()
    text: OwnText = ""
    on_medication: StrictBool = False
    danger_now: StrictBool = False
    sex: Literal["female", "male"] | None = None
    instruments: InstrumentAnswers = InstrumentAnswers()
    external_scores: ExternalScores = ExternalScores()
    coverage: Coverage | None = None
    preferences: Preferences = ()
    # Read into the fields above, and gone by then.
    questionnaire_responses: Resources = ()

    @model_validator(mode="before")
    @classmethod
    def _gather_what_was_asked(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        asked = {field.alias or name for name, field in cls.model_fields.items()}
        given = {k: value for k, value in data.items() if value is not None or k not in asked}
        return bring_in(given)

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Show nothing: answers must not end up in a log by accident."""
        return []


def reports_danger(body: object) -> bool:
    """Say whether a body reports danger now, even where the rest of it cannot be read."""
    if not isinstance(body, Mapping):
        return False
    instruments = body.get("instruments")
    now = instruments.get("ASQ_NOW") if isinstance(instruments, Mapping) else None
    brought = speak_of_danger(body.get("questionnaire_responses"))
    return brought or _says_yes(body.get("danger_now")) or _says_yes(now)


def _says_yes(value: object) -> bool:
    return value == 1 or (isinstance(value, str) and value.strip().lower() in {"1", "true", "yes"})
