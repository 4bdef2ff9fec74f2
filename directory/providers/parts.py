"""The parts of a listing: modalities, groups, locations, fee, availability and practice."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from directory.errors import FieldError
from directory.fields import (
    AcceptingCode,
    AccessibilityCode,
    KindCode,
    Line,
    ModalityCode,
    Phone,
    StateCode,
    ThemeCode,
    TrainingCode,
    Zip,
)

MOST_DAYS = 3650  # until the next opening
MOST_PLACES = 500  # for new people
_FROZEN = ConfigDict(frozen=True, extra="forbid")


class ModalityTraining(BaseModel):
    """A modality that a provider offers, and the training claimed for it."""

    model_config = _FROZEN

    code: ModalityCode
    training: TrainingCode = "self_declared"
    verified_at: date | None = None

    @property
    def proven_training(self) -> str:
        """The training that counts: without a date of verification it is self-declared."""
        return self.training if self.verified_at else "self_declared"


class Group(BaseModel):
    """A group with its theme, kind, seats and dates."""

    model_config = _FROZEN

    name: Line
    theme: ThemeCode
    kind: KindCode
    seats: Annotated[int, Field(ge=2, le=200)]
    open: Annotated[int, Field(ge=0)]
    starts: date | None = None
    schedule: Line

    @model_validator(mode="after")
    def _open_seats_exist(self) -> "Group":
        if self.open > self.seats:
            raise FieldError("open", f"{self.open} open seats of {self.seats} cannot be")
        return self


class Location(BaseModel):
    """A place where a provider sees people; latitude and longitude in degrees."""

    model_config = _FROZEN

    street: Line | None = None
    city: Line
    state: StateCode
    zip: Zip | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    phone: Phone | None = None
    accessibility: tuple[AccessibilityCode, ...] = ()

    @model_validator(mode="after")
    def _point_is_whole(self) -> "Location":
        if (self.lat is None) != (self.lon is None):
            raise FieldError("lat", "latitude and longitude come together")
        return self


class Fee(BaseModel):
    """The price of a session in US dollars, from `min` to `max`."""

    model_config = _FROZEN

    min: Annotated[float, Field(ge=0, le=10_000)]
    max: Annotated[float, Field(ge=0, le=10_000)]
    sliding_scale: bool = False

    @model_validator(mode="after")
    def _range_is_ordered(self) -> "Fee":
        if self.max < self.min:
            raise FieldError("max", "the highest fee is below the lowest")
        return self


class Availability(BaseModel):
    """Whether a provider takes new people, how many, and in how many days the next opening is.

    Who pauses takes nobody up to and including `paused_until`; what comes then is not known.
    """

    model_config = _FROZEN

    accepting: AcceptingCode = "unknown"
    next_opening_days: Annotated[int, Field(ge=0, le=MOST_DAYS)] | None = None
    open_places: Annotated[int, Field(ge=0, le=MOST_PLACES)] | None = None
    confirmed_at: date | None = None
    paused_until: date | None = None

    @model_validator(mode="after")
    def _pause_takes_nobody(self) -> "Availability":
        if self.paused_until and self.accepting not in {"no", "unknown"}:
            raise FieldError("paused_until", "whoever pauses takes nobody: write accepting `no`")
        return self

    def is_paused(self, today: date) -> bool:
        """Tell whether a pause holds on a day."""
        return self.paused_until is not None and today <= self.paused_until

    @property
    def places(self) -> int:
        """The open places to reckon with: at least one, and one where it is not known."""
        return self.open_places or 1


class Practice(BaseModel):
    """The practice that a provider belongs to."""

    model_config = _FROZEN

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]
    name: Line
