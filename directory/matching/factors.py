"""The factors of the ranking: each returns a value from 0 to 1 with the sentence that says why."""

from collections.abc import Callable
from datetime import date

from directory.matching.case import Case
from directory.matching.formulas import (
    nearness,
    tenths_of,
    time_value,
    trust_value,
    wishes_value,
    with_nearness,
    with_words,
)
from directory.matching.need_factor import need_finding
from directory.matching.outcome import Reason, Saying
from directory.matching.phrases import listed, sentence
from directory.matching.weights import weights_for
from directory.matching.wishes_met import State, Wish
from directory.providers.freshness import days_since, is_fresh

Finding = tuple[float, tuple[Saying, ...]]


def reasons(case: Case) -> tuple[Reason, ...]:
    """Return what each factor found, in points whose most is 100 in sum.

    A factor that the person did not ask about is left out, and the others share its weight.
    """
    weights = weights_for(case.request.level_of_care)
    found = {name: finding for name, factor in _FACTORS.items() if (finding := factor(case))}
    whole = sum(weights[name] for name in found)
    return tuple(
        Reason(name, int(tenths_of(weights[name], whole, value)), sayings)
        for name, (value, sayings) in found.items()
    )


def _need(case: Case) -> Finding:
    value, sayings = need_finding(case)
    if case.request.text:
        value = with_words(value, case.relevance)
    return value, sayings


def _wishes_of(factor: str) -> Callable[[Case], Finding | None]:
    def finding(case: Case) -> Finding | None:
        asked = [wish for wish in case.wishes if wish.factor == factor]
        return _average(asked) if asked else None

    return finding


def _average(asked: list[Wish]) -> Finding:
    states: tuple[State, ...] = ("met", "not_known", "not_met")
    found = {state: [wish for wish in asked if wish.state == state] for state in states}
    value = wishes_value(len(found["met"]), len(found["not_known"]), len(asked))
    return value, tuple(Saying(state, _told(state, some)) for state, some in found.items() if some)


def _told(state: str, some: list[Wish]) -> str:
    if state == "not_known":
        return f"Not known if this person {listed((wish.need for wish in some), 'or')}."
    return sentence(listed(wish.found for wish in some))


def _time(case: Case) -> Finding:
    availability = case.provider.availability
    days, accepting = availability.next_opening_days, availability.accepting
    return time_value(accepting, days), _openings(accepting, days)


def _openings(accepting: str, days: int | None) -> tuple[Saying, ...]:
    if accepting == "unknown":
        return (Saying("not_known", "We do not know if they take new people right now."),)
    if accepting == "waitlist":
        how_long = "They keep a wait list. We do not know how long it is."
        if days is not None:
            how_long = f"They keep a wait list of about {_days(days)}."
        return (Saying("not_met", how_long),)
    if days is None:
        how_soon = Saying("not_known", "We do not know how soon.")
        return Saying("met", "They take new people."), how_soon
    text = f"They take new people. The next opening is in about {_days(days)}."
    return (Saying("met", text),)


def _days(days: int) -> str:
    if days < 1:
        return "a day"
    return "1 day" if days == 1 else f"{days} days"


def _access(case: Case) -> Finding | None:
    asked = _wishes_of("access")(case)
    miles = case.meeting.miles
    if miles is None or case.meeting.needs_no_trip:
        return asked
    near = nearness(miles)
    away = Saying("met" if near else "not_met", f"Is about {miles:.0f} miles from you.")
    if asked is None:
        return near, (away,)
    told = any(wish.drop == "within_miles" for wish in case.wishes)
    return with_nearness(asked[0], near), asked[1] if told else (*asked[1], away)


def _data_trust(case: Case) -> Finding:
    confirmed = case.provider.availability.confirmed_at
    held = case.provider.licenses_active_in(case.request.state, case.today)
    checked = any(license.verified_at for license in held)
    others = case.provider.confirmed
    fresh = [is_fresh(fact, day, case.today) for fact, day in others.items()]
    is_recent = is_fresh("availability", confirmed, case.today)
    value = trust_value(is_recent, checked, sum(fresh) / len(fresh) if fresh else 0.0)
    openings = Saying("met" if is_recent else "not_known", _trust_words(confirmed, case.today))
    return value, (openings, *((Saying("met", "Their license was checked."),) if checked else ()))


def _trust_words(confirmed: date | None, today: date) -> str:
    if confirmed is None:
        return "No one has confirmed their openings yet."
    return f"They last confirmed their openings {_ago(days_since(confirmed, today))}."


def _ago(days: int) -> str:
    return "today" if days == 0 else f"{_days(days)} ago"


_FACTORS: dict[str, Callable[[Case], Finding | None]] = {
    "need": _need,
    "preference": _wishes_of("preference"),
    "time": _time,
    "cost": _wishes_of("cost"),
    "culture_language": _wishes_of("culture_language"),
    "access": _access,
    "data_trust": _data_trust,
}
