"""Answers to the screening instruments: each list of its own length, each value in its range."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from directory.errors import FieldError


@dataclass(frozen=True, slots=True)
class Exactly:
    """Accepts a list of one length only.

    Pydantic's own limits would report a wrong item a second time, as a list that is too short.
    """

    length: int

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "minItems": self.length, "maxItems": self.length}

    def check(self, answers: tuple[int | None, ...]) -> tuple[int | None, ...]:
        """Return the answers, or raise FieldError at the first that lacks or is too many."""
        if len(answers) < self.length:
            raise FieldError(len(answers), f"this answer is missing: {self._needed(answers)}")
        if len(answers) > self.length:
            raise FieldError(self.length, f"there is no such question: {self._needed(answers)}")
        return answers

    def _needed(self, answers: tuple[int | None, ...]) -> str:
        return f"give {self.length} answers, one for each question, not {len(answers)}"


YesNo = Annotated[int, Field(strict=True, ge=0, le=1)]
OftenInTwoWeeks = Annotated[int, Field(strict=True, ge=0, le=3)]
OftenInAMonth = Annotated[int, Field(strict=True, ge=0, le=4)]
Drinking = Annotated[int, Field(strict=True, ge=0, le=4)]
Times = Annotated[int, Field(strict=True, ge=0)]

FourYesNo = Annotated[tuple[YesNo | None, ...], Exactly(4)]
FiveYesNo = Annotated[tuple[YesNo | None, ...], Exactly(5)]
Phq2 = Annotated[tuple[OftenInTwoWeeks | None, ...], Exactly(2)]
Phq4 = Annotated[tuple[OftenInTwoWeeks | None, ...], Exactly(4)]
Gad7 = Annotated[tuple[OftenInTwoWeeks | None, ...], Exactly(7)]
Phq8 = Annotated[tuple[OftenInTwoWeeks | None, ...], Exactly(8)]
Phq9 = Annotated[tuple[OftenInTwoWeeks | None, ...], Exactly(9)]
Kessler6 = Annotated[tuple[OftenInAMonth | None, ...], Exactly(6)]
AuditC = Annotated[tuple[Drinking | None, ...], Exactly(3)]


class _Answers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PcPtsd5(_Answers):
    """The PC-PTSD-5: whether anything frightening ever happened, then five items if so."""

    gate: YesNo | None = None
    items: FiveYesNo | None = None

    @model_validator(mode="after")
    def _items_follow_a_yes(self) -> Self:
        if self.gate == 1 and self.items is None:
            raise ValueError("items: five answers are needed where gate is 1")
        return self


class InstrumentAnswers(_Answers):
    """The value of each chosen option; a null item was not answered, a null list not asked."""

    ASQ: FourYesNo | None = None
    ASQ_NOW: YesNo | None = None
    PHQ2: Phq2 | None = None
    PHQ4: Phq4 | None = None
    PHQ8: Phq8 | None = None
    PHQ9: Phq9 | None = None
    GAD2: Phq2 | None = None
    GAD7: Gad7 | None = None
    K6: Kessler6 | None = None
    PCPTSD5: PcPtsd5 | None = None
    AUDITC: AuditC | None = None
    DRUG: Times | None = None
    SCOFF: FiveYesNo | None = None
    HARK: FourYesNo | None = None


class Mdq(_Answers):
    """The MDQ in sum: how many of 13 signs, whether together, and how much of a problem."""

    yes: Annotated[int, Field(strict=True, ge=0, le=13)]
    same_time: StrictBool
    problem: Literal["none", "minor", "moderate", "serious"]


class ExternalScores(_Answers):
    """Scores that the person, or another system, brings along."""

    CSSRS: Literal["none", "low", "moderate", "high"] | None = None
    EPDS: Annotated[int, Field(strict=True, ge=0, le=30)] | None = None
    EPDS10: Annotated[int, Field(strict=True, ge=0, le=3)] | None = None
    PCL5: Annotated[int, Field(strict=True, ge=0, le=80)] | None = None
    MDQ: Mdq | None = None
    ISI: Annotated[int, Field(strict=True, ge=0, le=28)] | None = None
    WSAS: Annotated[int, Field(strict=True, ge=0, le=40)] | None = None
    DAST10: Annotated[int, Field(strict=True, ge=0, le=10)] | None = None
    WHO5: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
