"""Notes about rows, kept on disk once they are many, so that an import needs constant memory."""

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar

_IN_MEMORY = 1_000_000  # bytes

Note = TypeVar("Note")


class RowNotes(Generic[Note]):
    """A list of notes that can be added to and read from its start."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (closed by close)
        self._count = 0

    def add(self, note: Note) -> None:
        """Add a note at the end."""
        self._file.seek(0, 2)
        pickle.dump(note, self._file)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Note]:
        self._file.seek(0)
        place = 0
        for _ in range(self._count):
            self._file.seek(place)
            note: Note = pickle.load(self._file)  # noqa: S301  (we wrote it a moment ago)
            place = self._file.tell()
            yield note

    def close(self) -> None:
        """Forget the notes."""
        self._file.close()
