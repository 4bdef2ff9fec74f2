"""Findings: the answers, what they score and which flags they raise, ready for the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.triage.answers import TriageAnswers
from directory.triage.instrument_answers import ExternalScores, InstrumentAnswers
from directory.triage.safety import safety_flags
from directory.triage.scoring import (
    SCORERS_OF_ITEMS,
    SCORERS_OF_TOTALS,
    Score,
    Sex,
    complete,
    score_asq,
    score_auditc,
    score_cssrs,
    score_drug,
    score_mdq,
    score_pcptsd5,
)
from directory.vocabulary import CONCERNS, GOALS, Concern
from directory.vocabulary.instruments import INSTRUMENTS


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules look at."""

    answers: TriageAnswers
    scores: Mapping[str, Score]
    flags: tuple[str, ...]

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """The chosen concerns, the main one first."""
        return tuple(CONCERNS[code] for code in self.answers.concerns)

    @property
    def wants_deep_change(self) -> bool:
        """Say whether they want to go deeper, or name a goal for licensed help only."""
        goals = (GOALS[code] for code in self.answers.goals)
        return self.answers.wants in {"deeper", "both"} or any(g.licensed_only for g in goals)

    def total(self, code: str) -> int:
        """Return a total, or -1 where the instrument was not scored, which meets no cut-off."""
        score = self.scores.get(code)
        return -1 if score is None or score.total is None else score.total

    def phq(self) -> int:
        """Return the higher total of PHQ-9 and PHQ-8, which stands for it."""
        return max(self.total("PHQ9"), self.total("PHQ8"))

    @property
    def is_mildly_strained(self) -> bool:
        """Say whether PHQ-9, PHQ-8, GAD-7 or PHQ-4 stands in its mild band."""
        return 5 <= self.phq() <= 9 or 5 <= self.total("GAD7") <= 9 or 3 <= self.total("PHQ4") <= 5

    def is_positive(self, code: str) -> bool:
        """Say whether an instrument was scored and met its cut-off."""
        score = self.scores.get(code)
        return score is not None and bool(score.positive)


def findings_of(answers: TriageAnswers) -> Findings:
    """Score the answers and raise their flags."""
    scores = score_answers(answers)
    return Findings(answers, scores, safety_flags(answers, scores))


def score_answers(answers: TriageAnswers) -> Mapping[str, Score]:
    """Return the score of each instrument that was answered in full, in a fixed order."""
    scores = {
        **_scores_of_items(answers.instruments),
        **_scores_of_their_own(answers.instruments, answers.sex),
        **_scores_of_totals(answers.external_scores),
    }
    return MappingProxyType({code: scores[code] for code in INSTRUMENTS if code in scores})


def _scores_of_items(given: InstrumentAnswers) -> dict[str, Score]:
    scores = {}
    for code, scorer in SCORERS_OF_ITEMS.items():
        items = complete(getattr(given, code) or ())
        if items:
            scores[code] = scorer(items)
    return scores


def _scores_of_their_own(given: InstrumentAnswers, sex: Sex) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    if given.ASQ is not None or given.ASQ_NOW == 1:
        scores["ASQ"] = score_asq(given.ASQ or (), given.ASQ_NOW)
    if given.DRUG is not None:
        scores["DRUG"] = score_drug(given.DRUG)
    if drinking := complete(given.AUDITC or ()):
        scores["AUDITC"] = score_auditc(drinking, sex)
    if trauma := given.PCPTSD5:
        items = complete(trauma.items or ())
        if trauma.gate is not None and items is not None:
            scores["PCPTSD5"] = score_pcptsd5(trauma.gate, items)
    return scores


def _scores_of_totals(given: ExternalScores) -> dict[str, Score]:
    scores = {
        code: scorer(total)
        for code, scorer in SCORERS_OF_TOTALS.items()
        if (total := getattr(given, code)) is not None
    }
    if given.CSSRS is not None:
        scores["CSSRS"] = score_cssrs(given.CSSRS)
    if mood := given.MDQ:
        scores["MDQ"] = score_mdq(mood.yes, mood.same_time, mood.problem)
    return scores
