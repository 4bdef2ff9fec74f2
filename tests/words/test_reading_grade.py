"""Every page that a patient can see is easy to read."""

import pytest
from flask import Flask

from directory.vocabulary.instruments import INSTRUMENTS
from directory.web.patient.triage.flow import FLOW
from tests.words.html import Page
from tests.words.prose import prose_of
from tests.words.reading_grade import average, graded
from tests.words.visiting import Seen, unvisited, visit_everything

# The wording of a questionnaire that was validated is not ours to change.
VERBATIM = tuple(str(item.text) for item in (INSTRUMENTS["PCPTSD5"].gate,) if item)


@pytest.fixture(scope="module")
def everything(app: Flask) -> list[Seen]:
    return visit_everything(app)


def test_every_route_is_visited(app: Flask, everything: list[Seen]) -> None:
    assert unvisited(app, everything) == set()


def test_no_page_breaks(everything: list[Seen]) -> None:
    broken = sorted({f"{seen.status} {seen.way}" for seen in everything if seen.status >= 500})
    assert broken == []


def test_every_question_is_visited(everything: list[Seen]) -> None:
    keys = {seen.way.split(": ")[-1] for seen in everything if seen.rule == "/triage/<int:number>"}
    assert {question.key for question in FLOW} <= keys


@pytest.mark.seed_rule("SR52")
def test_a_sixth_grader_can_read_the_pages(everything: list[Seen]) -> None:
    pages = graded(everything)
    hard = [p for p in pages if p.grade > 8 and not any(text in p.heading for text in VERBATIM)]
    assert not hard, "\n".join(f"{p.grade:.1f} {p.rule} {p.heading} ({p.way})" for p in hard)
    assert average(pages) <= 6


def test_a_block_ends_a_sentence_and_names_do_not_count() -> None:
    page = Page(
        "<nav>Home</nav><main><h1>Hello <b>you</b></h1><p>One thing. Two things</p>"
        '<ul><li>A cat<li>A <a href="/dog">dog</a> too</ul><p class="card given">Ana Alvarez</p>'
        "<select><option>Alabama</select></main>"
    )
    assert prose_of(page) == "Hello you. One thing. Two things. A cat. A dog too."
