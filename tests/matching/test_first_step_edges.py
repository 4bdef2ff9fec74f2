"""The first step where there is nothing to look at."""

import numpy as np
import pytest

from directory.matching import screen, unconfirmed
from directory.matching.screening.cases import Cases
from directory.matching.screening.scored import Row, Scored
from tests.factories import make_provider, make_unclaimed
from tests.matching.asking import TODAY, asking
from tests.matching.two_steps import listings_of


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
