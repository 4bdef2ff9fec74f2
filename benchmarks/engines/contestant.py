"""What every contestant of the benchmark does."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from benchmarks.questions import Answer, Question


class Contestant(Protocol):
    """One engine over one folder.

    `leaves_out` names the kinds of question that the engine has no natural answer to.
    """

    leaves_out: frozenset[str]

    def build(self, listings: Iterable[Any]) -> None:
        """Build the index in the folder: ours of listings, a peer's of documents ready to index."""

    def open(self) -> None:
        """Open the index for answering."""

    def prepare(self, question: Question) -> Question:
        """Do what a question needs beforehand, without being timed; such as fetch its cursor."""

    def answer(self, question: Question) -> Answer:
        """Answer a question."""

    def disk_bytes(self) -> int:
        """Return the size of the index on disk."""

    def close(self) -> None:
        """Let go of everything that was opened."""


def folder_bytes(folder: Path) -> int:
    """Return the bytes that the files below a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
