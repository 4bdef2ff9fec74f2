"""The table of jobs."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class JobRow(SQLModel, table=True):
    """Long work for the worker."""

    __tablename__ = "job"
    __table_args__ = (Index("job_of_subject", "kind", "subject"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    state: str = Field(index=True)
    done: int = 0
    whole: int = 0
    note: str = Field(default="", sa_type=Text)
    asked_by: str | None = None
    asked_at: datetime = Field(sa_type=UtcDateTime)
    alive_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tries: int = 0
