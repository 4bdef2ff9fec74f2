"""What to know before one calls, and what nobody here has checked."""

from datetime import date, timedelta

from directory.matching.case import Case
from directory.providers.freshness import days_since, is_fresh
from directory.vocabulary import LICENSES

SOON = timedelta(days=30)


def cautions(case: Case) -> tuple[str, ...]:
    """Return what a person should know about this provider before they call."""
    provider, today = case.provider, case.today
    independent = any(LICENSES[license].independent for license in case.licenses)
    found = {
        "This person is not licensed. They help with goals and skills. They do not treat a "
        "health problem.": provider.is_coach,
        "This person works under a supervisor.": bool(case.licenses) and not independent,
        "Ask if they can give a diagnosis.": _may_not_diagnose(case),
        "Their office is in another state. Ask where you would meet.": _meets_elsewhere(case),
        "This license runs out soon. Ask if it was renewed.": _runs_out_soon(case),
        _stale_words(case): not is_fresh("availability", provider.availability.confirmed_at, today),
    }
    return tuple(words for words, holds in found.items() if holds)


def _may_not_diagnose(case: Case) -> bool:
    if case.request.seeks not in {"diagnosis", "both"}:
        return False
    return not any(LICENSES[license].may_diagnose == "yes" for license in case.licenses)


def _meets_elsewhere(case: Case) -> bool:
    """Tell whether the only way left to meet is in an office outside of the person's state."""
    states = {place.state for place in case.provider.locations}
    in_person_only = set(case.meeting.ways) == {"in_person"}
    return in_person_only and bool(states) and case.request.state not in states


def _runs_out_soon(case: Case) -> bool:
    """Tell whether the last licence that counts here ends within a month."""
    held = case.provider.licenses_active_in(case.request.state, case.today)
    ends = [license.expires for license in held]
    return bool(ends) and all(end is not None and end <= case.today + SOON for end in ends)


def _stale_words(case: Case) -> str:
    confirmed: date | None = case.provider.availability.confirmed_at
    if confirmed is None:
        return "No one has confirmed these openings. Call first."
    days = days_since(confirmed, case.today)
    return f"These openings were confirmed {days} days ago. Call first."


def not_checked(case: Case) -> tuple[str, ...]:
    """Return what this listing leaves open, wish by wish, and what no listing can tell."""
    found = [f"Whether this person {w.need}" for w in case.wishes if w.state == "not_known"]
    if case.request.cost.payer is not None:
        found.append("What your own plan pays. Ask your plan.")
    if case.provider.fee is None and case.request.cost.max_fee is None:
        found.append("The fee")
    return tuple(found)
