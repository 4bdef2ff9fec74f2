"""Finding the pairs worth a comparison among a million listings: sorted keys, a kind at a time.

A listing takes some 450 bytes here, whatever it says.
"""

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from directory.likeness.keys import COUNTED, KINDS, PROOF_KINDS, counted_of, keys_of
from directory.likeness.names import is_slip
from directory.likeness.nicknames import are_forms_of_one
from directory.likeness.traits import Traits

Numbers = npt.NDArray[np.int64]

# Larger blocks tell nothing: the phone of a hospital, a name that hundreds bear.
_MOST_IN_A_BLOCK = 100
_LETTERS = 16  # of a given or family name, by which a pair is looked at before its listings are
_AT_ONCE = 100_000  # pairs
_ANY = np.dtype(f"S{_LETTERS}")


class Blocks:
    """Listings under their keys; add each once, then ask for the pairs."""

    def __init__(self) -> None:
        self._keys = {kind: (array("q"), array("i")) for kind in KINDS}
        self._values = {kind: array("q") for kind in COUNTED}
        self._ids, self._ends = bytearray(), array("q", (0,))
        self._npis = array("q")
        self._given, self._family = bytearray(), bytearray()

    def __len__(self) -> int:
        return len(self._npis)

    def add(self, traits: Traits) -> None:
        """Take in a listing."""
        place = len(self)
        for kind, key in {*keys_of(traits)}:
            keys, owners = self._keys[kind]
            keys.append(hash(key))
            owners.append(place)
        for kind, values in counted_of(traits).items():
            self._values[kind].extend(map(hash, values))
        self._ids += traits.id.encode()
        self._ends.append(len(self._ids))
        self._npis.append(int(traits.npi or 0))
        self._given += _fixed(traits.name.given)
        self._family += _fixed(traits.name.family)

    def pairs_by(self, kind: str) -> Numbers:
        """Return the pairs worth a comparison that meet under keys of a kind, each as one number.

        A kind can be asked for once; its keys are forgotten then.
        """
        keys, owners = self._keys.pop(kind)
        found = [np.empty(0, np.int64)]
        for first, second in _meeting(_column(keys, np.int64), _column(owners, np.int32)):
            likely = self._worth(first, second, kind in PROOF_KINDS)
            found.append((first[likely] << 32) | second[likely])
        return np.unique(np.concatenate(found))

    def named(self, pair: int) -> tuple[str, str]:
        """Return the ids of the two listings of a pair."""
        return self._id_at(pair >> 32), self._id_at(pair & 0xFFFFFFFF)

    def counts(self) -> "Counts":
        """Return how many listings share each value that is counted."""
        return Counts({kind: _column(values, np.int64) for kind, values in self._values.items()})

    def _id_at(self, place: int) -> str:
        return self._ids[self._ends[place] : self._ends[place + 1]].decode()

    def _worth(self, first: Numbers, second: Numbers, by_proof: bool) -> Numbers:
        """Return the places of those pairs whose names may be one, and whose NPIs do not differ."""
        if by_proof:
            return np.arange(len(first))
        npis = _column(self._npis, np.int64)
        open_ones = np.flatnonzero(
            (npis[first] == npis[second]) | (npis[first] == 0) | (npis[second] == 0)
        )
        kept = [np.empty(0, np.int64)]
        for start in range(0, len(open_ones), _AT_ONCE):
            some = open_ones[start : start + _AT_ONCE]
            kept.append(some[self._names_agree(first[some], second[some])])
        return np.concatenate(kept)

    def _names_agree(self, first: Numbers, second: Numbers) -> npt.NDArray[np.bool_]:
        given = np.frombuffer(self._given, _ANY)
        family = np.frombuffer(self._family, _ANY)
        columns = (given[first], family[first], given[second], family[second])
        texts = zip(*(column.astype(str).tolist() for column in columns), strict=True)
        return np.fromiter((_may_be_one(*four) for four in texts), bool, len(first))


class Counts:
    """How many listings share a phone, a street or a name."""

    def __init__(self, values: dict[str, Numbers]) -> None:
        self._counted = {
            kind: np.unique(column, return_counts=True) for kind, column in values.items()
        }

    def __call__(self, kind: str, value: str) -> int:
        """Return how many listings hold a value of a kind, at least the two that are compared."""
        values, counts = self._counted[kind]
        place = int(np.searchsorted(values, hash(value)))
        is_there = place < len(values) and values[place] == hash(value)
        return max(2, int(counts[place])) if is_there else 2


def _meeting(keys: Numbers, owners: npt.NDArray[np.int32]) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the pairs of places that share a key, the smaller first, a few at a time."""
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    sizes = _sizes(keys)
    is_small = (sizes > 1) & (sizes <= _MOST_IN_A_BLOCK)
    keys, owners, sizes = keys[is_small], owners[is_small], sizes[is_small]
    for distance in range(1, int(sizes.max(initial=1))):
        is_far = sizes > distance
        keys, owners, sizes = keys[is_far], owners[is_far], sizes[is_far]
        meets = np.flatnonzero(keys[distance:] == keys[:-distance])
        one, other = owners[meets].astype(np.int64), owners[meets + distance].astype(np.int64)
        yield np.minimum(one, other), np.maximum(one, other)


def _sizes(keys: Numbers) -> Numbers:
    """Return for each of some sorted keys how many are equal to it."""
    _, counts = np.unique(keys, return_counts=True)
    return np.repeat(counts, counts)


def _may_be_one(given: str, family: str, other_given: str, other_family: str) -> bool:
    """Tell from the names alone whether a closer look may be worth it."""
    if given == other_given or are_forms_of_one(given, other_given):
        return True
    if family == other_family or (given == other_family and family == other_given):
        return True
    if min(len(given), len(other_given)) <= 1:
        return given[:1] == other_given[:1]
    return is_slip(given, other_given)


def _fixed(word: str) -> bytes:
    return word.encode("ascii", "replace")[:_LETTERS].ljust(_LETTERS, b"\0")


def _column(values: "array[int]", kind: Any) -> Any:
    return np.frombuffer(values, kind) if len(values) else np.empty(0, kind)
