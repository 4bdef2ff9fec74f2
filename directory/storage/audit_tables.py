"""The tables of the audit log."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class AuditEntryRow(SQLModel, table=True):
    """One entry; it is written once and never changed."""

    __tablename__ = "audit_entry"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcDateTime)
    account_id: str | None = None
    role: str | None = None
    action: str = Field(index=True)
    subject: str = Field(index=True)
    details: str = Field(sa_type=Text)
    digest: str


class AuditHeadRow(SQLModel, table=True):
    """Up to which entry the site has sealed its log: one row."""

    __tablename__ = "audit_head"

    id: int = Field(default=1, primary_key=True)
    count: int
    digest: str
    seal: str
