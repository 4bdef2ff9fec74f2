"""The parts of the ranking table: what each thing is worth, and within which bounds."""

from collections.abc import Callable
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from directory.errors import FieldError
from directory.fields import LevelCode


def _between(least: float, most: float) -> Callable[[float], float]:
    def check(value: float) -> float:
        if not least <= value <= most:
            raise ValueError(f"{value:g} is out of range: give a number from {least:g} to {most:g}")
        return value

    return check


_Number = Annotated[float, Field(strict=True)]
_Whole = Annotated[int, Field(strict=True)]
Weight = Annotated[_Number, AfterValidator(_between(0, 1000))]
Share = Annotated[_Number, AfterValidator(_between(0, 1))]


class Part(BaseModel):
    """A part of the table; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _falling(part: Part) -> None:
    """Raise FieldError where a value of a part is more than the one before it."""
    for (name, value), (after, less) in pairwise(part):
        if less > value:
            raise FieldError(after, f"{less:g} is more than {name}: give {value:g} or less")


class Weights(Part):
    """What each factor is worth, in the order of the factors."""

    need: Annotated[_Number, AfterValidator(_between(1, 1000))]
    preference: Weight
    time: Weight
    cost: Weight
    culture_language: Weight
    access: Weight
    data_trust: Weight


class Urgent(Part):
    """What time is worth at the levels where help is needed within days."""

    levels: tuple[LevelCode, ...]
    time: Weight


class Grades(Part):
    """How much each grade of evidence is worth; a weaker one never more than a stronger."""

    A: Share
    B: Share
    C: Share
    none: Share

    @model_validator(mode="after")
    def _fall(self) -> "Grades":
        _falling(self)
        return self


class Trainings(Part):
    """How much each training is worth; a lesser one never more than a greater."""

    certified: Share
    trained: Share
    self_declared: Share

    @model_validator(mode="after")
    def _fall(self) -> "Trainings":
        _falling(self)
        return self


class Breadth(Part):
    """From how many modalities on the self-declared ones are cut, and by which factor."""

    modalities: Annotated[_Whole, AfterValidator(_between(0, 200))]
    factor: Share


class NeedWorth(Part):
    """What makes up the need."""

    focus: Share
    main_concern: Share
    own_words: Share
    prescribing: Share
    finds_out: Share
    general: Share
    grade: Grades
    training: Trainings
    breadth: Breadth


class WishWorth(Part):
    """What a wish is worth of which nobody knows whether it is met."""

    not_known: Share


class StyleWorth(Part):
    """What a soft wish of style is worth that is not met, or of which nobody knows."""

    not_known: Share
    not_met: Share

    @model_validator(mode="after")
    def _fall(self) -> "StyleWorth":
        _falling(self)
        return self


class TimeWorth(Part):
    """What the time to a first appointment is worth."""

    full_days: Annotated[_Whole, AfterValidator(_between(0, 365))]
    weekly: Share
    wait_list: Share
    no_date: Share
    wait_list_without_date: Share
    not_known: Share


class AccessWorth(Part):
    """From how many miles on a place is worth nothing."""

    far_miles: Annotated[_Number, AfterValidator(_between(1, 1000))]


class TrustWorth(Part):
    """What confirmed facts are worth, and how long a confirmation takes to fade."""

    openings: Share
    license: Share
    others: Share
    fading: Annotated[_Number, AfterValidator(_between(0.1, 10))]

    @property
    def whole(self) -> float:
        """What all of it is worth."""
        return self.openings + self.license + self.others

    @model_validator(mode="after")
    def _worth_anything(self) -> "TrustWorth":
        if not self.whole:
            raise FieldError(
                "openings",
                "0 in sum with license and others: give one of them more than 0, or set "
                "weights.data_trust to 0",
            )
        return self


class Fairness(Part):
    """Who stands first among near equals, and how many of one practice on top."""

    band_points: Annotated[_Number, AfterValidator(_between(0, 20))]
    of_one_practice: Annotated[_Whole, AfterValidator(_between(1, 20))]
    first_places: Annotated[_Whole, AfterValidator(_between(1, 20))]

    @property
    def band_tenths(self) -> int:
        """The width of a band in tenths of a point."""
        return round(10 * self.band_points)
