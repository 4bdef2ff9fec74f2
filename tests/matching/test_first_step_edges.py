"""The first step where there is nothing to look at."""

import numpy as np
import pytest

from directory.matching import match, screen, unconfirmed
from directory.matching.screening.cases import Cases
from directory.matching.screening.scored import Row, Scored
from directory.vocabulary.approaches import APPROACHES
from tests.factories import make_provider, make_unclaimed
from tests.matching.asking import TODAY, asking
from tests.matching.two_steps import in_two_steps, listings_of


def test_an_empty_set_among_others_changes_nothing() -> None:
    request, some, none = asking(), listings_of([make_provider()]), listings_of([])
    assert screen(request, [none, some], TODAY, 10) == screen(request, [some], TODAY, 10)
    waiting = listings_of([make_unclaimed()])
    assert unconfirmed(request, [none, waiting], TODAY, 5) == ("npi-1234567893",)


def test_a_place_beyond_the_row_is_no_place() -> None:
    cases = Cases(asking(), listings_of([make_provider()]))
    row = Row.of([Scored(cases, np.zeros(1, np.intp), np.array([700]))])
    assert row.at(0)[1] == 0
    with pytest.raises(IndexError):
        row.at(1)


WORKS = ("CBT", "PDT", "HUM", "IBCT", "EFCT", "EMDR", "COACH")


@pytest.mark.parametrize("flags", [[], ["partner_violence"]])
@pytest.mark.parametrize("strength", ["must", "prefer", "avoid"])
@pytest.mark.parametrize(
    ("factor", "value"),
    [(factor, value) for factor, values in APPROACHES.items() for value in values],
)
def test_both_steps_read_how_people_work_alike_also_where_couples_work_does_not_count(
    factor: str, value: str, strength: str, flags: list[str]
) -> None:
    pairs = [(one, other) for one in WORKS for other in WORKS if one < other]
    people = [
        make_provider(id=f"p-{number}", modalities=[{"code": one}, {"code": other}])
        for number, (one, other) in enumerate(pairs)
    ] + [make_provider(id=f"q-{code.lower()}", modalities=[{"code": code}]) for code in WORKS]
    wish = {"factor": factor, "value": value, "strength": strength}
    for comfort in (1, 3, 5):
        request = asking(safety_flags=flags, preferences=[wish], exploration_comfort=comfort)
        exact = match(request, people, TODAY, 30)
        assert in_two_steps(request, people, [listings_of(people)], 30) == exact
