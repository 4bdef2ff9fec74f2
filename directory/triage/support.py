"""Who may be shown unlicensed support: everything must speak for it and nothing against it."""

from directory.triage.findings import Findings

# "Not sure, just not OK" is no reason to rule out that something clinical lies behind it.
UNDECIDED = "unsure"


def may_use_support(findings: Findings) -> bool:
    """Say whether rule L19 holds, given that no other rule fired."""
    return (
        not findings.flags
        and findings.answers.age >= 18
        and _screens_are_clear(findings)
        and _asks_for_tools_alone(findings)
        and _concerns_are_everyday(findings)
    )


def _screens_are_clear(findings: Findings) -> bool:
    answers = findings.answers
    if answers.instruments.ASQ != (0, 0, 0, 0) or answers.difficulty != "not":
        return False
    # A mild strain that has lasted is no reason for L18, and still less one for a coach.
    return 0 <= findings.total("PHQ4") <= 2 and not findings.is_mildly_strained


def _asks_for_tools_alone(findings: Findings) -> bool:
    answers = findings.answers
    no_payer = answers.coverage is None or answers.coverage.payer is None
    return answers.wants == "tools" and answers.seeks == "growth" and no_payer


def _concerns_are_everyday(findings: Findings) -> bool:
    concerns = findings.concerns
    return bool(concerns) and all(c.code != UNDECIDED and not c.clinical for c in concerns)
