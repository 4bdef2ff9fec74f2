"""What a person needs, read off a triage result as the contract says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

CRISIS_FIRST = frozenset({"crisis", "emergency_medical"})
ACUTE = CRISIS_FIRST | {"urgent", "urgent_medical"}
SOON_UPWARDS = ACUTE | {"soon"}
NO_ASSOCIATES = SOON_UPWARDS | {"intensive"}
_FLAG_OF_CONCERN = {
    "suicidal": "suicide",
    "ipv_survivor": "partner_violence",
    "ipv_perpetrator": "partner_violence",
}
CONCERNS_OF_FEAR = frozenset(
    code for code, flag in _FLAG_OF_CONCERN.items() if flag == "partner_violence"
)


@dataclass(frozen=True)
class Preference:
    """One wish about the provider."""

    factor: str
    value: str
    strength: str


@dataclass(frozen=True)
class Person:
    """One triage result as the oracle reads it."""

    level: str
    age_group: str
    age: int | None
    state: str
    zip: str | None
    within_miles: float | None
    flags: frozenset[str]
    concerns: tuple[str, ...]
    goals: tuple[str, ...]
    formats: tuple[str, ...]
    delivery: tuple[str, ...]
    services: tuple[str, ...]
    seeks: str | None
    on_medication: bool
    exploration_comfort: int | None
    payer: str | None
    max_fee: float | None
    sliding_scale: bool
    preferences: tuple[Preference, ...]
    order: str
    leave_out: frozenset[str]

    @property
    def fears_partner(self) -> bool:
        """Whether nothing about couples may be shown, nor why."""
        return "partner_violence" in self.flags

    @property
    def is_acute(self) -> bool:
        """Whether the need is `urgent_medical` or more urgent."""
        return self.level in ACUTE

    @property
    def wants_both_roles(self) -> bool:
        """Whether a therapist and a prescriber belong side by side."""
        return self.level == "psychotherapy_and_medication"

    @property
    def hard_wishes(self) -> tuple[Preference, ...]:
        """The preferences that keep providers out; `prefer` only orders them."""
        return tuple(wish for wish in self.preferences if wish.strength != "prefer")


def read(result: Mapping[str, Any], flags_of_text: Collection[str] = ()) -> Person:
    """Read a triage result, given the flags that its own words raise; null is not known."""
    told = {name: value for name, value in result.items() if value is not None}
    coverage = told.get("coverage", {})
    flags = frozenset({*told.get("safety_flags", ()), *flags_of(told), *flags_of_text})
    return Person(
        level=told["level_of_care"],
        age_group=told["age_group"],
        age=told.get("age"),
        state=told["state"],
        zip=told.get("zip"),
        within_miles=told.get("within_miles"),
        flags=flags,
        concerns=tuple(told.get("concerns", ())),
        goals=tuple(told.get("goals", ())),
        formats=_formats(told.get("formats", ()), flags, told["level_of_care"]),
        delivery=tuple(told.get("delivery", ())),
        services=tuple(told.get("services", ())),
        seeks=told.get("seeks"),
        on_medication=bool(told.get("on_medication")),
        exploration_comfort=told.get("exploration_comfort"),
        payer=coverage.get("payer"),
        max_fee=coverage.get("max_fee"),
        sliding_scale=bool(coverage.get("sliding_scale")),
        preferences=tuple(Preference(**wish) for wish in told.get("preferences", ())),
        order=told.get("order", "best"),
        leave_out=frozenset(told.get("leave_out", ())),
    )


def flags_of(result: Mapping[str, Any]) -> frozenset[str]:
    """How answers are read 8: some concerns raise a flag, whoever read the answers."""
    found = (_FLAG_OF_CONCERN.get(code) for code in result.get("concerns", ()))
    return frozenset(filter(None, found))


def _formats(asked: Collection[str], flags: Collection[str], level: str) -> tuple[str, ...]:
    """How answers are read 9: `partner_violence` turns `couples` into `individual`.

    That a group is no fit in acute need is not in the contract but in docs/matching.md.
    """
    unfit = {"couples"} if "partner_violence" in flags else set()
    unfit |= {"group"} if level in ACUTE else set()
    return tuple(dict.fromkeys("individual" if one in unfit else one for one in asked))
