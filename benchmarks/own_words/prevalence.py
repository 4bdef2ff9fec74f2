"""How common each concern is among real questions, and what that counts for."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.own_words.questions import Question

COMMONNESS = 0.5  # chosen on the development questions; 0.4 and 0.6 do about as well


def counts_of(questions: Sequence[Question], codes: Sequence[str]) -> list[int]:
    """Return for how many questions each concern would be right."""
    return [sum(code in question.right for question in questions) for code in codes]


def commonness(counts: Sequence[int]) -> Any:
    """Return what each concern starts with: the log of how common it is, dampened."""
    n = np.array(counts) + 1.0
    return COMMONNESS * np.log(n / n.mean())
