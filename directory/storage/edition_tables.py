"""The tables of editions: what was published, the draft, and the previews of drafts."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class EditionRow(SQLModel, table=True):
    """A published edition as JSON; rows are never changed, and the highest number is in force."""

    __tablename__ = "edition"

    number: int = Field(primary_key=True)
    document: str = Field(sa_type=Text)
    note: str
    published_at: datetime = Field(sa_type=UtcDateTime)
    published_by: str | None = None
    brings_back: int | None = None


class EditionDraftRow(SQLModel, table=True):
    """The one draft that all admins share; `version` goes up with each change of it."""

    __tablename__ = "edition_draft"

    id: int = Field(primary_key=True)
    document: str = Field(sa_type=Text)
    version: int
    begun_from: int
    changed_at: datetime = Field(sa_type=UtcDateTime)
    changed_by: str | None = None


class EditionPreviewRow(SQLModel, table=True):
    """A draft as it was when a preview was asked for, and what the worker found, as JSON."""

    __tablename__ = "edition_preview"

    id: int | None = Field(default=None, primary_key=True)
    document: str = Field(sa_type=Text)
    result: str | None = Field(default=None, sa_type=Text)
    asked_at: datetime = Field(sa_type=UtcDateTime)
