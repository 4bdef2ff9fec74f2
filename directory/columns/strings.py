"""Many strings as one block of bytes, for reading without making a Python object of each."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import overload

import numpy as np
from numpy.typing import NDArray

from directory.columns.files import Arrays, ArraySink
from directory.columns.ragged import Ends


class Strings(Sequence[str]):
    """Strings by their number; where they were written in order, a string's number can be found."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._bytes: NDArray[np.uint8] = arrays[f"{name}.bytes"]
        self._ends: Ends = arrays[f"{name}.ends"]

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

    def encoded(self, number: int) -> bytes:
        """Return the bytes of one string, which sort as the strings do."""
        return self._bytes[self._ends[number] : self._ends[number + 1]].tobytes()

    def place(self, string: str) -> int:
        """Return where a string stands among ordered ones, or would stand."""
        return bisect_left(range(len(self)), encode(string), key=self.encoded)

    def number(self, string: str) -> int | None:
        """Return the number of a string among ordered ones, or None where there is no such."""
        place = self.place(string)
        found = place < len(self) and self.encoded(place) == encode(string)
        return place if found else None


def encode(string: str) -> bytes:
    """Return a string as bytes; half a character that somebody typed is no reason to fail."""
    return string.encode("utf-8", "surrogatepass")


def write_strings(sink: ArraySink, name: str, strings: Iterable[str]) -> None:
    """Write strings in the order given."""
    encoded = [encode(string) for string in strings]
    sink.append(f"{name}.bytes", np.frombuffer(b"".join(encoded), np.uint8))
    sink.append(f"{name}.ends", np.fromiter(accumulate(map(len, encoded), initial=0), np.int64))
