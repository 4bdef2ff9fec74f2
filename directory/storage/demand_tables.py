"""The tables of what was looked for and not found."""

from datetime import date

from sqlmodel import Field, SQLModel


class UnmetSumRow(SQLModel, table=True):
    """How many searches for one thing found nobody, or few, and are not told yet."""

    __tablename__ = "unmet_sum"

    week: date = Field(primary_key=True)
    state: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    found: str = Field(primary_key=True)
    count: int
    since: date


class UnmetToldRow(SQLModel, table=True):
    """The same once five have come together: what pages may show."""

    __tablename__ = "unmet_told"

    week: date = Field(primary_key=True)
    state: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    found: str = Field(primary_key=True)
    count: int
    since: date
