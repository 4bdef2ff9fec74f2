"""The tables of the calls that show how true the listings are, and of the weekly figures."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class CallPlanRow(SQLModel, table=True):
    """What the operator chose; there is one row at most."""

    __tablename__ = "call_plan"

    id: int = Field(default=1, primary_key=True)
    size: int
    published_since: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CallSampleRow(SQLModel, table=True):
    """The sample of one week, with the seed by which it can be drawn again."""

    __tablename__ = "call_sample"

    week: date = Field(primary_key=True)
    seed: str
    population: int
    uncallable: int
    looked_on: date


class SampledCallRow(SQLModel, table=True):
    """One listing that was drawn, and what its call found, as JSON."""

    __tablename__ = "sampled_call"

    id: str = Field(primary_key=True)
    week: date = Field(index=True)
    place: int
    provider_id: str = Field(index=True)
    plan: str
    called_on: date | None = None
    entered_by: str | None = None
    said: str | None = Field(default=None, sa_type=Text)
    heard: str | None = Field(default=None, sa_type=Text)
    verdicts: str = Field(default="{}", sa_type=Text)
    confirmed: str = Field(default="{}", sa_type=Text)


class WeeklyFigureRow(SQLModel, table=True):
    """One figure of one week: a count among a whole."""

    __tablename__ = "weekly_figure"

    week: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    count: int
    whole: int
