"""Where few or none match: wishes to give up, then video, then lines; no plan leads nowhere."""

from collections.abc import Iterator, Sequence

from directory.matching.outcome import Relaxation
from directory.matching.phrases import phrases_of
from directory.matching.plan.parts import WayOn
from directory.matching.request import MatchRequest
from directory.vocabulary import STATES
from directory.vocabulary.help_sources import HELP_SOURCES

FEW = 3
_LINES = ("local", "lifeline", "samhsa", "health_plan", "doctor")
_WISHES = {
    "formats": "who is in the room",
    "delivery": "the way to meet",
    "within_miles": "the distance",
    "coverage.payer": "the health plan",
    "coverage.max_fee": "the price",
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
        wish = _wish(request, one.drop)
        text = f"Leave out {wish}: {_people(one.total)} would fit."
        yield WayOn("relaxation", text, drop=one.drop, total=one.total)
    if by_video > total:
        state = STATES.label(request.state)
        text = f"Meet by video, from anywhere in {state}: {_people(by_video)} would fit."
        yield WayOn("telehealth", text, total=by_video)
    for source in map(HELP_SOURCES.__getitem__, _LINES):
        yield WayOn("line", f"{source.label}: {source.about}", call=source.call)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _wish(request: MatchRequest, drop: str) -> str:
    if drop in _WISHES:
        return _WISHES[drop]
    wish = request.preferences[int(drop.removeprefix("preferences[").removesuffix("]"))]
    does, does_not = phrases_of(wish, request.fears_partner)
    return f"the wish for somebody who {does_not if wish.strength == 'avoid' else does}"
