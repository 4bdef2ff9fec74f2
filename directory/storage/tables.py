"""The tables. A row never leaves this room; a listing is stored as the document of its Provider."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, LargeBinary, Text, TypeDecorator
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes in and out, also on SQLite, which forgets the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a datetime without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        return value if value is None else value.replace(tzinfo=UTC)


class ProviderRow(SQLModel, table=True):
    """A listing: its Provider as JSON, and beside it what the database itself looks for.

    `published` is whether anybody may see it: hidden listings are not, whatever was chosen.
    """

    __tablename__ = "provider"

    id: str = Field(primary_key=True)
    npi: str | None = Field(default=None, unique=True)
    published: bool = Field(index=True)
    claimed: bool
    document: str = Field(sa_type=Text)


class SearchLogRow(SQLModel, table=True):
    """The outbox of the index: a listing that changed, written in the change's transaction."""

    __tablename__ = "search_log"
    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: int | None = Field(default=None, primary_key=True)
    provider_id: str


class SealedRow(SQLModel, table=True):
    """Bytes that only the visitor's own key opens, with the time at which they are gone."""

    __tablename__ = "sealed"

    id: str = Field(primary_key=True)
    blob: bytes = Field(sa_type=LargeBinary)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class ExposureRow(SQLModel, table=True):
    """How much one listing was shown on one day, in millionths of a first place."""

    __tablename__ = "exposure"

    day: date = Field(primary_key=True)
    provider_id: str = Field(primary_key=True)
    millionths: int = Field(sa_type=BigInteger)


class ExposureDayRow(SQLModel, table=True):
    """A day that has begun: what was shown on the days before it counts no further."""

    __tablename__ = "exposure_day"

    day: date = Field(primary_key=True)


class ContactReportRow(SQLModel, table=True):
    """How often one kind of outcome was reported of one listing on one day."""

    __tablename__ = "contact_report"

    day: date = Field(primary_key=True)
    provider_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    reports: int


class RateCountRow(SQLModel, table=True):
    """How often something was asked for since a window began; the key tells nothing of who."""

    __tablename__ = "rate_count"

    key: str = Field(primary_key=True)
    hits: int
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class AwaitedReplyRow(SQLModel, table=True):
    """Whom a reply goes to, in bytes that only the link in the provider's mail opens."""

    __tablename__ = "awaited_reply"

    id: str = Field(primary_key=True)
    blob: bytes = Field(sa_type=LargeBinary)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
