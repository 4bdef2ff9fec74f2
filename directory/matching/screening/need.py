"""How well many listings meet the need itself; the twin of `need_factor`.

Each training of a listing gets marks for the concerns that it speaks for, all in one number: a mark
is one bit, and a stronger one is a higher bit. So the marks of a listing are those of its trainings
OR-ed, and its strength for a concern is the highest bit among the bits of that concern.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Flags, Numbered
from directory.columns.numbers import TRAININGS, Numbers
from directory.matching.formulas import UNSURE_VALUE, fit_value
from directory.matching.need_factor import UNSURE, can_be_given, strength_of
from directory.matching.request import MatchRequest
from directory.matching.weights import GRADE, MANY_MODALITIES, PRESCRIBING, TRAINING, UNGRADED
from directory.vocabulary import MODALITIES
from directory.vocabulary.evidence import evidence_for

Values = NDArray[np.float64]
Marks = NDArray[np.uint64]

_STRENGTHS = sorted({strength_of(*one) for one in product(GRADE, TRAINING, (False, True))})
_WIDTH = len(_STRENGTHS)  # of the bits of one concern; a request has up to three
_ALL = np.uint64((1 << _WIDTH) - 1)


def _strength_of_marks() -> Values:
    """Return the strength that every number of so many bits stands for."""
    found = np.full(1 << _WIDTH, UNGRADED)
    for place, strength in enumerate(_STRENGTHS):
        found[1 << place : 2 << place] = max(UNGRADED, strength)
    return found


_STRENGTH_OF_MARKS = _strength_of_marks()


def marks(
    request: MatchRequest, concerns: tuple[str, ...], numbers: Numbers, documents: Numbered
) -> Marks:
    """Return the marks that some listings have for the concerns."""
    table = _marks_of_trainings(request, concerns, False)
    if not table.any():
        return np.zeros(len(documents), np.uint64)
    found, lengths = _joined(table, numbers, documents)
    many = lengths > MANY_MODALITIES
    if many.any():
        table = _marks_of_trainings(request, concerns, True)
        found[many], _ = _joined(table, numbers, documents[many])
    return found


def _marks_of_trainings(
    request: MatchRequest, concerns: tuple[str, ...], claims_much: bool
) -> Marks:
    found = np.zeros(len(TRAININGS), np.uint64)
    for place, concern in enumerate(concerns):
        for modality in MODALITIES:
            evidence = evidence_for(concern, modality, request.age_group)
            if evidence is None or not can_be_given(request, evidence):
                continue
            for training in TRAINING:
                strength = strength_of(evidence.grade, training, claims_much)
                bit = place * _WIDTH + _STRENGTHS.index(strength)
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


def fit(concern: str, place: int, found: Marks, listed: Flags, prescribes: Flags | None) -> Values:
    """Return how well the concern at a place is met; `prescribes` is None where it is no help."""
    own = (found >> np.uint64(place * _WIDTH)) & _ALL
    if concern == UNSURE:
        known = listed | (own > 0) if prescribes is None else listed | (own > 0) | prescribes
        return np.where(known, UNSURE_VALUE["known"], UNSURE_VALUE["general"])
    strength = _STRENGTH_OF_MARKS.take(own.view(np.int64))
    if prescribes is not None:
        strength = np.where(prescribes, np.maximum(strength, PRESCRIBING), strength)
    return fit_value(strength, listed)
