"""The table of drafts."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class SectionDraftRow(SQLModel, table=True):
    """What was typed into one section of a listing and is not on the site, as JSON."""

    __tablename__ = "section_draft"

    provider_id: str = Field(primary_key=True)
    section: str = Field(primary_key=True)
    document: str = Field(sa_type=Text)
    saved_at: datetime = Field(sa_type=UtcDateTime)
    confirms: bool
