"""Many strings as one block of bytes, for reading without making a Python object of each."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Documents
from directory.columns.files import Arrays, ArraySink
from directory.columns.ragged import Ends, ends_of


class Strings(Sequence[str]):
    """Strings by their number; one that is there but once can also be found by itself."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._bytes: NDArray[np.uint8] = arrays[f"{name}.bytes"]
        self._view = self._bytes.data
        self._ends: Ends = arrays[f"{name}.ends"]
        self._hashes: NDArray[np.uint32] = arrays[f"{name}.hashes"]
        self._numbers: NDArray[np.uint32] = arrays[f"{name}.numbers"]

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return [self[place] for place in range(*number.indices(len(self)))]
        return self.encoded(number).decode("utf-8", "surrogatepass")

    def many(self, numbers: Documents) -> list[str]:
        """Return the strings of some numbers."""
        spans = zip(
            self._ends[numbers].tolist(), self._ends[numbers + np.uint32(1)].tolist(), strict=True
        )
        return [str(self._view[start:end], "utf-8", "surrogatepass") for start, end in spans]

    def encoded(self, number: int) -> bytes:
        """Return the bytes of one string, which sort as the strings do."""
        return self._bytes[self._ends[number] : self._ends[number + 1]].tobytes()

    def place(self, encoded: bytes) -> int:
        """Return where the bytes of a string stand among ordered ones, or would stand."""
        return bisect_left(range(len(self)), encoded, key=self.encoded)

    def number(self, string: str) -> int | None:
        """Return the number of a string, or None where there is no such."""
        encoded = encode(string)
        hashed = np.uint32(crc32(encoded))
        place = int(self._hashes.searchsorted(hashed))
        while place < len(self._hashes) and self._hashes[place] == hashed:
            number = int(self._numbers[place])
            if self.encoded(number) == encoded:
                return number
            place += 1
        return None

    def beginning(self, start: str) -> tuple[int, int]:
        """Return the first and the end of the ordered strings that begin so."""
        encoded = encode(start)
        first = self.place(encoded)
        if first == len(self) or not self.encoded(first).startswith(encoded):
            return first, first
        # No byte of UTF-8 is the last of all, so the next prefix of this length is one more.
        return first, self.place(encoded[:-1] + bytes([encoded[-1] + 1]))


def encode(string: str) -> bytes:
    """Return a string as bytes; half a character that somebody typed is no reason to fail."""
    return string.encode("utf-8", "surrogatepass")


class StringsBuilder:
    """Writes strings as they come; `write` adds what makes them quick to find."""

    def __init__(self, sink: ArraySink, name: str) -> None:
        self._sink, self._name = sink, name
        self._lengths: list[NDArray[np.uint32]] = []
        self._hashes: list[NDArray[np.uint32]] = []

    def add(self, strings: Iterable[str]) -> None:
        """Take in the next strings."""
        encoded = list(map(encode, strings))
        self._sink.append(f"{self._name}.bytes", np.frombuffer(b"".join(encoded), np.uint8))
        self._lengths.append(np.fromiter(map(len, encoded), np.uint32, len(encoded)))
        self._hashes.append(np.fromiter(map(crc32, encoded), np.uint32, len(encoded)))

    def write(self) -> None:
        """Write where each string ends, and the hashes of all in order."""
        hashes = np.concatenate(self._hashes)
        order = np.argsort(hashes, kind="stable").astype(np.uint32)
        self._sink.append(f"{self._name}.ends", ends_of(np.concatenate(self._lengths)))
        self._sink.append(f"{self._name}.hashes", hashes[order])
        self._sink.append(f"{self._name}.numbers", order)


def write_strings(sink: ArraySink, name: str, strings: Iterable[str]) -> None:
    """Write strings in the order given."""
    builder = StringsBuilder(sink, name)
    builder.add(strings)
    builder.write()
