"""The table of photos."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class PhotoRow(SQLModel, table=True):
    """The photo of a listing as two JPEG files; it goes when the listing goes."""

    __tablename__ = "photo"

    provider_id: str = Field(primary_key=True, foreign_key="provider.id", ondelete="CASCADE")
    name: str = Field(index=True)
    large: bytes = Field(sa_type=LargeBinary)
    small: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=UtcDateTime)
