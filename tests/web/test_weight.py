"""Pages are light: what a first view brings, compressed."""

import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from tests.web.walking import walk

STATIC = Path(__file__).parents[2] / "static"
MOST = 45_000  # bytes of a first view
MOST_SCRIPT = 15_000
PAGES = ("/", "/search?q=panic&state=CA", "/providers/lcsw-1", "/crisis", "/about")
# The larger icons are asked for when somebody installs the site, not at a first view.
PART_OF_A_VIEW = re.compile(r'(?:href|src)="(/static/[^"?]+\.(?:css|js|svg|png))')


def weight(data: bytes) -> int:
    return len(brotli.compress(data, quality=9))


def parts_of(html: str) -> list[bytes]:
    names = (address.rpartition("/")[2] for address in PART_OF_A_VIEW.findall(html))
    return [(STATIC / name).read_bytes() for name in names]


@pytest.mark.parametrize("address", PAGES)
def test_a_first_view_is_light(client: FlaskClient, address: str) -> None:
    html = client.get(address).get_data(as_text=True)
    manifest = client.get("/manifest.webmanifest").data
    assert sum(map(weight, (html.encode(), manifest, *parts_of(html)))) <= MOST


def test_a_question_is_light(client: FlaskClient) -> None:
    walk(client)
    html = client.get("/triage/1").get_data(as_text=True)
    assert sum(map(weight, (html.encode(), *parts_of(html)))) <= MOST


def test_scripts_are_few_and_small() -> None:
    assert sum(weight(file.read_bytes()) for file in STATIC.glob("*.js")) <= MOST_SCRIPT


def test_no_letters_are_loaded() -> None:
    assert "@font-face" not in (STATIC / "directory.css").read_text(encoding="utf-8")
