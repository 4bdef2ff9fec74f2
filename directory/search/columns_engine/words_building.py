"""Building the words: from the texts of listings to numbered stems, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from directory.columns import ArraySink
from directory.columns.ragged import ends_of
from directory.columns.strings import write_strings
from directory.providers import Provider
from directory.search.columns_engine.lexicon import write_deletes, write_lexicon
from directory.search.columns_engine.mentions import all_mentions
from directory.search.columns_engine.names import NamesBuilder
from directory.search.columns_engine.numbering import BETWEEN, Surfaces
from directory.search.columns_engine.pairs import PairsBuilder
from directory.search.columns_engine.postings_building import write_postings
from directory.search.columns_engine.runs import Entries, Runs
from directory.search.texts import texts_of
from directory.search.weighting import (
    IMPACTS,
    LENGTH_BYTES,
    MENTION_WEIGHT,
    MOST_OFTEN,
    STEP,
    TEXT_FIELDS,
)

# The fields in which a listing may name a code in its own words.
_TOLD = np.array([field in {"groups", "bio"} for field in TEXT_FIELDS])
_FIELD_BITS, _DOCUMENT_BITS = 2, 30
_MENTION = np.uint16(MENTION_WEIGHT * STEP)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of some listings one after another, with where each stands.

    `lengths` has a row for each listing and a column for each text field; `stream` holds the
    stems with a mark after each text, and `places` says where in it each word is.
    """

    plain: Numbers
    stems: Numbers
    documents: Numbers
    fields: Numbers
    lengths: Numbers
    stream: NDArray[np.uint32]
    places: Numbers


class WordsBuilder:
    """Takes the texts of listings; their words are whole when `write` was called."""

    def __init__(self, sink: ArraySink, spill: Path | None = None) -> None:
        self._sink = sink
        self._surfaces = Surfaces()
        self._names = NamesBuilder()
        self._runs = Runs(spill)
        # A few listings in memory are read again as quickly.
        self._pairs = PairsBuilder(spill) if spill else None
        self._listings = np.zeros(0, np.int64)
        self._stream_lengths: list[Numbers] = []
        self._name_lengths: list[Numbers] = []
        self._size = 0

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings."""
        numbers = self._surfaces.numbers
        texts = [numbers(text) for one in providers for text in texts_of(one).values()]
        names = _without_stop_words([numbers(one.name) for one in providers])
        piece = self._piece(texts)
        self._names.add([one.name for one in providers])
        self._count_listings(piece, *names)
        self._runs.add(self._entries(piece))
        self._write_stream(piece)
        self._sink.append("stream.names", (names[0] + 1).astype(np.uint32))
        self._name_lengths.append(np.bincount(names[1], minlength=len(providers)))
        self._size += len(providers)

    def write(self) -> None:
        """Write what was taken in."""
        self._sink.append("stream.ends", ends_of(np.concatenate(self._stream_lengths)))
        self._sink.append("stream.stem_of", np.array([BETWEEN, *self._surfaces.stem_of], np.uint32))
        self._sink.append("stream.name_ends", ends_of(np.concatenate(self._name_lengths)))
        self._names.write(self._sink)
        self._write_stems()
        write_lexicon(self._sink, self._surfaces.plain, self._listings)
        (self._pairs or PairsBuilder(None)).write(self._sink)
        if self._pairs:
            write_deletes(self._sink, self._surfaces.plain)

    def _write_stems(self) -> None:
        numbers = self._surfaces.stems
        totals = write_postings(self._sink, self._runs, len(numbers), self._size)
        stems = sorted(stem for stem, number in numbers.items() if totals[number])
        write_strings(self._sink, "stems", stems)
        in_order = [numbers[stem] for stem in stems]
        self._sink.append("texts.of_stems", np.array(in_order, np.uint32))

    def _piece(self, texts: list[list[int]]) -> _Piece:
        plain, text_of_word = _without_stop_words(texts)
        lengths = np.bincount(text_of_word, minlength=len(texts))
        documents, fields = np.divmod(text_of_word, len(TEXT_FIELDS))
        stems = np.array(self._surfaces.stem_of, np.int64)[plain]
        stream = np.full(len(plain) + len(texts), BETWEEN, np.uint32)
        places = np.arange(len(plain)) + text_of_word
        stream[places] = stems
        by_listing = lengths.reshape(-1, len(TEXT_FIELDS))
        return _Piece(plain, stems, documents, fields, by_listing, stream, places)

    def _write_stream(self, piece: _Piece) -> None:
        """Write the words in the order of the texts; numbers are one more, for the mark is 0."""
        stream = np.full(len(piece.stream), BETWEEN, np.uint32)
        stream[piece.places] = piece.plain + 1
        lengths = piece.lengths.sum(axis=1) + len(TEXT_FIELDS)
        self._sink.append("stream.words", stream)
        self._stream_lengths.append(lengths)
        if self._pairs:
            self._pairs.add(piece.stream, lengths, self._size)

    def _count_listings(self, piece: _Piece, names: Numbers, named: Numbers) -> None:
        """Count in how many listings each word stands, the words of names included."""
        words = np.concatenate([piece.plain, names]) << _DOCUMENT_BITS
        once, _ = _distinct(words | np.concatenate([piece.documents, named]))
        counts = np.bincount(once >> _DOCUMENT_BITS, minlength=len(self._listings))
        counts[: len(self._listings)] += self._listings
        self._listings = counts

    def _entries(self, piece: _Piece) -> Entries:
        """Return what each stem is worth in each listing, all of its texts added up."""
        keys = (piece.stems << _DOCUMENT_BITS) | piece.documents
        keys, times = _distinct((keys << _FIELD_BITS) | piece.fields)
        fields, keys = keys & (2**_FIELD_BITS - 1), keys >> _FIELD_BITS
        documents = keys & (2**_DOCUMENT_BITS - 1)
        lengths = np.minimum(piece.lengths[documents, fields], len(LENGTH_BYTES) - 1)
        worth = IMPACTS[fields, np.minimum(times, MOST_OFTEN), LENGTH_BYTES[lengths]]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        mentioned = self._mentioned(piece)
        keys = np.concatenate([keys[starts], mentioned])
        summed = np.add.reduceat(worth, starts) if len(starts) else worth
        impacts = np.concatenate([summed, np.full(len(mentioned), _MENTION)])
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        documents = (keys & (2**_DOCUMENT_BITS - 1)) + self._size
        return Entries(keys >> _DOCUMENT_BITS, documents.astype(np.uint32), impacts[order])

    def _mentioned(self, piece: _Piece) -> Numbers:
        starts, numbers = all_mentions().find(piece.stream, piece.places[_TOLD[piece.fields]])
        documents = piece.documents[np.searchsorted(piece.places, starts)]
        return _distinct((numbers << _DOCUMENT_BITS) | documents)[0]


def _without_stop_words(texts: list[list[int]]) -> tuple[Numbers, Numbers]:
    """Return the words of texts one after another, and in which text each stands."""
    words = np.fromiter(chain.from_iterable(texts), np.int64)
    text_of_word = np.repeat(np.arange(len(texts)), list(map(len, texts)))
    kept = words >= 0
    return words[kept], text_of_word[kept]


def _distinct(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return the different keys in order and how often each comes; NumPy's own way is slower."""
    ordered = np.sort(keys)
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[starts], np.diff(starts, append=len(ordered))
