"""The page of results: few people at first, nobody lost, nothing folded that matters for safety."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.web.access import EXTENSION
from directory.web.patient.results_page import OPEN
from tests.web.test_results import results
from tests.web.walking import Walk, walk


def without_folds(page: str) -> str:
    """Return what a person sees before they open anything."""
    innermost = re.compile(r"<details class=\"[^\"]*\">(?:(?!<details).)*?</details>", re.DOTALL)
    while innermost.search(page):
        page = innermost.sub("", page)
    return page


def test_three_people_stand_open_and_the_others_are_one_tap_away(client: FlaskClient) -> None:
    page = results(client)
    assert len(re.findall(r'id="match-\d+"', without_folds(page))) == OPEN
    assert len(re.findall(r'id="match-\d+"', page)) > OPEN
    assert re.search(r"Show \d+ more people", page)


def test_everyone_who_is_shown_can_be_called_and_says_why(client: FlaskClient) -> None:
    page = results(client)
    people = len(re.findall(r'id="match-\d+"', page))
    assert page.count('href="tel:+14155550100"') == people
    assert page.count("Why this person") == people
    seen = without_folds(page)
    assert seen.count('href="tel:+14155550100"') == OPEN


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "0"}, "call or text 988"),
        ({"red_flags": ["eating_medical"]}, "so a doctor should take a look first"),
        ({"red_flags": ["mania"], "danger_now.again": "false"}, "see a prescriber within a week"),
    ],
)
def test_what_matters_for_safety_is_not_folded(
    client: FlaskClient, answers: dict[str, str], words: str
) -> None:
    seen = without_folds(results(client, **answers))
    main = seen[seen.index("<main") :]
    assert words in main
    assert "What to do first" in main
    for number in ("tel:988", "sms:988", "tel:911", "tel:18007997233"):
        assert number in main


def test_why_is_folded_where_it_asks_for_nothing(client: FlaskClient) -> None:
    page = results(client)
    assert "Why we say this" in page
    assert "We looked at all of your answers together" not in without_folds(page)


def test_loading_the_page_again_counts_nobody_as_shown_twice(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    showings = app.extensions[EXTENSION].showings

    def note(_today: object, ids: list[str], seen: tuple[str, ...]) -> None:
        counted.extend(id for id in ids if id not in seen)

    monkeypatch.setattr(showings, "add", note)
    walk(client).to_the_end(**{"coverage.payer": "cigna"})
    way = Walk(client, "/triage/results")
    first = way.text
    assert len(counted) == 1
    assert way.text.count("/providers/") == first.count("/providers/")
    assert len(counted) == 1
    way.post("/triage/results", {"drop": "coverage.payer"})
    assert way.text
    assert len(counted) > 1
    assert len(counted) == len(set(counted)), "who comes anew is counted, and only they"
