"""Help right now: one thing to press first, every line by need, and nothing else needed."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.errors import Unusable
from directory.vocabulary.crisis import CRISIS_LINES
from directory.web.access import EXTENSION


@pytest.fixture
def page(client: FlaskClient) -> str:
    text = client.get("/crisis").get_data(as_text=True)
    return text.partition("<main")[2].partition("</main>")[0]


def part(page: str, id: str) -> str:
    return page.partition(f'id="{id}"')[2].partition("</section>")[0]


def test_the_first_thing_to_press_calls_988(page: str) -> None:
    assert re.findall(r'href="([^"]+)"', page)[:2] == ["tel:988", "sms:988"]


@pytest.mark.parametrize("line", CRISIS_LINES, ids=lambda line: line.name)
def test_every_line_stands_with_a_need(page: str, line: object) -> None:
    assert f"<strong>{line.name.replace('&', '&amp;')}</strong>" in page  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("need", "way"),
    [
        ("too-much", "sms:988"),
        ("home", "tel:18007997233"),
        ("young", "tel:18664887386"),
        ("child", "tel:18004224453"),
        ("overdose", "tel:18002221222"),
        ("veterans", "sms:838255"),
        ("spanish", "sms:988?&amp;body=AYUDA"),
    ],
)
def test_a_need_leads_to_its_line(page: str, need: str, way: str) -> None:
    assert f'href="#{need}"' in page
    assert f'href="{way}"' in part(page, need)


def test_veterans_and_speakers_of_spanish_are_told_which_key_to_press(page: str) -> None:
    assert "then press 1" in part(page, "veterans")
    assert "then press 2" in part(page, "spanish")
    assert 'lang="es">Llame al 988 y oprima el 2.' in part(page, "spanish")


def test_lines_that_were_closed_are_not_named(page: str) -> None:
    assert "press 3" not in page
    assert "931-2237" not in page


def test_every_anchor_leads_to_a_part_of_the_page(page: str) -> None:
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_it_needs_no_database_no_session_and_no_script(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_down(*_: object) -> None:
        raise Unusable("the database cannot be used")

    database = app.extensions[EXTENSION].database
    monkeypatch.setattr(type(database), "reading", is_down)
    monkeypatch.setattr(type(database), "writing", is_down)
    client = app.test_client()
    client.set_cookie("visit", "0" * 32 + "." + "A" * 43 + "=")
    reply = client.get("/crisis")
    assert reply.status_code == 200
    assert "Set-Cookie" not in reply.headers
    main = reply.text.partition("<main")[2].partition("</main>")[0]
    assert "<script" not in main
    assert "<form" not in main


def test_it_is_light_enough_for_a_bad_connection(client: FlaskClient) -> None:
    assert len(client.get("/crisis").data) < 40_000
