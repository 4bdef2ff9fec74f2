"""The tables of editions: what was published, the draft, and the previews of drafts."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class EditionRow(SQLModel, table=True):
    """A published edition; rows are never changed, and the highest number is in force."""

    __tablename__ = "edition"

    number: int = Field(primary_key=True)
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    note: str
    published_at: datetime = Field(sa_type=UtcDateTime)
    published_by: str
    brings_back: int | None = None


class EditionDraftRow(SQLModel, table=True):
    """The one draft that the admins share; `version` goes up with each change of it."""

    __tablename__ = "edition_draft"

    id: int = Field(primary_key=True)
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    version: int
    begun_from: int
    changed_at: datetime = Field(sa_type=UtcDateTime)
    changed_by: str


class EditionPreviewRow(SQLModel, table=True):
    """What a version of the draft would change; `result` is filled by the worker."""

    __tablename__ = "edition_preview"

    id: int | None = Field(default=None, primary_key=True)
    version: int
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    result: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
