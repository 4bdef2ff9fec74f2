"""Made-up triages, the same ones every time, for seeing what an edition would change.

Nobody's answers are among them: they are drawn from the code lists alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from directory.matching import MatchRequest
from directory.matching.phrases import TELLING_CONCERNS
from directory.vocabulary import (
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    LANGUAGES,
    LEVELS_OF_CARE,
    MODALITIES,
    PAYERS,
    STATES,
)

COUNT = 200
_SEED = 1
# Most people need talk, so most samples do; at the two most urgent levels nobody is listed first.
_LEVELS = {
    "urgent": 1,
    "soon": 1,
    "intensive": 1,
    "psychotherapy_and_medication": 4,
    "psychotherapy": 8,
    "counselling": 4,
    "support": 1,
}
_AGES = {"adult": 6, "teen": 2, "child": 1, "older_adult": 1}
_YEARS = {"child": 9, "teen": 15, "adult": 34, "older_adult": 71}
_PLANS = ("aetna", "cigna", "medicaid", "medicare", "bcbs", "uhc")
_KINDS = ("CBT", "ACT", "EMDR", "IPT", "DBT", "PDT")
_LANGUAGES = ("es", "zh", "vi")


@dataclass(frozen=True, slots=True)
class SampleTriage:
    """One made-up person: the words that tell of them, and what they ask of the matcher."""

    words: str
    request: MatchRequest


def sample_triages(states: Sequence[str], count: int = COUNT) -> tuple[SampleTriage, ...]:
    """Return so many made-up triages in some states, the same ones for the same states."""
    if not states:
        return ()
    draw = Random(_SEED)  # noqa: S311  (nothing here is a secret)
    return tuple(_sample(draw, states) for _ in range(count))


def _sample(draw: Random, states: Sequence[str]) -> SampleTriage:
    age_group = _weighted(draw, _AGES)
    concern = draw.choice(_concerns_of(age_group))
    asked: dict[str, Any] = {
        "level_of_care": _weighted(draw, _LEVELS),
        "age_group": age_group,
        "age": _YEARS[age_group],
        "state": draw.choice(states),
        "concerns": (concern,),
    }
    wishes = _wishes(draw)
    words = (
        f"{AGE_GROUPS.label(age_group)} in {STATES.label(asked['state'])}",
        str(CONCERNS.label(concern)),
        str(LEVELS_OF_CARE.label(asked["level_of_care"])),
        *(said for said, _ in wishes),
    )
    for _, fields in wishes:
        asked["preferences"] = (*asked.get("preferences", ()), *fields.get("preferences", ()))
        asked |= {name: value for name, value in fields.items() if name != "preferences"}
    return SampleTriage("; ".join(words), MatchRequest.model_validate(asked))


def _wishes(draw: Random) -> list[tuple[str, dict[str, Any]]]:
    """Return what somebody wishes, in words and as fields: each wish of one person in three."""
    plan, kind, language = draw.choice(_PLANS), draw.choice(_KINDS), draw.choice(_LANGUAGES)
    way, fee = draw.choice(tuple(DELIVERY)), draw.choice((80, 120, 160))
    wishes = (
        (f"pays with {PAYERS.label(plan)}", {"coverage": {"payer": plan}}),
        (f"up to ${fee}", {"coverage": {"max_fee": fee}}),
        (f"would like {MODALITIES.label(kind)}", _preferring("modality", kind)),
        (f"speaks {LANGUAGES.label(language)}", _preferring("language", language)),
        (f"meets {DELIVERY.label(way).lower()}", {"delivery": (way,)}),
    )
    return [wish for wish in wishes if draw.random() < 1 / 3]


def _preferring(factor: str, value: str) -> dict[str, Any]:
    return {"preferences": ({"factor": factor, "value": value, "strength": "prefer"},)}


def _concerns_of(age_group: str) -> list[str]:
    """Return the concerns of an age; none of a partner's violence, which no page names."""
    population = "adult" if age_group == "older_adult" else age_group
    return [
        code
        for code, concern in CONCERNS.items()
        if population in concern.population and code not in TELLING_CONCERNS
    ]


def _weighted(draw: Random, weights: dict[str, int]) -> str:
    return draw.choices(tuple(weights), tuple(weights.values()))[0]
