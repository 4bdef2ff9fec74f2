"""The tables of claims, of what proves them, of checks, corrections and removals."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class ClaimRow(SQLModel, table=True):
    """One person's wish to keep one listing; `before` and `frozen` are documents of it."""

    __tablename__ = "claim"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    account_id: str = Field(index=True)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    way: str
    sent_to: str
    state: str = Field(index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    npi: str | None = None
    license_state: str
    license_number: str
    contests: bool
    question: str = Field(sa_type=Text)
    answer: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    decided_by: str | None = None
    before: str | None = Field(default=None, sa_type=Text)
    frozen: str | None = Field(default=None, sa_type=Text)
    letter_due: bool


class ClaimKeyRow(SQLModel, table=True):
    """What opens one step of a claim or a removal once; only its hash is kept."""

    __tablename__ = "claim_key"

    hash: str = Field(primary_key=True)
    subject: str = Field(index=True)
    purpose: str
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    tries: int


class LicenseCheckRow(SQLModel, table=True):
    """Whether an admin has checked who a listing names, and the licences as they were found."""

    __tablename__ = "license_check"

    provider_id: str = Field(primary_key=True)
    account_id: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    checked_by: str | None = None
    licenses: str = Field(sa_type=Text)
    source: str
    reason: str = Field(sa_type=Text)
    due_on: date | None = Field(default=None, index=True)
    held_since: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CorrectionRow(SQLModel, table=True):
    """A keeper's wish to have a locked fact mended."""

    __tablename__ = "correction"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    account_id: str = Field(index=True)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    name: str
    npi: str
    words: str = Field(sa_type=Text)
    trainings: str = Field(sa_type=Text)
    proof: str = Field(sa_type=Text)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str | None = None
    is_done: bool
    reason: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)


class RemovalRow(SQLModel, table=True):
    """Somebody's wish to have a listing, or a part of it, removed."""

    __tablename__ = "removal"

    id: str = Field(primary_key=True)
    provider_id: str = Field(index=True)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    what: str
    reason: str
    words: str = Field(sa_type=Text)
    answer_to: str
    hidden_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    before: str | None = Field(default=None, sa_type=Text)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str | None = None
    is_done: bool


class TombstoneRow(SQLModel, table=True):
    """What no import may bring back: a whole listing, or its street and phone."""

    __tablename__ = "tombstone"

    provider_id: str = Field(primary_key=True)
    npi: str | None = Field(default=None, index=True)
    what: str
    at: datetime = Field(sa_type=UtcDateTime)
