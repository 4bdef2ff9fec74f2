"""Random answers of our own triage, most of them harmless, with refusals in between."""

from collections.abc import Mapping
from random import Random
from typing import Any

from directory.triage import TriageAnswers
from directory.vocabulary import SAFETY_FLAGS

_LENGTHS = {"PHQ2": 2, "PHQ4": 4, "PHQ8": 8, "PHQ9": 9, "GAD2": 2, "GAD7": 7}
_YES_NO = {"HARK": 4, "SCOFF": 5, "ASQ": 4}
_WORDS = {
    "for": ("self", "self", "self", "child", "other"),
    "wants": ("tools", "deeper", "both", "unsure"),
    "duration": ("under_2_weeks", "2_weeks_to_3_months", "3_to_12_months", "over_1_year"),
    "seeks": ("diagnosis", "growth", "both", "unsure"),
    "tried_coping": ("helped", "not_enough", "no"),
    "difficulty": ("not", "not", "somewhat", "very", "extremely"),
    "sex": ("female", "male"),
    "on_medication": (True, False, False),
    "danger_now": (True,) + (False,) * 30,
}
_EXTERNAL = {
    "CSSRS": ("none", "low", "moderate", "high"),
    "EPDS": tuple(range(31)),
    "EPDS10": (0, 0, 0, 1, 2, 3),
    "PCL5": tuple(range(81)),
}


def draw_answers(random: Random, wishes: Mapping[str, Any]) -> TriageAnswers:
    """Return answers that hold some wishes; a third of the people want no more than tools."""
    answers = dict(wishes) | {"age": _age(random)}
    if random.random() < 0.3:
        return TriageAnswers.model_validate(_light(random, answers))
    answers |= {name: random.choice(of) for name, of in _WORDS.items() if random.random() < 0.6}
    answers["instruments"] = _instruments(random)
    if random.random() < 0.1:
        answers["red_flags"] = [random.choice(list(SAFETY_FLAGS))]
    if random.random() < 0.1:
        name = random.choice(list(_EXTERNAL))
        answers["external_scores"] = {name: random.choice(_EXTERNAL[name])}
    return TriageAnswers.model_validate(answers)


def _light(random: Random, answers: dict[str, Any]) -> dict[str, Any]:
    """Answers that lead to `support` unless a concern, a goal, the age or the payer forbids it."""
    return answers | {
        "wants": "tools",
        "seeks": "growth",
        "difficulty": "not",
        "instruments": {"ASQ": [0, 0, 0, 0], "PHQ4": random.choice(([0, 0, 0, 0], [1, 0, 1, 0]))},
    }


def _age(random: Random) -> int:
    edges = (0, 12, 13, 17, 18, 64, 65, 120)
    return random.choice(edges) if random.random() < 0.1 else random.randint(5, 90)


def _instruments(random: Random) -> dict[str, Any]:
    worst = random.choices((0, 1, 2, 3), (20, 40, 20, 20))[0]
    asked: dict[str, Any] = {
        name: [random.randint(0, worst) for _ in range(length)]
        for name, length in _LENGTHS.items()
        if random.random() < 0.3
    }
    for name, length in _YES_NO.items():
        if random.random() < 0.4:
            answers = random.choices((0, 1, None), (94, 4, 2), k=length)
            asked[name] = answers
    if random.random() < 0.2:
        asked["ASQ_NOW"] = random.choice((0, 0, 1, None))
    if random.random() < 0.2:
        asked["AUDITC"] = [random.randint(0, 4) for _ in range(3)]
    return asked
