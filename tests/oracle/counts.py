"""That the numbers of an answer are the oracle's own."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.oracle.answer import Answer
from tests.oracle.census import REASONS
from tests.oracle.person import read

_FEW = 3
_MOST_UNCONFIRMED = 5


def every_match_is_eligible(answer: Answer) -> Iterator[str]:
    """Nobody is shown whom the oracle would not show."""
    eligible = {one["id"] for one in answer.census.eligible(answer.person)}
    for match in answer.matches:
        if match["provider"]["id"] not in eligible:
            yield f"{match['provider']['id']} may not be matched"


def total_is_the_number_of_eligible(answer: Answer) -> Iterator[str]:
    """`total` counts all who may be matched, and the matches are as many of them as asked for."""
    if answer.is_crisis_alone:
        return
    count = answer.census.count(answer.person)
    if answer.body["total"] != count:
        yield f"total is {answer.body['total']}, the oracle counts {count}"
    if len(answer.matches) != min(answer.limit, count):
        yield f"{len(answer.matches)} matches of {count} with a limit of {answer.limit}"


def nobody_is_shown_twice(answer: Answer) -> Iterator[str]:
    """One provider is one match."""
    ids = [match["provider"]["id"] for match in answer.matches]
    if len(set(ids)) < len(ids):
        yield "a provider is matched twice"


def everybody_is_counted_once(answer: Answer) -> Iterator[str]:
    """`excluded` counts a provider once, at the first reason; nobody is forgotten."""
    if answer.is_crisis_alone:
        return
    said, own = answer.body["excluded"], answer.census.excluded(answer.person)
    if unknown := set(said) - set(REASONS):
        yield f"reasons that are none: {sorted(unknown)}"
    if (told := answer.body["total"] + sum(said.values())) != len(answer.census.listed):
        yield f"{told} of {len(answer.census.listed)} listings are accounted for"
    if {reason: count for reason, count in said.items() if count} != own:
        yield f"excluded is {said}, the oracle counts {own}"


def relaxations_keep_their_word(answer: Answer) -> Iterator[str]:
    """Without exactly that wish there are exactly so many; each that brings more is named."""
    if answer.is_crisis_alone:
        return
    said = {one["drop"]: one["total"] for one in answer.body["relaxations"]}
    own = dict(_relaxations(answer))
    if said != own or len(said) != len(answer.body["relaxations"]):
        yield f"relaxations are {answer.body['relaxations']}, the oracle counts {own}"


def plan_names_only_the_eligible(answer: Answer) -> Iterator[str]:
    """Nobody is in a plan who may not be matched, nor at another rank than among the matches."""
    eligible = {one["id"] for one in answer.census.eligible(answer.person)}
    ranks = {match["provider"]["id"]: match["rank"] for match in answer.matches}
    for person in _people(answer.body.get("plan")):
        if answer.is_crisis_alone or person["id"] not in eligible:
            yield f"the plan names {person['id']}, who may not be matched"
        if person["rank"] != ranks.get(person["id"]):
            yield f"the plan puts {person['id']} at the rank {person['rank']}"


def _people(part: Any) -> Iterator[Mapping[str, Any]]:
    """Yield each person of a plan, by id and rank."""
    if isinstance(part, dict):
        if {"id", "rank"} <= set(part):
            yield part
        for value in part.values():
            yield from _people(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _people(value)


def _relaxations(answer: Answer) -> Iterator[tuple[str, int]]:
    now = answer.census.count(answer.person)
    for name, result in _without_one_wish(answer.result):
        count = answer.census.count(read(result, answer.flags_of_text))
        if count > now:
            yield name, count


def _without_one_wish(result: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each wish that may be given up, and the triage result without it."""
    for name in ("formats", "delivery", "within_miles"):
        if result.get(name):
            yield name, {**result, name: None}
    coverage = result.get("coverage") or {}
    for name in ("payer", "max_fee"):
        if coverage.get(name) is not None:
            yield f"coverage.{name}", {**result, "coverage": {**coverage, name: None}}
    wishes = list(result.get("preferences") or ())
    for place in range(len(wishes)):
        left = wishes[:place] + wishes[place + 1 :]
        yield f"preferences[{place}]", {**result, "preferences": left}


def unconfirmed_only_where_few_match(answer: Answer) -> Iterator[str]:
    """Up to five unclaimed listings with a fitting licence claimed, if there are under three."""
    if answer.is_crisis_alone:
        return
    shown = [one["id"] for one in answer.body["unconfirmed"]]
    fitting = answer.census.unconfirmed(answer.person)
    if len(set(shown)) < len(shown):
        yield "an unconfirmed listing is shown twice"
    if unfit := set(shown) - set(fitting):
        yield f"unfit as unconfirmed: {sorted(unfit)}"
    wanted = 0 if answer.body["total"] >= _FEW else min(_MOST_UNCONFIRMED, len(fitting))
    if len(shown) != wanted:
        yield f"{len(shown)} unconfirmed listings instead of {wanted}"
