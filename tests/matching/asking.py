"""Requests and listings for the tests of matching: only what a test is about needs to be said."""

from datetime import date
from typing import Any

from directory.matching import Match, MatchOutcome, MatchRequest, match
from directory.providers import Provider
from directory.vocabulary.license_titles import titles_in
from directory.vocabulary.licenses import PRESCRIBERS
from tests.factories import make_coach, make_license, make_provider

TODAY = date(2026, 11, 21)


def asking(**changes: Any) -> MatchRequest:
    """Return the request of an adult in California who needs psychotherapy."""
    facts = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
    return MatchRequest.model_validate(facts | changes)


def matched(*providers: Provider, today: date = TODAY, **changes: Any) -> MatchOutcome:
    return match(asking(**changes), providers, today, limit=100)


def the_match(provider: Provider, **changes: Any) -> Match:
    (found,) = matched(provider, **changes).matches
    return found


def is_matched(provider: Provider, **changes: Any) -> bool:
    return matched(provider, **changes).total == 1


def reason_against(provider: Provider, **changes: Any) -> str:
    (reason,) = matched(provider, **changes).excluded
    return reason


def reason_of(found: Match, factor: str) -> str:
    return next(reason.text for reason in found.reasons if reason.factor == factor)


def points_of(found: Match, factor: str) -> float:
    return next(reason.points for reason in found.reasons if reason.factor == factor)


def state_of(found: Match, need: str) -> str:
    return next(one.state for one in found.needs if one.need == need)


def opening(days: int) -> dict[str, Any]:
    """Return the availability of somebody whose next opening is in some days."""
    return {"accepting": "yes", "next_opening_days": days, "confirmed_at": "2026-11-10"}


def ids(outcome: MatchOutcome) -> list[str]:
    return [found.provider.id for found in outcome.matches]


def holder_of(license: str, **changes: Any) -> Provider:
    """Return somebody who holds this licence in California, or a coach."""
    if license == "coach":
        return make_coach(**changes)
    title = titles_in("CA", license)[0]
    facts = {
        "license": license,
        "licenses": [make_license(license=license, title=title)],
        "services": ["psychotherapy", *(["medication"] if license in PRESCRIBERS else [])],
        "accepts_suicidality": True,
    }
    return make_provider(**facts | changes)


def prescriber(**changes: Any) -> Provider:
    """Return a psychiatrist who offers medication alone."""
    return holder_of("psychiatrist", **{"services": ["medication"], "modalities": []} | changes)
