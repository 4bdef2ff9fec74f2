"""The report of an import: its sums, and every row that was not used as it stood."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from directory.exchange.outcomes import RowError, RowWarning, Skipped
from directory.workflows.imports.row_notes import RowNotes

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class InFile(Generic[Row]):
    """A row of the report with the name of its file."""

    file: str
    row: Row


@dataclass(slots=True)
class ImportReport:
    """What an import did; `read` is the sum of created, updated, unchanged, skipped and errors."""

    format: str
    batch: str | None
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: RowNotes[InFile[Skipped]] = field(default_factory=RowNotes)
    warnings: RowNotes[InFile[RowWarning]] = field(default_factory=RowNotes)
    errors: RowNotes[InFile[RowError]] = field(default_factory=RowNotes)

    @property
    def read(self) -> int:
        """How many rows were read."""
        used = self.created + self.updated + self.unchanged
        return used + len(self.skipped) + len(self.errors)

    def close(self) -> None:
        """Forget the notes about rows."""
        for notes in (self.skipped, self.warnings, self.errors):
            notes.close()
