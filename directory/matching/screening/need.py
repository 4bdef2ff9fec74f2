"""How well many listings meet the need itself; the twin of `need_factor`.

Each training of a listing gets marks for the concerns that it speaks for, all in one number: a mark
is one bit, and a stronger one is a higher bit. So the marks of a listing are those of its trainings
OR-ed, and its strength for a concern is the highest bit among the bits of that concern.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Flags, Numbered
from directory.columns.numbers import TRAININGS, Numbers
from directory.matching.formulas import fit_value
from directory.matching.need_factor import can_be_given, strength_of
from directory.matching.request import UNSURE, MatchRequest
from directory.matching.worth import NeedWorth
from directory.vocabulary import MODALITIES, TRAINING
from directory.vocabulary.evidence import GRADES, evidence_for

Values = NDArray[np.float64]
Marks = NDArray[np.uint64]

# The bits of one concern, one for each strength; a request has up to three concerns.
_WIDTH = len(GRADES) * (len(TRAINING) + 1)
_ALL = np.uint64((1 << _WIDTH) - 1)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The strengths of a table in rising order, and the one that each number of marks stands for.

    The table decides what a mark is worth; the columns know of trainings alone.
    """

    strengths: tuple[float, ...]
    of_marks: Values


@lru_cache(maxsize=4)
def _scale(worth: NeedWorth) -> _Scale:
    strengths = sorted(
        {strength_of(worth, *one) for one in product(GRADES, TRAINING, (False, True))}
    )
    of_marks = np.full(1 << _WIDTH, worth.grade.none)
    for place, strength in enumerate(strengths):
        of_marks[1 << place : 2 << place] = max(worth.grade.none, strength)
    return _Scale(tuple(strengths), of_marks)


def marks(
    worth: NeedWorth,
    request: MatchRequest,
    concerns: tuple[str, ...],
    numbers: Numbers,
    documents: Numbered,
) -> Marks:
    """Return the marks that some listings have for the concerns."""
    table = _marks_of_trainings(worth, request, concerns, False)
    if not table.any():
        return np.zeros(len(documents), np.uint64)
    found, lengths = _joined(table, numbers, documents)
    many = lengths > worth.breadth.modalities
    if many.any():
        table = _marks_of_trainings(worth, request, concerns, True)
        found[many], _ = _joined(table, numbers, documents[many])
    return found


def _marks_of_trainings(
    worth: NeedWorth, request: MatchRequest, concerns: tuple[str, ...], claims_much: bool
) -> Marks:
    found, strengths = np.zeros(len(TRAININGS), np.uint64), _scale(worth).strengths
    for place, concern in enumerate(concerns):
        for modality in MODALITIES:
            evidence = evidence_for(concern, modality, request.age_group)
            if evidence is None or not can_be_given(request, evidence):
                continue
            for training in TRAINING:
                strength = strength_of(worth, evidence.grade, training, claims_much)
                bit = place * _WIDTH + strengths.index(strength)
                found[TRAININGS[modality, training]] |= np.uint64(1 << bit)
    return found


def _joined(table: Marks, numbers: Numbers, documents: Numbered) -> tuple[Marks, NDArray[np.int64]]:
    """Return the marks of all trainings of each listing, and how many trainings it has."""
    trainings, lengths = numbers.trainings(documents)
    found = np.zeros(len(documents), np.uint64)
    some = lengths > 0
    if some.any():
        starts = (np.cumsum(lengths) - lengths)[some]
        found[some] = np.bitwise_or.reduceat(table.take(trainings), starts)
    return found, lengths


def fit(
    worth: NeedWorth,
    concern: str,
    place: int,
    found: Marks,
    listed: Flags,
    prescribes: Flags | None,
) -> Values:
    """Return how well the concern at a place is met; `prescribes` is None where it is no help."""
    own = (found >> np.uint64(place * _WIDTH)) & _ALL
    if concern == UNSURE:
        known = listed | (own > 0) if prescribes is None else listed | (own > 0) | prescribes
        return np.where(known, worth.finds_out, worth.general)
    strength = _scale(worth).of_marks.take(own.view(np.int64))
    if prescribes is not None:
        strength = np.where(prescribes, np.maximum(strength, worth.prescribing), strength)
    return fit_value(worth, strength, listed)
