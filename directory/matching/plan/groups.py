"""Groups beside individual work: of whoever may be matched, with a theme that fits a concern."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from directory.matching.outcome import Match
from directory.matching.phrases import together
from directory.matching.plan.group_rules import MOST, kinds, themes
from directory.matching.plan.parts import GroupOffer
from directory.matching.plan.people import somebody
from directory.matching.ranking import Ranked
from directory.matching.request import MatchRequest
from directory.providers import Group
from directory.sentences import say, say_many
from directory.vocabulary import KINDS, LICENSES, THEMES

FIRST_TALK = say("Ask for a first talk alone with the leader before you join.")
ALONE = say("You come on your own, without your partner.")
UNLICENSED = say("The leader is not licensed. It is a class, not treatment for a condition.")
_FULL = say("It is full now. Ask for the next one.")


def groups(
    request: MatchRequest, candidates: Iterable[Ranked], matches: Sequence[Match], today: date
) -> tuple[GroupOffer, ...]:
    """Return the first few groups: open ones first, then by concern, then as their leaders stand.

    `candidates` are those who may be matched, in order, of whom a leader is one.
    """
    fitting = themes(request)
    found = [
        (one, group)
        for one in candidates
        for group in one.case.provider.groups
        if group.theme in fitting and group.kind in kinds(request)
    ]
    places = list(fitting)
    found.sort(key=lambda pair: (pair[1].open == 0, places.index(pair[1].theme)))
    return tuple(
        _offer(one, group, fitting[group.theme], matches, today) for one, group in found[:MOST]
    )


def _offer(
    one: Ranked, group: Group, concern: str, matches: Sequence[Match], today: date
) -> GroupOffer:
    provider = one.case.provider
    return GroupOffer(
        leader=somebody(provider, matches),
        name=group.name,
        theme=group.theme,
        kind=group.kind,
        concern=concern,
        seats=group.seats,
        open=group.open,
        starts=group.starts,
        schedule=group.schedule,
        text=together(*_sentences(group, today)),
        led_by=LICENSES.label(provider.license),
        notes=tuple(_notes(one, group)),
        confirmed_at=provider.confirmed.get("groups"),
    )


def _sentences(group: Group, today: date) -> Iterator[str]:
    yield THEMES[group.theme].about
    yield KINDS[group.kind].about
    if group.open == 0:
        yield _FULL
    else:
        yield say_many(
            "{count} of {seats} places is free.",
            "{count} of {seats} places are free.",
            group.open,
            seats=group.seats,
        )
    if group.starts is None:
        return
    if group.starts < today:
        yield say("It began on {day}. Ask if you can join.", day=group.starts)
    else:
        yield say("It starts on {day}.", day=group.starts)


def _notes(one: Ranked, group: Group) -> Iterator[str]:
    if group.kind == "process":
        yield FIRST_TALK
    if group.theme == "cheating":
        yield ALONE
    if one.case.provider.is_coach:
        yield UNLICENSED
