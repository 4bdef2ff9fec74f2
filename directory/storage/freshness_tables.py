"""The tables of the daily look at every listing."""

from datetime import date

from sqlmodel import Field, SQLModel


class FreshnessDayRow(SQLModel, table=True):
    """A day on which every listing is looked at: how far that has come, by id."""

    __tablename__ = "freshness_day"

    day: date = Field(primary_key=True)
    upto: str = ""
    is_done: bool = False


class ReminderRow(SQLModel, table=True):
    """The last day on which somebody was reminded of a listing that they keep.

    Who is quiet wants to hear of a date on that day alone.
    """

    __tablename__ = "reminder"

    provider_id: str = Field(primary_key=True)
    account_id: str = Field(primary_key=True)
    day: date
    is_quiet: bool = False
