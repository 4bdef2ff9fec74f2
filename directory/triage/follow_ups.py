"""Follow-ups: the single questions that an answer leads to, and how a refusal of one is read.

Whoever declines a question that only a warning sign leads to is taken to have said yes: help comes
first, and the person can go past it. Sources: [own] APA 2020 and NICE CG178 on danger in psychosis
and mania; ASAM on overdose and withdrawal; NICE CG113 on care so far. Awaits a clinician.
"""

from collections.abc import Collection

from directory.triage.branches import screens_of
from directory.vocabulary.instruments import INSTRUMENTS

_MIND = frozenset({"psychosis", "mania"})
_LONG = frozenset({"3_to_12_months", "over_1_year"})
_HARD = frozenset({"very", "extremely"})
_DRINK_AND_DRUGS = frozenset({"alcohol", "substance_use", "opioid"})


def asks_about_danger_again(red_flags: Collection[str]) -> bool:
    """Say whether a changed mind calls for asking once more about danger right now."""
    return not _MIND.isdisjoint(red_flags)


def asks_about_overdose_now(red_flags: Collection[str]) -> bool:
    """Say whether to ask if an overdose is happening or was meant, which is a crisis."""
    return "overdose" in red_flags


def asks_about_withdrawal(drinking: int, red_flags: Collection[str]) -> bool:
    """Say whether an AUDIT-C total calls for asking about withdrawal, unless it was reported."""
    cutoff = INSTRUMENTS["AUDITC"].cutoffs["withdrawal_questions"]
    return drinking >= cutoff and "withdrawal" not in red_flags


def care_so_far_asked(
    concerns: Collection[str], difficulty: object, duration: object
) -> tuple[str, ...]:
    """Return the outcomes of earlier care that are worth asking about, none where they are not."""
    has_drug_concern = not _DRINK_AND_DRUGS.isdisjoint(concerns)
    has_eating_concern = any("SCOFF" in screens_of(concern) for concern in concerns)
    has_been_hard = difficulty in _HARD and duration in _LONG
    asked = {
        "outpatient_failed": has_drug_concern or has_eating_concern or has_been_hard,
        "relapsed": has_drug_concern,
        "not_improving": has_eating_concern,
    }
    return tuple(code for code, is_asked in asked.items() if is_asked)


def is_yes_or_declined(answer: object) -> bool:
    """Say whether the answer to such a question counts as yes: it is one, or it was declined."""
    return answer is True or answer is None
