"""Level of care: every rule is asked, and the most urgent level of those that fire wins."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from directory.triage.findings import Findings
from directory.triage.safety import has_acute_suicide_risk, has_suicide_sign
from directory.triage.support import may_use_support
from directory.vocabulary import LEVELS_OF_CARE
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.rules import RULES, Rule

Predicate = Callable[[Findings], bool]

LONG = frozenset({"3_to_12_months", "over_1_year"})
# Two weeks to three months may be more than a month: waiting to be sure would delay care.
PERHAPS_OVER_A_MONTH = LONG | {"2_weeks_to_3_months"}
HARD = frozenset({"very", "extremely"})
HARDER_THAN_NOT = HARD | {"somewhat"}
TRAUMA = frozenset({"ptsd", "complex_trauma", "sexual_trauma", "child_trauma", "moral_injury"})
LOW_MOOD = frozenset({"depression", "dysthymia", "teen_depression", "postpartum"})
SUBSTANCES = frozenset({"alcohol", "substance_use", "opioid"})
EATING = frozenset({"anorexia", "bulimia", "binge_eating", "arfid"})


def _acute(f: Findings) -> bool:
    # An overdose beside thoughts of suicide may have been meant, and may be happening.
    meant_overdose = {"overdose", "suicide"} <= set(f.flags)
    return f.answers.danger_now or has_acute_suicide_risk(f.scores) or meant_overdose


def _flag(code: str) -> Predicate:
    return lambda f: code in f.flags


def _mind_in_danger(f: Findings) -> bool:
    return f.answers.danger_now and _mind_changed(f)


def _mind_unwell(f: Findings) -> bool:
    return not f.answers.danger_now and _mind_changed(f)


def _mind_changed(f: Findings) -> bool:
    return "psychosis" in f.flags or "mania" in f.flags


def _suicide_sign(f: Findings) -> bool:
    return has_suicide_sign(f.answers, f.scores)


def _low_suicide_risk(f: Findings) -> bool:
    return f.answers.external_scores.CSSRS == "low"


def _needs_more_than_visits(f: Findings) -> bool:
    so_far, concerns = set(f.answers.care_so_far), set(f.answers.concerns)
    return (
        (f.phq() >= 20 and f.answers.difficulty == "extremely")
        or ("outpatient_failed" in so_far and _is_severe(f))
        or ("relapsed" in so_far and not SUBSTANCES.isdisjoint(concerns))
        or ("not_improving" in so_far and not EATING.isdisjoint(concerns))
    )


def _is_severe(f: Findings) -> bool:
    return f.phq() >= 20 or f.total("GAD7") >= 15 or f.answers.difficulty == "extremely"


def _medication_in_question(f: Findings) -> bool:
    return f.answers.on_medication or any(c.med_eval == "required" for c in f.concerns)


def _severe(f: Findings) -> bool:
    dependence = INSTRUMENTS["AUDITC"].cutoffs["withdrawal_questions"]
    return f.phq() >= 15 or f.total("GAD7") >= 15 or f.total("AUDITC") >= dependence


def _moderate(f: Findings) -> bool:
    return (
        10 <= f.phq() <= 14
        or 10 <= f.total("GAD7") <= 14
        or f.total("PHQ4") >= 6
        or f.total("EPDS") >= 13
        or any(map(f.is_positive, ("PCPTSD5", "PCL5", "AUDITC", "DRUG", "SCOFF", "K6")))
        or f.answers.difficulty in HARD
    )


def _lasting(f: Findings) -> bool:
    return f.answers.duration in LONG and f.answers.difficulty in HARDER_THAN_NOT


def _must_not_wait(f: Findings) -> bool:
    if f.answers.duration not in PERHAPS_OVER_A_MONTH:
        return False
    return _trauma(f) or (_low_mood(f) and f.answers.difficulty in HARD)


def _trauma(f: Findings) -> bool:
    screened = f.is_positive("PCPTSD5") or f.is_positive("PCL5")
    return screened or not TRAUMA.isdisjoint(f.answers.concerns)


def _low_mood(f: Findings) -> bool:
    screened = f.phq() >= 10 or f.is_positive("PHQ2") or f.total("EPDS") >= 13
    return screened or not LOW_MOOD.isdisjoint(f.answers.concerns)


def _calls_for_treatment(f: Findings) -> bool:
    return (
        f.answers.tried_coping == "not_enough"
        or bool(f.answers.care_so_far)
        or f.answers.seeks in {"diagnosis", "both"}
        or any(concern.clinical for concern in f.concerns)
        or f.wants_deep_change
    )


def _mild(f: Findings) -> bool:
    if f.answers.duration in LONG or f.answers.difficulty in HARD:
        return False
    return f.is_mildly_strained


# The rules that answers alone decide. L09, L19 and L20 also depend on the other rules.
PREDICATES: Mapping[str, Predicate] = MappingProxyType(
    {
        "L00": _acute,
        "L01": _mind_in_danger,
        "L02": _flag("postpartum_psychosis"),
        "L03": _flag("withdrawal"),
        "L04": _flag("overdose"),
        "L05": _flag("eating_medical"),
        "L06": _suicide_sign,
        "L07": _low_suicide_risk,
        "L08": _mind_unwell,
        "L10": _flag("partner_violence"),
        "L11": _needs_more_than_visits,
        "L12": _medication_in_question,
        "L13": _severe,
        "L14": _moderate,
        "L15": _lasting,
        "L16": _must_not_wait,
        "L17": _calls_for_treatment,
        "L18": _mild,
        "L21": _flag("child_at_risk"),
    }
)


def rules_that_fire(findings: Findings) -> tuple[Rule, ...]:
    """Return every rule that fires, the highest priority first; at least one sets a level."""
    fired = {code for code, fires in PREDICATES.items() if fires(findings)}
    if not fired:
        fired.add("L19" if may_use_support(findings) else "L20")
    if findings.answers.age < 18 and any(_is_at_once(RULES[code]) for code in fired):
        fired.add("L09")
    return tuple(rule for code, rule in RULES.items() if code in fired)


def level_of(rules: tuple[Rule, ...]) -> str:
    """Return the most urgent level that the rules set."""
    levels = [rule.level for rule in rules if rule.level]
    return min(levels, key=lambda level: LEVELS_OF_CARE[level].rank)


def _is_at_once(rule: Rule) -> bool:
    """Say whether a rule sets crisis, a medical emergency or an urgent level (rule L09)."""
    return rule.level in {"crisis", "emergency_medical", "urgent", "urgent_medical"}
