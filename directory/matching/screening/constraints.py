"""Who may be matched at all, as bits: the twin of `eligibility`, with the same fixed order."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np

from directory.columns import Bits
from directory.columns.bits import count
from directory.matching.eligibility import PAYER, allowed_licenses, support_is_enough
from directory.matching.screening.cases import Cases
from directory.matching.screening.wishes import WishBits, wishes
from directory.matching.tally import Tally
from directory.matching.telehealth import BY_VIDEO, wishes_of_meeting
from directory.vocabulary import FORMATS, MODALITIES
from directory.vocabulary.approaches import is_couple_work
from directory.vocabulary.licenses import LICENSED

_NOT_COUPLE_WORK = tuple(code for code in MODALITIES if not is_couple_work(code))


@dataclass(frozen=True, slots=True)
class ObjectionBits:
    """One reason and whom it is against; any one of the wishes `drops` would have to go."""

    reason: str
    against: Bits
    drops: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sifted:
    """Who may be matched, with the wishes that were looked at and the counts of all."""

    cases: Cases
    eligible: Bits
    wishes: tuple[WishBits, ...]
    tally: Tally


def sift(cases: Cases) -> Sifted:
    """Find out who may be matched, and count what is against the others."""
    fixed = [objection for check in _CHECKS for objection in check(cases)]
    open_to_wishes = _without(cases.claimed, [one for one in fixed if not one.drops])
    asked = wishes(cases, open_to_wishes)
    found = [*fixed, *_must_have(asked)]
    eligible, refused = _first_reasons(cases.claimed, found)
    total = count(eligible)
    droppable = [one for one in found if one.drops]
    alone = _alone(open_to_wishes, droppable, total)
    by_video = _by_video(cases, open_to_wishes, droppable)
    return Sifted(cases, eligible, asked, Tally(total, refused, alone, by_video))


def _first_reasons(claimed: Bits, found: list[ObjectionBits]) -> tuple[Bits, Counter[str]]:
    """Return who is left, and how many each reason is the first against."""
    left, refused = claimed, Counter[str]()
    for objection in found:
        gone = left & objection.against
        refused[objection.reason] += count(gone)
        left = left ^ gone
    return left, refused


def _alone(some: Bits, found: list[ObjectionBits], total: int) -> Counter[str]:
    """Count for each wish how many more there would be without it."""
    drops = {drop for objection in found for drop in objection.drops}
    return Counter(
        {
            drop: count(_without(some, [one for one in found if drop not in one.drops])) - total
            for drop in drops
        }
    )


def _by_video(cases: Cases, some: Bits, found: list[ObjectionBits]) -> int:
    """Count who could be met by video; the twin of `could_meet_by_video`."""
    about_meeting = wishes_of_meeting(cases.request)
    others = [one for one in found if about_meeting.isdisjoint(one.drops)]
    return count(_without(some, others) & cases.ways_here[BY_VIDEO])


def _without(some: Bits, found: list[ObjectionBits]) -> Bits:
    return reduce(lambda left, one: left & ~one.against, found, some)


def _state(cases: Cases) -> Iterator[ObjectionBits]:
    reaching = cases.coaches & cases.having("state", (cases.request.state,))
    yield ObjectionBits("not_licensed_in_state", ~(cases.holding(LICENSED) | reaching))


def _level(cases: Cases) -> Iterator[ObjectionBits]:
    able = cases.holding(allowed_licenses(cases.request))
    if not support_is_enough(cases.request):
        yield ObjectionBits("level", ~able)
        return
    yield ObjectionBits("level", ~(able | cases.coaches))
    if cases.request.cost.payer is not None:
        yield ObjectionBits("level", cases.coaches, frozenset({PAYER}))


def _age(cases: Cases) -> Iterator[ObjectionBits]:
    yield ObjectionBits("age", ~cases.having("age_group", (cases.request.age_group,)))


def _service(cases: Cases) -> Iterator[ObjectionBits]:
    able = reduce(np.bitwise_or, map(cases.giving, cases.request.asked_services))
    yield ObjectionBits("service", ~able)


def _format(cases: Cases) -> Iterator[ObjectionBits]:
    request = cases.request
    if request.is_acute:
        others = cases.having("format", set(FORMATS) - {"group"})
        yield ObjectionBits("format", cases.stating("format") & ~others)
    if request.asked_formats:
        offered = cases.having("format", request.asked_formats)
        yield ObjectionBits("format", ~offered, frozenset({"formats"}))


def _partner(cases: Cases) -> Iterator[ObjectionBits]:
    if not cases.request.fears_partner:
        return
    safe = cases.having("format", set(FORMATS) - cases.request.unfit_formats)
    unsafe = cases.having("format", ("couples",)) & ~safe
    others = cases.having("modality", _NOT_COUPLE_WORK)
    silent = cases.stating("modality") & ~others & ~cases.stating("format")
    yield ObjectionBits("partner_violence", unsafe | silent)


def _suicidality(cases: Cases) -> Iterator[ObjectionBits]:
    if "suicide" in cases.request.safety_flags:
        yield ObjectionBits("suicidality", ~cases.having("accepts_suicidality", ("yes",)))


def _accepting(cases: Cases) -> Iterator[ObjectionBits]:
    yield ObjectionBits("not_accepting", cases.having("accepting", ("no",)))


def _must_have(asked: tuple[WishBits, ...]) -> Iterator[ObjectionBits]:
    for wish in asked:
        if not wish.hard:
            continue
        drops = frozenset({wish.drop})
        if wish.also is None or wish.also_drop is None:
            yield ObjectionBits("must_have", wish.not_met, drops)
        else:
            either = drops | {wish.also_drop}
            yield ObjectionBits("must_have", wish.not_met & wish.also, either)
            yield ObjectionBits("must_have", wish.not_met & ~wish.also, drops)


_CHECKS: tuple[Callable[[Cases], Iterator[ObjectionBits]], ...] = (
    _state,
    _level,
    _age,
    _service,
    _format,
    _partner,
    _suicidality,
    _accepting,
)
