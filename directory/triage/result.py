"""The result of a triage: what help, how soon and why, ready for matching."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from directory.fields import (
    AgeGroupCode,
    ConcernCode,
    DeliveryCode,
    FormatCode,
    GoalCode,
    LevelCode,
    SafetyFlagCode,
    Said,
    ServiceCode,
    ServiceIntentCode,
    StateCode,
    unique,
)
from directory.triage.answers import Seeks, TriageAnswers
from directory.triage.crisis import Crisis, crisis_card
from directory.triage.findings import Findings, findings_of
from directory.triage.level_of_care import level_of, rules_that_fire
from directory.triage.scoring import Score
from directory.vocabulary.rules import Rule
from directory.wishes import Coverage, Preference

ShownScore = dict[str, int | str | bool]


class Reason(BaseModel):
    """One rule that fired, in plain words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    text: Said


class TriageResult(BaseModel):
    """What the answers come to; a document that any matching service can take in."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    schema_: Literal["triage-result/1"] = Field(default="triage-result/1", alias="schema")
    level_of_care: LevelCode
    intent: ServiceIntentCode
    safety_flags: tuple[SafetyFlagCode, ...]
    concerns: tuple[ConcernCode, ...]
    scores: dict[str, ShownScore]
    age_group: AgeGroupCode
    age: int
    state: StateCode
    zip: str | None
    within_miles: float | None
    formats: tuple[FormatCode, ...]
    delivery: tuple[DeliveryCode, ...]
    services: tuple[ServiceCode, ...]
    seeks: Seeks | None
    on_medication: bool
    exploration_comfort: int | None
    coverage: Coverage | None
    preferences: tuple[Preference, ...]
    goals: tuple[GoalCode, ...]
    text: str
    because: tuple[Reason, ...]
    crisis: Crisis | None

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Show nothing: answers must not end up in a log by accident."""
        return []


def assess(answers: TriageAnswers) -> TriageResult:
    """Turn answers into a level of care, the flags, the reasons and, where needed, the card."""
    findings = findings_of(answers)
    fired = rules_that_fire(findings)
    level, age_group = level_of(fired), age_group_of(answers.age)
    return TriageResult(
        level_of_care=level,
        intent="support" if level == "support" else "psychotherapy",
        safety_flags=findings.flags,
        concerns=answers.concerns,
        scores={code: _shown(score) for code, score in findings.scores.items()},
        age_group=age_group,
        age=answers.age,
        state=answers.state,
        zip=answers.zip,
        within_miles=answers.within_miles,
        formats=_safe_formats(findings),
        delivery=answers.delivery,
        services=_services(level, fired, answers),
        seeks=answers.seeks,
        on_medication=answers.on_medication,
        exploration_comfort=answers.exploration_comfort,
        coverage=answers.coverage,
        preferences=answers.preferences,
        goals=answers.goals,
        text=answers.text,
        because=tuple(Reason(rule=rule.code, text=rule.text) for rule in fired if rule.named),
        crisis=crisis_card(level, findings.flags, age_group),
    )


def age_group_of(age: int) -> str:
    """Return the age group of an age in years."""
    if age <= 12:
        return "child"
    if age <= 17:
        return "teen"
    return "adult" if age <= 64 else "older_adult"


def _shown(score: Score) -> ShownScore:
    facts = {"total": score.total, "band": score.band, "positive": score.positive}
    return {name: fact for name, fact in facts.items() if fact is not None}


def _safe_formats(findings: Findings) -> tuple[str, ...]:
    """Return the formats asked for, without couples work where a partner is feared."""
    if "partner_violence" not in findings.flags:
        return findings.answers.formats
    return unique(tuple("individual" if f == "couples" else f for f in findings.answers.formats))


def _services(level: str, fired: tuple[Rule, ...], answers: TriageAnswers) -> tuple[str, ...]:
    """Return the services to look for: the talking first, then what the rules add to it."""
    if level == "support":
        return ("support",)
    added = (service for rule in fired for service in rule.services)
    testing = ("testing",) if "testing" in answers.concerns else ()
    return unique(("psychotherapy", *added, *testing))
