"""Named arrays, written piece by piece and read back: in memory, or as mapped files of a folder."""

import json
import mmap
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from directory.errors import Unusable

Arrays = Mapping[str, NDArray[Any]]
_MANIFEST = "manifest.json"
_PIECE = 1 << 24  # bytes
# What may go wrong with files that are missing, cut short, or of another kind.
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)


class ArraySink(Protocol):
    """Where a builder puts its arrays; pieces of one name follow one another."""

    def append(self, name: str, piece: NDArray[Any]) -> None:
        """Add a piece to the end of an array; rows of a table have one length."""


class MemoryArrays:
    """Arrays that stay in memory, as those of a few live edits do."""

    def __init__(self) -> None:
        self._pieces: dict[str, list[NDArray[Any]]] = {}

    def append(self, name: str, piece: NDArray[Any]) -> None:
        """Add a piece to the end of an array."""
        self._pieces.setdefault(name, []).append(piece)

    def arrays(self) -> Arrays:
        """Return the whole arrays."""
        return {
            name: pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
            for name, pieces in self._pieces.items()
        }


@dataclass(slots=True)
class _Entry:
    """What the manifest says of one array: its type, its shape and a checksum of its bytes."""

    dtype: str
    shape: list[int]
    checksum: int = 0


class FolderArrays:
    """Arrays that go to one file each; the manifest comes last, so half a folder has none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, IO[bytes]] = {}
        self._entries: dict[str, _Entry] = {}

    def append(self, name: str, piece: NDArray[Any]) -> None:
        """Add a piece to the end of an array's file."""
        if name not in self._files:
            self._files[name] = (self._folder / name).open("wb")
            self._entries[name] = _Entry(piece.dtype.str, [0, *piece.shape[1:]])
        entry, data = self._entries[name], np.ascontiguousarray(piece).tobytes()
        entry.shape[0] += len(piece)
        entry.checksum = crc32(data, entry.checksum)
        self._files[name].write(data)

    def close(self) -> None:
        """Close the files, finished or not."""
        for file in self._files.values():
            file.close()

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the manifest, with further facts about the whole."""
        self.close()
        entries = {name: asdict(entry) for name, entry in self._entries.items()}
        text = json.dumps({"facts": facts, "arrays": entries})
        (self._folder / _MANIFEST).write_text(f"{crc32(text.encode())}\n{text}", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class OpenArrays:
    """The arrays of a folder, with the facts that its builder wrote down."""

    arrays: Arrays
    facts: Mapping[str, Any]


def open_arrays(folder: Path) -> OpenArrays:
    """Map the arrays of a folder into memory; raise Unusable where one is missing or cut short."""
    try:
        facts, entries = _manifest(folder)
        arrays = {name: _mapped(folder / name, entry) for name, entry in entries.items()}
    except _UNREADABLE as error:
        raise Unusable(f"the folder {folder.name} of the index cannot be read") from error
    return OpenArrays(arrays, facts)


def check_arrays(folder: Path) -> None:
    """Read every byte of a folder again; raise Unusable where one is not what was written."""
    try:
        _, entries = _manifest(folder)
        wrong = [name for name, entry in entries.items() if _sum(folder / name) != entry.checksum]
    except _UNREADABLE as error:
        raise Unusable(f"the folder {folder.name} of the index cannot be read") from error
    if wrong:
        raise Unusable(f"{wrong[0]} in the folder {folder.name} of the index is damaged")


def _manifest(folder: Path) -> tuple[Mapping[str, Any], dict[str, _Entry]]:
    checksum, _, text = (folder / _MANIFEST).read_text(encoding="utf-8").partition("\n")
    if int(checksum) != crc32(text.encode()):
        raise ValueError("the manifest is not what was written")
    content = json.loads(text)
    return content["facts"], {name: _Entry(**entry) for name, entry in content["arrays"].items()}


def _mapped(path: Path, entry: _Entry) -> NDArray[Any]:
    dtype, shape = np.dtype(entry.dtype), tuple(entry.shape)
    size = dtype.itemsize * int(np.prod(shape))
    with path.open("rb") as file:
        if path.stat().st_size != size:
            raise ValueError(f"{path.name} has not the length that was written")
        if not size:
            return np.empty(shape, dtype)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return np.frombuffer(mapped, dtype).reshape(shape)


def _sum(path: Path) -> int:
    checksum = 0
    for piece in _pieces(path):
        checksum = crc32(piece, checksum)
    return checksum


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
