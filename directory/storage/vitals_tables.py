"""The tables by which one sees whether the directory lives, and how it grows."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class SignOfLifeRow(SQLModel, table=True):
    """When something was last done that has to be done again and again."""

    __tablename__ = "sign_of_life"

    name: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)


class WeekFigureRow(SQLModel, table=True):
    """One figure of the whole directory in one week, as it was on the last day of it so far."""

    __tablename__ = "week_figure"

    week: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: int
    day: date
