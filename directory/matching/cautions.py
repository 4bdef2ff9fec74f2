"""What to know before one calls, and what nobody here has checked."""

from datetime import date, timedelta

from directory.matching.case import Case
from directory.providers.freshness import days_since, is_fresh
from directory.sentences import say
from directory.vocabulary import LICENSES

SOON = timedelta(days=30)
_UNLICENSED = say(
    "This person is not licensed. They help with goals and skills. They do not treat a health "
    "problem."
)
_SUPERVISED = say("This person works under a supervisor.")
_MAY_NOT_DIAGNOSE = say("Ask if they can give a diagnosis.")
_ELSEWHERE = say("Their office is in another state. Ask where you would meet.")
_RUNS_OUT = say("This license runs out soon. Ask if it was renewed.")
_NEVER_CONFIRMED = say("No one has confirmed these openings. Call first.")
_WHAT_IT_PAYS = say("What your own plan pays. Ask your plan.")
_FEE = say("The fee")


def cautions(case: Case) -> tuple[str, ...]:
    """Return what a person should know about this provider before they call."""
    provider, today = case.provider, case.today
    independent = any(LICENSES[license].independent for license in case.licenses)
    is_recent = is_fresh("availability", provider.availability.confirmed_at, today)
    found = (
        (_UNLICENSED, provider.is_coach),
        (_SUPERVISED, bool(case.licenses) and not independent),
        (_MAY_NOT_DIAGNOSE, _may_not_diagnose(case)),
        (_ELSEWHERE, _meets_elsewhere(case)),
        (_RUNS_OUT, _runs_out_soon(case)),
    )
    told = tuple(words for words, holds in found if holds)
    return told if is_recent else (*told, _stale_words(case))


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
        return _NEVER_CONFIRMED
    days = days_since(confirmed, case.today)
    return say("These openings were confirmed {days} days ago. Call first.", days=days)


def not_checked(case: Case) -> tuple[str, ...]:
    """Return what this listing leaves open, wish by wish, and what no listing can tell."""
    unknown = (wish.need for wish in case.wishes if wish.state == "not_known")
    found = [say("Whether this person {need}", need=need) for need in unknown]
    if case.request.cost.payer is not None:
        found.append(_WHAT_IT_PAYS)
    if case.provider.fee is None and case.request.cost.max_fee is None:
        found.append(_FEE)
    return tuple(found)
