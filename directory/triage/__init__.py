"""Triage: answers in, level of care, safety flags and reasons out; nothing is kept."""

from directory.triage.answers import TriageAnswers, reports_danger
from directory.triage.crisis import Crisis, CrisisLine, crisis_card
from directory.triage.own_words import OutOfScope, OwnWords, Suggestion, read_own_words
from directory.triage.result import Reason, TriageResult, age_group_of, assess

__all__ = [
    "Crisis",
    "CrisisLine",
    "OutOfScope",
    "OwnWords",
    "Reason",
    "Suggestion",
    "TriageAnswers",
    "TriageResult",
    "age_group_of",
    "assess",
    "crisis_card",
    "read_own_words",
    "reports_danger",
]
