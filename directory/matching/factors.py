"""The factors of the ranking: each returns a value from 0 to 1 with the sentence that says why."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from directory.matching.case import Case
from directory.matching.formulas import (
    Judged,
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
from directory.matching.ranking_table import RankingTable
from directory.matching.wish import STYLE, State, Wish
from directory.providers.freshness import days_since, is_fresh
from directory.providers.standing import held
from directory.sentences import say, say_many

Finding = tuple[float, tuple[Saying, ...]]
_MAY_TAKE = say("We do not know if they take new people right now.")
_WAIT_LIST = say("They keep a wait list. We do not know how long it is.")
_TAKES = say("They take new people.")
_NOT_KNOWN_WHEN = say("We do not know how soon.")
_CHECKED = say("Their license was checked.")


def reasons(case: Case) -> tuple[Reason, ...]:
    """Return what each factor found, in points whose most is 100 in sum.

    A factor that the person did not ask about or does not want counted is left out, and the others
    share its weight.
    """
    request = case.request
    factors = {name: find for name, find in _FACTORS.items() if name not in request.leave_out}
    found = {name: finding for name, find in factors.items() if (finding := find(case))}
    shares = case.table.shares(request.level_of_care, found)
    return tuple(
        Reason(name, int(tenths_of(shares[name], value)), sayings)
        for name, (value, sayings) in found.items()
    )


def _need(case: Case) -> Finding:
    value, sayings = need_finding(case)
    if case.request.text:
        value = with_words(case.table.need, value, case.relevance)
    return value, sayings


def _wishes_of(*factors: str) -> Callable[[Case], Finding | None]:
    def finding(case: Case) -> Finding | None:
        asked = [wish for wish in case.wishes if wish.factor in factors]
        return _average(case.table, asked) if asked else None

    return finding


def _average(table: RankingTable, asked: list[Wish]) -> Finding:
    plain = _judged(wish for wish in asked if wish.factor != STYLE)
    style = _judged(wish for wish in asked if wish.factor == STYLE)
    value = wishes_value(table, len(asked), plain, style)
    states: tuple[State, ...] = ("met", "not_known", "not_met")
    found = {state: [wish for wish in asked if wish.state == state] for state in states}
    return value, tuple(Saying(state, _told(state, some)) for state, some in found.items() if some)


def _judged(some: Iterable[Wish]) -> Judged[float]:
    counts = Counter(wish.state for wish in some)
    return Judged(counts["met"], counts["not_known"], counts["not_met"])


def _told(state: str, some: list[Wish]) -> str:
    if state == "not_known":
        needs = listed((wish.need for wish in some), "or")
        return say("Not known if this person {needs}.", needs=needs)
    return sentence(listed(wish.found for wish in some))


def _time(case: Case) -> Finding:
    availability = case.provider.availability
    days, accepting = availability.next_opening_days, availability.accepting
    return time_value(case.table.time, accepting, days), _openings(accepting, days)


def _openings(accepting: str, days: int | None) -> tuple[Saying, ...]:
    if accepting == "unknown":
        return (Saying("not_known", _MAY_TAKE),)
    if accepting == "waitlist":
        return (Saying("not_met", _WAIT_LIST if days is None else _wait_list(days)),)
    if days is None:
        return Saying("met", _TAKES), Saying("not_known", _NOT_KNOWN_WHEN)
    return (Saying("met", _next_opening(days)),)


def _wait_list(days: int) -> str:
    if days < 1:
        return say("They keep a wait list of about a day.")
    return say_many(
        "They keep a wait list of about {count} day.",
        "They keep a wait list of about {count} days.",
        days,
    )


def _next_opening(days: int) -> str:
    if days < 1:
        return say("They take new people. The next opening is in about a day.")
    return say_many(
        "They take new people. The next opening is in about {count} day.",
        "They take new people. The next opening is in about {count} days.",
        days,
    )


def _access(case: Case) -> Finding | None:
    asked = _wishes_of("access")(case)
    miles = case.meeting.miles
    if miles is None or case.meeting.needs_no_trip:
        return asked
    near = nearness(case.table.access.far_miles, miles)
    away = Saying("met" if near else "not_met", _away(miles))
    if asked is None:
        return near, (away,)
    told = any(wish.drop == "within_miles" for wish in case.wishes)
    return with_nearness(asked[0], near), asked[1] if told else (*asked[1], away)


def _away(miles: float) -> str:
    return say_many(
        "Is about {count} mile from you.", "Is about {count} miles from you.", round(miles)
    )


def _data_trust(case: Case) -> Finding:
    provider, today, worth = case.provider, case.today, case.table.data_trust
    confirmed = provider.availability.confirmed_at
    licenses = provider.licenses_active_in(case.request.state, today)
    checked = any(license.verified_at for license in licenses)
    found = held(provider, today, worth.fading)
    value = trust_value(worth, found.openings, checked, found.others, max(1, found.count))
    is_recent = is_fresh("availability", confirmed, today)
    saying = Saying("met" if is_recent else "not_known", _trust_words(confirmed, today))
    return value, (saying, *((Saying("met", _CHECKED),) if checked else ()))


def _trust_words(confirmed: date | None, today: date) -> str:
    if confirmed is None:
        return say("No one has confirmed their openings yet.")
    days = days_since(confirmed, today)
    if days == 0:
        return say("They last confirmed their openings today.")
    return say_many(
        "They last confirmed their openings {count} day ago.",
        "They last confirmed their openings {count} days ago.",
        days,
    )


_FACTORS: dict[str, Callable[[Case], Finding | None]] = {
    "need": _need,
    "preference": _wishes_of("preference", STYLE),
    "time": _time,
    "cost": _wishes_of("cost"),
    "culture_language": _wishes_of("culture_language"),
    "access": _access,
    "data_trust": _data_trust,
}
