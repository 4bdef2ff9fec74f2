"""The wishes about how to meet and how far away, with the words for each."""

from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from typing import Literal

from directory.matching.distance import REMOTE, Meeting
from directory.matching.phrases import WAYS, listed
from directory.matching.request import MatchRequest
from directory.matching.wish import Wish
from directory.providers import Provider
from directory.sentences import say, say_many
from directory.vocabulary import DELIVERY


def meeting_wishes(request: MatchRequest, provider: Provider, meeting: Meeting) -> Iterator[Wish]:
    """Yield what the person wishes of the way to meet, then of the distance."""
    yield from _delivery(request, provider, meeting)
    yield from _distance(request, meeting)


def _delivery(request: MatchRequest, provider: Provider, meeting: Meeting) -> Iterator[Wish]:
    if not request.delivery:
        return
    need, question = _meets(request.delivery, "or"), _do_you_meet(request.delivery)
    asked = partial(Wish, need, question, "delivery", "access")
    if not provider.delivery:
        yield asked("not_known")
    elif meeting.ways:
        yield asked("met", _meets(_ways(meeting.ways)))
    else:
        yield asked("not_met", _meets(_ways(provider.delivery)))


def _ways(ways: Collection[str]) -> tuple[str, ...]:
    return tuple(code for code in DELIVERY if code in ways)


@lru_cache(maxsize=128)
def _meets(ways: tuple[str, ...], last: Literal["and", "or"] = "and") -> str:
    return say("meets {delivery}", delivery=listed((WAYS[code] for code in ways), last))


@lru_cache(maxsize=128)
def _do_you_meet(ways: tuple[str, ...]) -> str:
    return say("Do you meet {delivery}?", delivery=listed((WAYS[code] for code in ways), "or"))


def _distance(request: MatchRequest, meeting: Meeting) -> Iterator[Wish]:
    most, miles = request.within_miles, meeting.miles
    if most is None or request.zip is None:
        return
    need = say("is within {miles} miles", miles=_short(most))
    question = say("Are you within {miles} miles?", miles=_short(most))
    asked = partial(Wish, need, question, "within_miles", "access")
    if meeting.needs_no_trip:
        yield asked("met", say("can meet you without a trip"))
    elif miles is None:
        yield asked("not_known")
    else:
        found = say_many(
            "is about {count} mile from you", "is about {count} miles from you", round(miles)
        )
        # Who asks for one way to meet and would take any may be spared the trip.
        other = None if REMOTE.isdisjoint(meeting.ways_here) else "delivery"
        yield asked("met" if miles <= most else "not_met", found, also_drop=other)


def _short(number: float) -> float:
    """Return a whole number without its fraction of nought."""
    return int(number) if number == int(number) else number
