"""The tables of the desk: checks that were made, their evidence, notices, and looks at reports."""

from datetime import date, datetime

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class VerificationRow(SQLModel, table=True):
    """One check of a listing; `before`, `after` and `was` are documents of what it changed."""

    __tablename__ = "verification"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    by: str | None = None
    looked_on: date
    source: str = Field(sa_type=Text)
    licenses: str = Field(sa_type=Text)
    due_on: date | None = None
    before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)
    was: str | None = Field(default=None, sa_type=Text)
    origin: str
    origin_id: str = Field(index=True)
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_back_by: str | None = None


class EvidenceRow(SQLModel, table=True):
    """A file that shows what was found about a listing."""

    __tablename__ = "evidence"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    name: str
    kind: str
    size: int
    sha256: str
    added_at: datetime = Field(sa_type=UtcDateTime)
    added_by: str | None = None
    file: bytes = Field(sa_type=LargeBinary)


class NoticeRow(SQLModel, table=True):
    """What a roster or a call found about a listing, until an admin has looked at it."""

    __tablename__ = "notice"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    kind: str
    at: datetime = Field(sa_type=UtcDateTime)
    words: str = Field(sa_type=Text)
    origin: str = Field(index=True)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    closed_by: str | None = None
    answer: str = Field(sa_type=Text)


class ReportLookRow(SQLModel, table=True):
    """The day up to which an admin has looked at what people told of a listing."""

    __tablename__ = "report_look"

    provider_id: str = Field(primary_key=True)
    day: date
    by: str | None = None
    note: str = Field(sa_type=Text)
