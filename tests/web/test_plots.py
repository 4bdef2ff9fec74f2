"""Plots: what is drawn is what is said, a gap stays a gap, and every word is the caller's."""

import re

import pytest
from flask import Flask, render_template_string
from hypothesis import given
from hypothesis import strategies as st

from directory.web.plots import (
    HEIGHT,
    WIDTH,
    Point,
    bar_plot,
    line_plot,
    nice_top,
    percent,
    ranking,
)

values = st.lists(st.none() | st.floats(0, 1e6, allow_subnormal=False), min_size=1, max_size=60)
_NUMBERS = re.compile(r"-?[\d.]+")


def points(*values: float | None) -> list[Point]:
    return [Point(f"Week {n}", one, f"{one}") for n, one in enumerate(values, start=1)]


def test_bars_are_as_high_as_their_numbers() -> None:
    plot = bar_plot("Calls", "Calls rose.", points(5, 10, 0, None))
    assert plot.ticks == ("10", "5", "0")
    assert [bar.height for bar in plot.bars] == [50, 100]
    assert [bar.y for bar in plot.bars] == [50, 0]


def test_a_small_number_is_still_seen_and_none_is_not() -> None:
    assert len(bar_plot("Calls", "", points(1, 1000)).bars) == 2
    assert bar_plot("Calls", "", points(0, 0)).bars == ()


def test_a_line_breaks_off_where_nothing_is_known() -> None:
    plot = line_plot("Right", "", points(0.5, 0.6, None, 0.7, 0.8), told=percent, top=1)
    assert plot.ticks == ("100%", "50%", "0%")
    assert plot.line.count("M") == 2
    assert plot.dots.count("M") == 4
    assert plot.band == ""


def test_an_interval_is_drawn_as_a_band_also_around_one_point_alone() -> None:
    sure = Point("May 4", 0.5, "50%", low=0.25, high=0.75)
    plot = line_plot("Right", "", [sure, *points(None)], told=percent, top=1)
    assert plot.line == ""
    heights = {float(y) for y in re.findall(r" ([\d.]+)", plot.band)}
    assert heights == {25.0, 75.0}


@given(values)
def test_nothing_is_drawn_outside_the_picture(some: list[float | None]) -> None:
    for plot in (bar_plot("Any", "", points(*some)), line_plot("Any", "", points(*some))):
        for bar in plot.bars:
            assert bar.x >= 0
            assert bar.x + bar.width <= WIDTH
            assert bar.y >= -0.1
            assert bar.y + bar.height <= HEIGHT + 0.1
        for path in (plot.line, plot.dots.replace("h0", "")):
            numbers = [float(one) for one in _NUMBERS.findall(path)]
            assert all(0 <= x <= WIDTH for x in numbers[::2])
            assert all(0 <= y <= HEIGHT for y in numbers[1::2])


@given(st.floats(0, 1e9))
def test_an_axis_ends_at_a_round_number_that_is_not_too_far_off(most: float) -> None:
    top = nice_top(most)
    assert most <= top
    assert top <= max(2, 2 * most)
    assert (top / 2).is_integer()


def test_a_plot_of_nothing_is_empty() -> None:
    assert line_plot("Right", "", []).ends == ()
    assert bar_plot("Calls", "", []).ticks == ("2", "1", "0")
    assert ranking([]) == ()


def test_the_longest_bar_of_a_ranking_is_whole() -> None:
    rows = ranking([("Ohio", 40, "40"), ("Utah", 10, "10")])
    assert [(one.label, one.length) for one in rows] == [("Ohio", 100), ("Utah", 25)]


def test_the_table_beside_a_plot_tells_the_newest_first() -> None:
    plot = bar_plot("Calls", "", points(5, 7), columns=("Week of", "Calls"))
    assert plot.rows == (("Week 2", "7"), ("Week 1", "5"))


@pytest.fixture
def drawn(app: Flask) -> str:
    plot = line_plot("Calls & more", "Calls rose.", points(5, 7), columns=("Week of", "Calls"))
    with app.test_request_context("/"):
        return render_template_string(
            '{% from "components/plots.html" import plot, ranked %}'
            '{{ plot(one) }}{{ ranked("Where", ("State", "People"), rows) }}',
            one=plot,
            rows=ranking([("Ohio", 40, "40 people")]),
        )


def test_a_plot_stands_on_a_page_with_its_words_and_its_table(drawn: str) -> None:
    assert "Calls &amp; more</figcaption>" in drawn
    assert drawn.count("Calls rose.") == 1
    assert '<th scope="row" class="govuk-table__header">Week 2</th>' in drawn
    assert "40 people" in drawn


def test_a_plot_needs_no_style_or_script_of_its_own(drawn: str) -> None:
    assert "style=" not in drawn
    assert "<script" not in drawn
