"""What to know before one calls, and what nobody here has checked."""

from datetime import date, timedelta

from directory.matching.request import MatchRequest
from directory.matching.wishes_met import wishes
from directory.providers import Provider
from directory.providers.freshness import days_since, is_fresh
from directory.vocabulary import LICENSES

_SOON = timedelta(days=30)


def cautions(request: MatchRequest, provider: Provider, today: date) -> tuple[str, ...]:
    """Return what a person should know about this provider before they call."""
    held = provider.licenses_active_in(request.state, today)
    independent = any(LICENSES[license.license].independent for license in held)
    found = {
        "This person is not licensed. They help with goals and skills. They do not treat a "
        "health problem.": provider.is_coach,
        "This person works under a supervisor.": bool(held) and not independent,
        "This license runs out soon. Ask if it was renewed.": any(
            license.expires and license.expires <= today + _SOON for license in held
        ),
        _stale_words(provider, today): not is_fresh(
            "availability", provider.availability.confirmed_at, today
        ),
        "This is a made-up person who shows how the site works.": provider.demo,
    }
    return tuple(words for words, holds in found.items() if holds)


def _stale_words(provider: Provider, today: date) -> str:
    confirmed = provider.availability.confirmed_at
    if confirmed is None:
        return "Nobody has confirmed these openings. Call first."
    return f"These openings were confirmed {days_since(confirmed, today)} days ago. Call first."


def not_checked(request: MatchRequest, provider: Provider) -> tuple[str, ...]:
    """Return what this listing leaves open, wish by wish, and what no listing can tell."""
    unknown = [wish.need for wish in wishes(request, provider) if wish.state == "not_known"]
    found = [f"Whether this person {need}" if " " in need else need for need in unknown]
    if request.cost.payer is not None:
        found.append("What your own plan pays. Ask your plan.")
    if provider.fee is None:
        found.append("The fee")
    return tuple(found)
