"""What each factor is worth.

Source: the weights that the product's clinical material proposes; own judgement, to be checked
against outcomes.
"""

from types import MappingProxyType

WEIGHTS = MappingProxyType(
    {
        "need": 25,
        "preference": 25,
        "time": 20,
        "cost": 10,
        "culture_language": 10,
        "access": 5,
        "data_trust": 5,
    }
)
URGENT_TIME = 35
URGENT_LEVELS = frozenset({"urgent", "urgent_medical"})

GRADE = MappingProxyType({"A": 1.0, "B": 0.7, "C": 0.4})
UNGRADED = 0.2
TRAINING = MappingProxyType({"certified": 1.0, "trained": 0.85, "self_declared": 0.6})
PRESCRIBING = TRAINING["trained"]
MANY_MODALITIES = 8
MANY_DISCOUNT = 0.5


def weights_for(level_of_care: str) -> dict[str, int]:
    """Return the weight of each factor at a level of care; in urgent need, time counts more."""
    weights = dict(WEIGHTS)
    if level_of_care in URGENT_LEVELS:
        weights["time"] = URGENT_TIME
    return weights
