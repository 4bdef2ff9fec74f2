"""The table of what people did with listings."""

from datetime import date

from sqlmodel import Field, SQLModel


class ViewCountRow(SQLModel, table=True):
    """How often one kind of thing was done with one listing in one week; nothing of whom."""

    __tablename__ = "view_count"

    week: date = Field(primary_key=True)
    provider_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    count: int
