"""One scorer for each instrument: complete answers in, a score out; nothing is ever prorated."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from directory.vocabulary.instruments import INSTRUMENTS

Answers = Sequence[int | None]
Sex = Literal["female", "male"] | None


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers to one instrument come to.

    `parts` holds each cut-off met or not, and findings within the instrument (a subscale, one
    item); they are never shown.
    """

    total: int | None = None
    band: str | None = None
    positive: bool | None = None
    parts: Mapping[str, int | bool] = field(default_factory=dict)


def complete(answers: Answers) -> tuple[int, ...] | None:
    """Return the answers where every item has one, else None: a gap leaves a list unscored."""
    given = tuple(answer for answer in answers if answer is not None)
    return given if len(given) == len(answers) else None


def _met(code: str, total: int) -> dict[str, bool]:
    """Return for each cut-off of an instrument whether the total meets it."""
    return {name: total >= least for name, least in INSTRUMENTS[code].cutoffs.items()}


def _banded(code: str, total: int, **parts: int | bool) -> Score:
    band = INSTRUMENTS[code].band(total)
    return Score(total=total, band=band, parts={**_met(code, total), **parts})


def _against_cutoff(code: str, total: int) -> Score:
    met = _met(code, total)
    return Score(total=total, positive=met["positive"], parts=met)


def score_phq2(items: Sequence[int]) -> Score:
    """Score the first two PHQ questions; `branch` says whether to ask the rest."""
    return _against_cutoff("PHQ2", sum(items))


def score_gad2(items: Sequence[int]) -> Score:
    """Score the first two GAD questions; `branch` says whether to ask the rest."""
    return _against_cutoff("GAD2", sum(items))


def score_phq4(items: Sequence[int]) -> Score:
    """Score the PHQ-4: two questions on worry, then two on low mood."""
    return _banded("PHQ4", sum(items), gad2=sum(items[:2]), phq2=sum(items[2:]))


def score_phq8(items: Sequence[int]) -> Score:
    """Score the PHQ-8."""
    return _banded("PHQ8", sum(items))


def score_phq9(items: Sequence[int]) -> Score:
    """Score the PHQ-9, with its own algorithm for the major and other depressive syndrome."""
    core = sum(item >= 2 for item in items[:2])
    item9 = items[8] >= INSTRUMENTS["PHQ9"].cutoffs["item9"]
    met = sum(item >= 2 for item in items[:8]) + item9
    major, other = core > 0 and met >= 5, core > 0 and 2 <= met <= 4
    return _banded("PHQ9", sum(items), item9=item9, mds=major, ods=other)


def score_gad7(items: Sequence[int]) -> Score:
    """Score the GAD-7."""
    return _banded("GAD7", sum(items))


def score_k6(items: Sequence[int]) -> Score:
    """Score the K6; positive means likely serious distress."""
    return _against_cutoff("K6", sum(items))


def score_pcptsd5(gate: int, items: Sequence[int]) -> Score:
    """Score the PC-PTSD-5: nothing frightening ever happened means 0, whatever the items say."""
    return _against_cutoff("PCPTSD5", sum(items) if gate else 0)


def score_asq(items: Answers, now: int | None) -> Score:
    """Score the ASQ: a refusal counts as yes, and so does an unanswered question on right now."""
    if now == 1:
        return Score(band="acute_positive")
    if all(item == 0 for item in items):
        return Score(band="negative")
    return Score(band="non_acute_positive" if now == 0 else "acute_positive")


def score_auditc(items: Sequence[int], sex: Sex = None) -> Score:
    """Score the AUDIT-C: who never drinks scores 0; the cut-off is 4 for men, 3 for all others."""
    score = _against_cutoff("AUDITC", sum(items) if items[0] else 0)
    positive = score.parts["positive_male" if sex == "male" else "positive"]
    return replace(score, positive=bool(positive))


def score_drug(times: int) -> Score:
    """Score the single drug question: how many times in the past year."""
    return _against_cutoff("DRUG", times)


def score_scoff(items: Sequence[int]) -> Score:
    """Score the SCOFF."""
    return _against_cutoff("SCOFF", sum(items))


def score_hark(items: Sequence[int]) -> Score:
    """Score the HARK."""
    return _against_cutoff("HARK", sum(items))


def score_cssrs(risk: str) -> Score:
    """Take over the risk that a C-SSRS screener found elsewhere."""
    return Score(band=risk)


def score_mdq(yes: int, same_time: bool, problem: str) -> Score:
    """Score the MDQ: enough signs, at the same time, that made for a moderate problem or worse."""
    positive = _met("MDQ", yes)["positive"] and same_time and problem in {"moderate", "serious"}
    return Score(total=yes, positive=positive)


def _band_of(code: str) -> Callable[[int], Score]:
    return lambda total: _banded(code, total)


def _cutoff_of(code: str) -> Callable[[int], Score]:
    return lambda total: _against_cutoff(code, total)


# Instruments that were answered elsewhere: their totals come in as they are.
SCORERS_OF_TOTALS: Mapping[str, Callable[[int], Score]] = MappingProxyType(
    {
        "EPDS": _band_of("EPDS"),
        "EPDS10": _cutoff_of("EPDS10"),
        "PCL5": _cutoff_of("PCL5"),
        "ISI": _band_of("ISI"),
        "WSAS": _band_of("WSAS"),
        "DAST10": _band_of("DAST10"),
        "WHO5": _band_of("WHO5"),
    }
)

# Instruments whose answers are a plain list and whose score needs nothing else.
SCORERS_OF_ITEMS: Mapping[str, Callable[[Sequence[int]], Score]] = MappingProxyType(
    {
        "PHQ2": score_phq2,
        "PHQ4": score_phq4,
        "PHQ8": score_phq8,
        "PHQ9": score_phq9,
        "GAD2": score_gad2,
        "GAD7": score_gad7,
        "K6": score_k6,
        "SCOFF": score_scoff,
        "HARK": score_hark,
    }
)
