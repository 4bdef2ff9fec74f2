"""That points, factors and order keep to the contract."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.oracle import rules
from tests.oracle.answer import Answer
from tests.oracle.person import Person

FACTORS = frozenset(
    {"need", "preference", "time", "cost", "culture_language", "access", "data_trust"}
)
BAND = Decimal("4.0")
_FIRST = 5
_MOST_OF_ONE_PRACTICE = 2
_STYLE = {"modality", "gender", "license", "structure", "time_focus", "length"}


def score_is_the_sum_of_points(answer: Answer) -> Iterator[str]:
    """Points have one decimal, and `score` (0 to 100) is exactly their sum."""
    for match in answer.matches:
        points = [_exact(reason["points"]) for reason in match["reasons"]]
        score = _exact(match["score"])
        if sum(points, Decimal(0)) != score or not 0 <= score <= 100:
            yield f"{score} is not the sum of {points}, or not in 0 to 100"
        if any(one < 0 or one != round(one, 1) for one in points):
            yield f"points below 0 or with more than one decimal: {points}"


def only_the_seven_factors(answer: Answer) -> Iterator[str]:
    """Each reason is one of the seven factors, each named at most once."""
    for match in answer.matches:
        named = [reason["factor"] for reason in match["reasons"]]
        if set(named) - FACTORS or len(set(named)) < len(named):
            yield f"factors are {named}"


def only_what_was_asked_counts(answer: Answer) -> Iterator[str]:
    """A factor that the patient did not ask about is dropped."""
    not_asked = FACTORS - factors_asked(answer.person)
    for match in answer.matches:
        counted = {reason["factor"] for reason in match["reasons"]}
        if counted & not_asked:
            yield f"nobody asked about {sorted(counted & not_asked)}"


def factors_asked(person: Person) -> set[str]:
    """The factors that a person's wishes are about; the need, time and trust always count."""
    wished = {wish.factor for wish in person.preferences}
    asked = {"need", "time", "data_trust"}
    if wished & _STYLE or person.exploration_comfort is not None:
        asked.add("preference")
    if person.payer or person.max_fee is not None or person.sliding_scale:
        asked.add("cost")
    if wished & {"language", "community"}:
        asked.add("culture_language")
    if person.zip or person.delivery or wished & {"delivery", "accessibility"}:
        asked.add("access")
    return asked - person.leave_out


def ranks_count_up(answer: Answer) -> Iterator[str]:
    """Ranks are 1, 2, 3 and so on."""
    ranks = [match["rank"] for match in answer.matches]
    if ranks != list(range(1, len(ranks) + 1)):
        yield f"ranks are {ranks}"


def both_roles_come_first(answer: Answer) -> Iterator[str]:
    """At `psychotherapy_and_medication` the first two hold one of each where there are any."""
    if not answer.person.wants_both_roles or len(answer.matches) < 2:
        return
    first = {match["role"] for match in answer.matches[:2]}
    for role, needed in (
        ("therapist", {"therapist", "both"}),
        ("prescriber", {"prescriber", "both"}),
    ):
        if not first & needed and _eligible_roles(answer) & needed:
            yield f"no {role} among the first two"


def _eligible_roles(answer: Answer) -> set[str]:
    state, today = answer.person.state, answer.census.today
    return {rules.role(one, state, today) for one in answer.census.eligible(answer.person)}


def two_of_a_practice_among_the_first_five(answer: Answer) -> Iterator[str]:
    """At most two of one practice among the first five, where there are others.

    Whoever asks for the nearest gets the nearest, whatever their practice.
    """
    if answer.person.order != "best":
        return
    practices = [_practice(one) for one in answer.listings()][:_FIRST]
    for practice, count in Counter(filter(None, practices)).items():
        others = [
            one for one in answer.census.eligible(answer.person) if _practice(one) != practice
        ]
        if count > max(_MOST_OF_ONE_PRACTICE, len(practices) - len(others)):
            yield f"{count} of {practice} among the first {len(practices)}"


def nobody_stands_before_the_far_better(answer: Answer) -> Iterator[str]:
    """Nobody is displaced by someone over 4 points worse, but by the two rules on the first.

    Whoever asks for another order gets it, whatever the points.
    """
    if answer.person.order != "best":
        return
    scores = [_exact(match["score"]) for match in answer.matches]
    best = Decimal(0)
    for place in range(len(scores) - 1, -1, -1):
        moved_up = answer.person.wants_both_roles and place < 2
        if best - scores[place] > BAND and not moved_up:
            yield f"place {place + 1} has {scores[place]}, a later one {best}"
        if not _is_held_back(answer, place):
            best = max(best, scores[place])


def _is_held_back(answer: Answer, place: int) -> bool:
    """Whether two of the same practice stand among the first five before this place."""
    practices = [_practice(one) for one in answer.listings()]
    own = practices[place]
    before = practices[: min(place, _FIRST)]
    return own is not None and before.count(own) >= _MOST_OF_ONE_PRACTICE


def _practice(listing: Any) -> str | None:
    return listing["practice"]["id"] if listing["practice"] else None


def _exact(number: float) -> Decimal:
    return Decimal(str(number))
