"""The page that says how true the directory is, for patients; admins see it before it is public."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from directory.accuracy.calls import CALL_FACTS
from directory.accuracy.figures import WeeklyFigure, stalest
from directory.accuracy.score import WEEKS_POOLED, Score, Share
from directory.providers.view_counts import FEWEST
from directory.sentences import Sentence, joined, say, say_many
from directory.workflows.accuracy.read_accuracy import Accuracy

TITLE = say("How true is this list?")
_MOST_NAMED = 3
_SIX_DAYS = timedelta(days=6)
_ASKED: Mapping[str, Sentence] = {
    "reached": say("You can reach someone by phone"),
    "person": say("The person works there"),
    "accepting": say("There is room for new people, or not, just as the list says"),
    "plan": say("They take the health plan that the list names"),
    "address": say("The place is right"),
    "wait": say("The wait is as the list says, or at most a week more"),
}
_GROWS_OLD: Mapping[str, Sentence] = {
    "availability": say("if there is room"),
    "payers": say("health plans"),
    "locations": say("places"),
    "fee": say("prices"),
    "licenses": say("licenses"),
    "services": say("the kind of help"),
    "modalities": say("kinds of therapy"),
    "concerns": say("what they help with"),
    "formats": say("who is in the room"),
    "groups": say("groups"),
    "age_groups": say("ages"),
    "delivery": say("how you meet"),
    "languages": say("languages"),
    "bio": say("their own words"),
}


@dataclass(frozen=True, slots=True)
class AskedFact:
    """One thing that was asked in calls, and how often it was right."""

    name: str
    found: str


@dataclass(frozen=True, slots=True)
class AccuracyPage:
    """What was measured, what it says of the whole list, and what is not known."""

    title: str
    found: tuple[str, ...]
    facts: tuple[AskedFact, ...]
    fresh: tuple[str, ...]
    told: tuple[str, ...]
    unknown: tuple[str, ...]


def accuracy_page(accuracy: Accuracy) -> AccuracyPage:
    """Return the page; no share is told of which too little is known."""
    score, figures = accuracy.score, accuracy.figures
    return AccuracyPage(
        title=TITLE,
        found=(
            *_found(score),
            *_earlier(accuracy),
            say("This holds up to {day}.", day=accuracy.last + _SIX_DAYS),
        ),
        facts=tuple(_facts(score)),
        fresh=tuple(_fresh(figures)),
        told=tuple(_told(figures)),
        unknown=tuple(_unknown(accuracy)),
    )


def _found(score: Score) -> Iterator[Sentence]:
    overall = score.overall
    if not overall.may_be_told:
        yield say("We have made too few calls to say.")
        yield say_many(
            "So far we know how it stands with {count} person.",
            "So far we know how it stands with {count} people.",
            overall.decided,
        )
        return
    yield say(
        "Of each 100 people that we called, all that we asked about was right for {share}.",
        share=_of_100(overall.value or 0),
    )
    yield from _range(overall, score.population)
    yield say_many(
        "That comes from {count} call. All was right in {right}. Something was wrong in {wrong}.",
        "That comes from {count} calls. All was right in {right}. Something was wrong in {wrong}.",
        overall.decided,
        right=overall.right,
        wrong=overall.wrong,
    )


def _earlier(accuracy: Accuracy) -> Iterator[Sentence]:
    """Say how it was with the calls of the 13 weeks before, which are others."""
    before = accuracy.points[-1 - WEEKS_POOLED].share
    if accuracy.score.overall.may_be_told and before.may_be_told and before.interval:
        yield say(
            "13 weeks before, it was {share} out of 100, most likely from {low} to {high}.",
            share=_of_100(before.value or 0),
            low=_of_100(before.interval.low),
            high=_of_100(before.interval.high),
        )


def _range(share: Share, population: int) -> Iterator[Sentence]:
    interval = share.interval
    if interval is None:
        return
    if share.decided >= population:
        yield say("We called all who have a phone number on this list.")
        return
    yield say(
        "We did not call all {population} people on this list who have a phone number. "
        "If we had, it would most likely be from {low} to {high} out of 100.",
        population=population,
        low=_of_100(interval.low),
        high=_of_100(interval.high),
    )


def _facts(score: Score) -> Iterator[AskedFact]:
    for fact in CALL_FACTS:
        if (share := score.facts.get(fact)) is not None:
            yield AskedFact(_ASKED[fact], _share(share))


def _share(share: Share) -> Sentence:
    if not share.may_be_told or share.interval is None:
        return say("Too few calls to say.")
    return say(
        "Right in {right} of {decided} calls. Of all, most likely {low} to {high} out of 100.",
        right=share.right,
        decided=share.decided,
        low=_of_100(share.interval.low),
        high=_of_100(share.interval.high),
    )


def _fresh(figures: Mapping[str, WeeklyFigure]) -> Iterator[Sentence]:
    confirmed = figures.get("confirmed")
    if confirmed and confirmed.whole:
        yield say_many(
            "There is {count} person on this list. In the last 90 days, {confirmed} told us that "
            "all of it is still true.",
            "There are {count} people on this list. In the last 90 days, {confirmed} told us that "
            "all of it is still true.",
            confirmed.whole,
            confirmed=confirmed.count,
        )
    stale = [one for one in stalest(figures.values()) if one.count][:_MOST_NAMED]
    if stale:
        names = joined([_GROWS_OLD[one.name.removeprefix("lapsed.")] for one in stale])
        yield say("What gets old first: {facts}.", facts=names)


def _told(figures: Mapping[str, WeeklyFigure]) -> Iterator[Sentence]:
    answered, full = figures.get("answered"), figures.get("full")
    if not answered or answered.whole < FEWEST:
        return
    yield say_many(
        "In one week, {count} person told us how a call went. {answered} got an answer.",
        "In one week, {count} people told us how a call went. {answered} got an answer.",
        answered.whole,
        answered=answered.count,
    )
    if full and full.whole >= FEWEST:
        yield say_many(
            "{count} person told us if there was room. {full} heard that there was none.",
            "{count} people told us if there was room. {full} heard that there was none.",
            full.whole,
            full=full.count,
        )


def _unknown(accuracy: Accuracy) -> Iterator[Sentence]:
    score, sample = accuracy.score, accuracy.sample
    if score.overall.unknown:
        yield say(
            "We drew {drawn} names. For {unknown} of them we do not know. No one called yet, or "
            "no one would tell us. We do not count that as right.",
            drawn=score.drawn,
            unknown=score.overall.unknown,
        )
    if sample and sample.uncallable:
        yield say_many(
            "{count} person on this list has no phone number here. We could not call.",
            "{count} people on this list have no phone number here. We could not call them.",
            sample.uncallable,
        )
    yield say("We do not know how good their help is. We only asked if the list is right.")
    yield say("Things change. What was right when we called may be wrong now.")


def _of_100(share: float) -> int:
    return round(100 * share)
