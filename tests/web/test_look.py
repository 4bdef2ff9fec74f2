"""What every page wears: its direction, its language, its place on a home screen."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from directory.config import Settings
from directory.web.patient.listing.cards import AVATAR_TINTS, pieces_of
from directory.web.patient.listing.plain_words import tint_of

STATIC = Path(__file__).parents[2] / "static"
STYLES = STATIC.parent / "styles"
# Sides of the screen have no place in our own styles: they know where lines begin and end.
SIDES = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|: (?:left|right);|^\s+(?:left|right):"
)


def test_the_site_can_be_put_on_a_home_screen(client: FlaskClient) -> None:
    answer = client.get("/manifest.webmanifest")
    manifest = answer.get_json(force=True)
    assert answer.mimetype == "application/manifest+json"
    assert manifest["name"] == "Find your kind of help"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        name = re.match(r"/static/([\w-]+\.png)\?v=", icon["src"])
        assert name
        assert (STATIC / name[1]).read_bytes().startswith(b"\x89PNG")


def test_nothing_stays_behind_on_the_phone() -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in STATIC.glob("*.js"))
    assert "serviceWorker" not in scripts
    assert "localStorage" not in scripts


def test_the_other_language_is_one_press_away(client: FlaskClient) -> None:
    page = client.get("/search?q=panic").get_data(as_text=True)
    assert re.search(r'<button [^>]*value="es" lang="es">Español</button>', page)
    assert 'name="to" value="/search?q=panic"' in page
    answer = client.post("/language", data={"language": "es", "to": "/search?q=panic"})
    assert answer.headers["Location"] == "/search?q=panic"


def test_our_own_styles_know_no_left_and_right() -> None:
    for file in STYLES.glob("_*.scss"):
        assert not SIDES.search(file.read_text(encoding="utf-8")), file.name


def test_a_name_always_has_the_same_colour() -> None:
    tints = {tint_of(name, AVATAR_TINTS) for name in ("Ana Alvarez", "Ben Brooks", "Cy", "Éva")}
    assert tints <= set(range(1, AVATAR_TINTS + 1))
    assert tint_of("Ana Alvarez", AVATAR_TINTS) == tint_of("Ana Alvarez", AVATAR_TINTS)


def test_the_word_that_was_found_is_near_the_beginning() -> None:
    before = "I have worked for many years with all kinds of people who have "
    pieces = pieces_of(f"{before}\x02panic\x03 at night")
    assert len(pieces[0].text) <= 40
    assert before.endswith(pieces[0].text)


def test_the_components_are_shown_in_development_only(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/about/components").status_code == 200
    monkeypatch.setattr(Settings, "development", False)
    assert client.get("/about/components").status_code == 404
