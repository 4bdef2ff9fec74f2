"""What to know of insurance before one calls, where a health plan is to pay."""

from directory.matching.request import MatchRequest
from directory.sentences import say
from directory.vocabulary.payers import NO_PLANS

_WORDS = say(
    "Most health plans pay only where a licensed person finds a condition that can be named. "
    "Ask your plan before you book. Plans do not pay for a coach."
)


def insurance(request: MatchRequest) -> str | None:
    """Return what health plans usually ask for; None where no plan is to pay."""
    payer = request.cost.payer
    return None if payer is None or payer in NO_PLANS else _WORDS
