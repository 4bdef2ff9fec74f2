"""The table of the mails that wait to be sent."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class OutboxRow(SQLModel, table=True):
    """A mail as sealed bytes, and when to try next to send it."""

    __tablename__ = "outbox"

    id: int | None = Field(default=None, primary_key=True)
    blob: bytes = Field(sa_type=LargeBinary)
    posted_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    tries: int = 0
