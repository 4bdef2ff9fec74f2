"""Looking through all listings for two of one person: a job of the worker.

Begun again, it finds the same pairs; what was decided of a pair stays.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from directory.jobs import Job, Progress
from directory.likeness import Likeness, Shared, Traits, liken, traits_of
from directory.likeness.blocking import Blocks, Numbers
from directory.likeness.keys import KINDS
from directory.storage import Claims, Duplicates, Providers
from directory.workflows.opening import Directory

KIND, EVERYBODY = "duplicates", "all"
_AT_ONCE = 250  # listings read, or pairs compared, in one transaction
# How much of the work each step is, in percent: measured on a million listings.
_READING, _PAIRING = 60, 10

Found = tuple[str, str, Likeness]


def find_duplicates(directory: Directory, job: Job, progress: Progress) -> str:
    """Compare the listings that may be of one person, and write down which are alike."""
    typed = _typed_npis(directory)
    blocks = _all_listings(directory, typed, progress)
    pairs = _pairs(blocks, progress)
    shared, found = blocks.counts(), 0
    for start in range(0, len(pairs), _AT_ONCE):
        some = [blocks.named(int(pair)) for pair in pairs[start : start + _AT_ONCE]]
        found += _compare(directory, some, typed, shared, job.id)
        done = _READING + _PAIRING + (100 - _READING - _PAIRING) * start // len(pairs)
        progress(done, 100)
    with directory.database.writing() as session:
        Duplicates(session).drop_unseen(job.id)
    return f"{len(blocks):,} listings looked through, {found:,} pairs alike."


def _typed_npis(directory: Directory) -> Mapping[str, str]:
    with directory.database.reading() as session:
        return Claims(session).typed_npis()


def _all_listings(directory: Directory, typed: Mapping[str, str], progress: Progress) -> Blocks:
    blocks = Blocks()
    with directory.database.reading() as session:
        whole = Providers(session).count()
    for some in _documents(directory):
        for document in some:
            blocks.add(_traits(document, typed))
        progress(min(_READING, _READING * len(blocks) // max(1, whole)), 100)
    return blocks


def _documents(directory: Directory) -> Iterator[list[dict[str, Any]]]:
    """Yield every listing, some at a time: a long reading would keep the log from being tidied."""
    last = ""
    while True:
        with directory.database.reading() as session:
            some = Providers(session).documents_after(last, _AT_ONCE)
        if not some:
            return
        last = some[-1]["id"]
        yield some


def _pairs(blocks: Blocks, progress: Progress) -> Numbers:
    found = []
    for number, kind in enumerate(KINDS):
        found.append(blocks.pairs_by(kind))
        progress(_READING + _PAIRING * (number + 1) // len(KINDS), 100)
    return np.unique(np.concatenate(found))


def _compare(
    directory: Directory,
    pairs: list[tuple[str, str]],
    typed: Mapping[str, str],
    shared: Shared,
    search: int,
) -> int:
    """Compare some pairs, and write down those that are alike; return how many were."""
    alike = list(_alike(directory, pairs, typed, shared))
    if alike:
        with directory.database.writing() as session:
            duplicates = Duplicates(session)
            for first, second, likeness in alike:
                duplicates.note(first, second, likeness, search, directory.clock())
    return len(alike)


def _alike(
    directory: Directory,
    pairs: list[tuple[str, str]],
    typed: Mapping[str, str],
    shared: Shared,
) -> Iterator[Found]:
    ids = sorted({id for pair in pairs for id in pair})
    with directory.database.reading() as session:
        documents = Providers(session).documents(ids)
    traits = {id: _traits(document, typed) for id, document in documents.items()}
    for first, second in pairs:
        if first in traits and second in traits:
            likeness = liken(traits[first], traits[second], shared)
            if likeness:
                yield first, second, likeness


def _traits(document: Mapping[str, Any], typed: Mapping[str, str]) -> Traits:
    told = typed.get(document["id"])
    return traits_of(document, (told,) if told else ())
