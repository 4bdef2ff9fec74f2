"""Random triage results: such as we give ourselves, and such as a foreign system may send."""

from dataclasses import dataclass
from random import Random
from typing import Any

from directory.matching import MatchRequest
from directory.triage import assess
from directory.vocabulary import (
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    FORMATS,
    GOALS,
    LEVELS_OF_CARE,
    PAYERS,
    SAFETY_FLAGS,
    SERVICES,
    STATES,
)
from directory.wishes import PREFERENCE_VALUES
from tests.oracle.draw_answers import draw_answers
from tests.oracle.words import FLAGS_OF_WORDS

Json = dict[str, Any]

_BUSY_STATES = ("CA", "CA", "TX", "FL", "NY", "AZ", "OH", "PA", "GA", "IL", "MI", "MO", "KS", "VT")
_ZIPS = (
    *("94110", "90280", "75201", "77002", "33101", "10001", "14201", "85001", "43004", "19103"),
    *("30303", "60601", "48201", "27601", "28801", "22201", "37201", "98101", "07102", "63101"),
    *("66101", "66770", "02108", "05401", "84101", "59601", "99501", "96813", "00901", "96910"),
)
_MILES = (0.1, 5, 10, 25.5, 50, 100, 500, 5000)
_FEES = (0, 20, 60, 90, 99.5, 120, 150, 200, 300, 10_000)
_BUSY_PAYERS = ("aetna", "bcbs", "cigna", "uhc", "medicare", "medicaid", "self_pay")
_BUSY_LANGUAGES = ("en", "es", "zh", "fr", "am")
_COUPLE_CONCERNS = (
    *("ipv_survivor", "ipv_perpetrator", "relationship_distress", "infidelity"),
    *("premarital", "separation_divorce", "suicidal", "testing", "medication"),
)
_FACTORS = ("preference", "time", "cost", "culture_language", "access", "data_trust")
_LIMITS = (10,) * 12 + (1, 2, 3, 5, 20, 100)


@dataclass(frozen=True)
class Draw:
    """One request: a triage result, the flags that its words raise, and the parameters."""

    number: int
    result: Json
    flags_of_text: tuple[str, ...]
    limit: int
    show_providers: bool


def draw(seed: int, number: int) -> Draw:
    """Return the n-th request of a seed, the same on every machine, whatever was drawn before."""
    random = Random(f"{seed}/{number}")
    make = random.choices((_own, _foreign, _bare), (45, 50, 5))[0]
    result = make(random) | _overrides(random)
    flags = FLAGS_OF_WORDS.get(result.get("text") or "", ())
    return Draw(number, result, flags, random.choice(_LIMITS), random.random() < 0.5)


def _overrides(random: Random) -> Json:
    """What the person puts before our order, as far as this version takes it in."""
    overrides: Json = {}
    if random.random() < 0.1:
        overrides["order"] = random.choice(("best", "soonest", "nearest", "fee"))
    if random.random() < 0.1:
        overrides["leave_out"] = _some(random, _FACTORS, 3)
    return {name: value for name, value in overrides.items() if name in MatchRequest.model_fields}


def _bare(random: Random) -> Json:
    """The three fields that are required, and nothing else."""
    return {
        "level_of_care": random.choice(list(LEVELS_OF_CARE)),
        "age_group": random.choice(list(AGE_GROUPS)),
        "state": _state(random),
    }


def _own(random: Random) -> Json:
    """A result of our own triage, whole as the API gives it out."""
    answers = draw_answers(random, _wishes(random) | {"state": _state(random)})
    return assess(answers).model_dump(mode="json", by_alias=True)


def _foreign(random: Random) -> Json:
    """A result of another system, whose fields need not agree with one another."""
    level = _mostly(random, list(LEVELS_OF_CARE), ("support", "psychotherapy", "urgent"))
    result = _bare(random) | _wishes(random) | {"level_of_care": level}
    result["safety_flags"] = _some(random, SAFETY_FLAGS, 2) if random.random() < 0.3 else []
    result["services"] = _some(random, SERVICES, 3)
    maybe = {
        "age": random.randint(0, 100),
        "seeks": random.choice(("diagnosis", "growth", "both", "unsure", None)),
        "on_medication": random.choice((True, False, None)),
        "intent": random.choice(("psychotherapy", "support", "both", None)),
        "scores": {},
        "crisis": None,
    }
    return result | {name: value for name, value in maybe.items() if random.random() < 0.4}


def _wishes(random: Random) -> Json:
    """What answers and results share: the need, the place, and what is asked of a provider."""
    wishes: Json = {
        "concerns": _concerns(random),
        "goals": _some(random, GOALS, 3) if random.random() < 0.5 else [],
        "formats": _mostly_few(random, FORMATS),
        "delivery": _mostly_few(random, DELIVERY),
        "preferences": [_preference(random) for _ in range(_few(random))],
    }
    maybe = {
        "zip": random.choice(_ZIPS),
        "within_miles": random.choice(_MILES),
        "exploration_comfort": random.randint(1, 5),
        "coverage": _coverage(random),
        "text": random.choice(list(FLAGS_OF_WORDS)),
    }
    chance = {"text": 0.2, "within_miles": 0.3}
    return wishes | {
        name: value for name, value in maybe.items() if random.random() < chance.get(name, 0.5)
    }


def _concerns(random: Random) -> list[str]:
    codes = [code for code in CONCERNS if code != "unsure"]
    harmless = [code for code in codes if not CONCERNS[code].clinical]
    pool = random.choices((codes, harmless, _COUPLE_CONCERNS), (55, 30, 15))[0]
    return _some(random, pool, 3)


def _coverage(random: Random) -> Json | None:
    return random.choice(
        (
            None,
            {"payer": _mostly(random, list(PAYERS), _BUSY_PAYERS)},
            {"max_fee": random.choice(_FEES)},
            {"sliding_scale": True},
            {
                "payer": random.choice(_BUSY_PAYERS),
                "max_fee": random.choice(_FEES),
                "sliding_scale": random.random() < 0.5,
            },
        )
    )


def _preference(random: Random) -> Json:
    factor = random.choice(list(PREFERENCE_VALUES))
    values = list(PREFERENCE_VALUES[factor])
    busy = {"language": _BUSY_LANGUAGES, "modality": ("CBT", "ACT", "EMDR", "EFCT", "GOTTMAN")}
    return {
        "factor": factor,
        "value": _mostly(random, values, busy.get(factor, values)),
        "strength": random.choices(("must", "prefer", "avoid"), (35, 45, 20))[0],
    }


def _state(random: Random) -> str:
    return _mostly(random, list(STATES), _BUSY_STATES)


def _mostly(random: Random, all: Any, busy: Any) -> Any:
    return random.choice(list(busy if random.random() < 0.6 else all))


def _some(random: Random, codes: Any, most: int) -> list[str]:
    return random.sample(list(codes), random.randint(0, most))


def _mostly_few(random: Random, codes: Any) -> list[str]:
    return random.sample(list(codes), random.choices((0, 1, 2, 3), (45, 35, 15, 5))[0])


def _few(random: Random) -> int:
    return random.choices((0, 1, 2, 5), (45, 30, 20, 5))[0]
