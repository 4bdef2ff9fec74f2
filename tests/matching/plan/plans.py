"""The plans for requests of the tests."""

from typing import Any

from directory.matching import Plan, match
from directory.providers import Provider
from tests.factories import make_coach, make_provider
from tests.matching.asking import TODAY, asking, matched

URGENT = ("crisis", "emergency_medical", "urgent", "urgent_medical")
LATER = ("soon", "intensive", "psychotherapy_and_medication", "psychotherapy", "counselling")


def plan_for(*providers: Provider, **changes: Any) -> Plan:
    """Return the plan where these listings are all there are."""
    return matched(*providers, **changes).plan


def plan_of_first(*providers: Provider, limit: int = 1, **changes: Any) -> Plan:
    """Return the plan where only the first few are shown."""
    return match(asking(**changes), providers, TODAY, limit).plan


def group(**changes: Any) -> dict[str, Any]:
    facts = {
        "name": "After a loss",
        "theme": "grief",
        "kind": "educational",
        "seats": 8,
        "open": 3,
        "starts": None,
        "schedule": "Tuesdays at 6 pm",
    }
    return facts | changes


def leader(*groups: dict[str, Any], **changes: Any) -> Provider:
    """Return somebody who leads groups beside individual work."""
    return make_provider(formats=["individual", "group"], groups=list(groups), **changes)


def leading_coach(*groups: dict[str, Any]) -> Provider:
    return make_coach(formats=["individual", "group"], groups=list(groups))
