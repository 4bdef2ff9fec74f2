"""What a person asks of a provider beyond the need itself: cost, and preferences."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, field_validator, model_validator

from directory.errors import FieldError
from directory.fields import PayerCode
from directory.vocabulary import (
    ACCESSIBILITY,
    COMMUNITIES,
    DELIVERY,
    GENDERS,
    LANGUAGES,
    LICENSES,
    MODALITIES,
)
from directory.vocabulary.approaches import APPROACHES

Factor = Literal[
    "language",
    "modality",
    "gender",
    "license",
    "delivery",
    "structure",
    "time_focus",
    "length",
    "community",
    "accessibility",
]
# The values that each factor may take.
PREFERENCE_VALUES = {
    "language": tuple(LANGUAGES),
    "modality": tuple(MODALITIES),
    "gender": tuple(GENDERS),
    "license": tuple(LICENSES),
    "delivery": tuple(DELIVERY),
    **APPROACHES,
    "community": tuple(COMMUNITIES),
    "accessibility": tuple(ACCESSIBILITY),
}


class Coverage(BaseModel):
    """How a person means to pay: a payer, the most per session in US dollars, a sliding scale."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    payer: PayerCode | None = None
    max_fee: Annotated[float, Field(ge=0, le=10_000, strict=True)] | None = None
    sliding_scale: StrictBool = False

    @field_validator("sliding_scale", mode="before")
    @classmethod
    def _null_means_not_asked(cls, value: Any) -> Any:
        return False if value is None else value


class Preference(BaseModel):
    """One wish about the provider, and how much it matters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    factor: Factor
    value: str
    strength: Literal["must", "prefer", "avoid"]

    @model_validator(mode="after")
    def _value_belongs_to_factor(self) -> "Preference":
        if self.value not in PREFERENCE_VALUES[self.factor]:
            raise FieldError("value", f"{self.value!r} is not a value of {self.factor}")
        return self
