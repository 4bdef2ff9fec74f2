"""The table by which one sees whether the directory lives."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class SignOfLifeRow(SQLModel, table=True):
    """When something was last done that has to be done again and again, and what it found."""

    __tablename__ = "sign_of_life"

    name: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    note: str = Field(default="", sa_type=Text)
