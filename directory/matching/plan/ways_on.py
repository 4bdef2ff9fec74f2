"""Where few or none match: wishes to give up, then video, then lines; no plan leads nowhere."""

from collections.abc import Iterator, Sequence

from directory.matching.outcome import Relaxation
from directory.matching.phrases import phrases_of
from directory.matching.plan.parts import WayOn
from directory.matching.request import MatchRequest
from directory.sentences import say, say_many
from directory.vocabulary import STATES
from directory.vocabulary.help_sources import HELP_SOURCES

FEW = 3
_LINES = ("local", "lifeline", "samhsa", "health_plan", "doctor")
_WISHES = {
    "formats": say("who is in the room"),
    "delivery": say("the way to meet"),
    "within_miles": say("the distance"),
    "coverage.payer": say("the health plan"),
    "coverage.max_fee": say("the price"),
}


def ways_on(
    request: MatchRequest, total: int, relaxations: Sequence[Relaxation], by_video: int
) -> tuple[WayOn, ...]:
    """Return what leads on where fewer than three match.

    `by_video` is how many could be met by video from anywhere in the state, if how to meet and how
    far away did not matter.
    """
    return tuple(_ways_on(request, total, relaxations, by_video)) if total < FEW else ()


def _ways_on(
    request: MatchRequest, total: int, relaxations: Sequence[Relaxation], by_video: int
) -> Iterator[WayOn]:
    for one in relaxations:
        text = _without(_wish(request, one.drop), one.total)
        yield WayOn("relaxation", text, drop=one.drop, total=one.total)
    if by_video > total:
        text = _by_video(STATES.label(request.state), by_video)
        yield WayOn("telehealth", text, total=by_video)
    for source in map(HELP_SOURCES.__getitem__, _LINES):
        text = say("{place}: {what_to_do}", place=source.label, what_to_do=source.about)
        yield WayOn("line", text, call=source.call)


def _without(wish: str, total: int) -> str:
    return say_many(
        "Leave out {wish}: {count} person would fit.",
        "Leave out {wish}: {count} people would fit.",
        total,
        wish=wish,
    )


def _by_video(state: str, total: int) -> str:
    return say_many(
        "Meet by video, from anywhere in {state}: {count} person would fit.",
        "Meet by video, from anywhere in {state}: {count} people would fit.",
        total,
        state=state,
    )


def _wish(request: MatchRequest, drop: str) -> str:
    if drop in _WISHES:
        return _WISHES[drop]
    wish = request.preferences[int(drop.removeprefix("preferences[").removesuffix("]"))]
    does, does_not = phrases_of(wish, request.fears_partner)
    sought = does_not if wish.strength == "avoid" else does
    return say("the wish for somebody who {does}", does=sought)
