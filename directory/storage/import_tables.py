"""The tables of imports: what they did, and what a file that waits would do."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class ImportBatchRow(SQLModel, table=True):
    """One import of one or more files; without an end it runs, or broke off."""

    __tablename__ = "import_batch"

    id: str = Field(primary_key=True)
    format: str
    imported_at: datetime = Field(sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    name: str = ""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undo_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undoes_edited: bool = False
    created: int = 0
    updated: int = 0
    removed: int = 0
    restored: int = 0


class ImportChangeRow(SQLModel, table=True):
    """What one import did to one listing: its document before (none if new) and after.

    Taking the import back deletes the row, or notes that the listing stays.
    """

    __tablename__ = "import_change"
    __table_args__ = (Index("import_change_of_listing", "batch_id", "provider_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    batch_id: str = Field(foreign_key="import_batch.id")
    provider_id: str = Field(index=True)
    before: str | None = Field(default=None, sa_type=Text)
    after: str = Field(sa_type=Text)
    stays: bool = False


class UploadRow(SQLModel, table=True):
    """A file that an admin brought, and how far it is; titles, columns and counts are JSON."""

    __tablename__ = "import_upload"

    id: str = Field(primary_key=True)
    name: str
    size: int
    format: str = ""
    titles: str = Field(default="[]", sa_type=Text)
    columns: str | None = Field(default=None, sa_type=Text)
    state: str
    round: int = 0
    counts: str = Field(default="{}", sa_type=Text)
    problem: str = Field(default="", sa_type=Text)
    hides_new: bool = False
    uploaded_at: datetime = Field(sa_type=UtcDateTime)
    uploaded_by: str
    batch_id: str | None = None
    has_file: bool = True


class StagedRow(SQLModel, table=True):
    """What a row of a file would do to a listing; `told` says why it was not done after all."""

    __tablename__ = "import_staged"
    __table_args__ = (Index("import_staged_of_upload", "upload_id", "told", "is_new"),)

    id: int | None = Field(default=None, primary_key=True)
    upload_id: str
    line: int
    provider_id: str
    is_new: bool
    before: str | None = Field(default=None, sa_type=Text)
    after: str = Field(sa_type=Text)
    told: str = ""


class NoteRow(SQLModel, table=True):
    """What a dry run has to say about a row: an error, a warning, or why it was skipped.

    `cells` is the row of an error as JSON: its cells, or its text where it could not be split.
    """

    __tablename__ = "import_note"
    __table_args__ = (Index("import_note_of_upload", "upload_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    upload_id: str
    kind: str
    line: int
    column: str = ""
    value: str = Field(default="", sa_type=Text)
    message: str = Field(sa_type=Text)
    cells: str = Field(default="", sa_type=Text)


class MendRow(SQLModel, table=True):
    """A cell of a file that an admin wrote anew."""

    __tablename__ = "import_mend"

    upload_id: str = Field(primary_key=True)
    line: int = Field(primary_key=True)
    column: str = Field(primary_key=True)
    value: str = Field(sa_type=Text)


class RememberedColumnsRow(SQLModel, table=True):
    """Which of our columns the columns of a header are, as somebody said once."""

    __tablename__ = "import_columns"

    titles: str = Field(primary_key=True, sa_type=Text)
    columns: str = Field(sa_type=Text)
    chosen_at: datetime = Field(sa_type=UtcDateTime)
