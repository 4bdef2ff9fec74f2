"""The colours of the pages can be told apart, by light and in the dark."""

import re
from pathlib import Path

import pytest

from directory.web.patient.front.manifest import BAR_COLOURS, PAPER
from directory.web.patient.listing.cards import AVATAR_TINTS

COLOURS = Path(__file__).parents[2] / "styles" / "_colours.scss"
SCHEMES = {"light": 0, "dark": 1}
GROUNDS = ("body-background", "panel", "sunken", "chosen", "care")
# Whatever is read, on whatever lies under it.
READ = (
    *((ink, ground) for ink in ("text", "link") for ground in GROUNDS),
    *((ink, ground) for ink in ("secondary-text", "error") for ground in ("panel", "sunken")),
    *(("text", f"avatar-{tint}") for tint in range(1, AVATAR_TINTS + 1)),
    ("secondary-text", "body-background"),
    ("link-visited", "body-background"),
    ("button-text", "button"),
    ("button-text", "button-hover"),
    ("text", "quiet"),
    ("text", "quiet-hover"),
    ("text", "mark"),
    ("strip-text", "strip"),
    ("soft", "soft-background"),
    ("focus-text", "focus"),
)
# Edges, icons and bars that tell something.
SEEN = (
    *(("input-border", ground) for ground in GROUNDS),
    *(("brand", ground) for ground in (*GROUNDS, "quiet-hover")),
    ("button", "body-background"),
    ("care-edge", "body-background"),
    ("error", "panel"),
)


def colours(scheme: str) -> dict[str, str]:
    """Return every colour of one scheme by its name."""
    row = re.compile(r"^ {2}([\w-]+): (#[0-9a-f]{6}) (#[0-9a-f]{6}),", re.MULTILINE)
    found = row.findall(COLOURS.read_text(encoding="utf-8"))
    return {name: pair[SCHEMES[scheme]] for name, *pair in found}


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_text_stands_out_from_its_ground(scheme: str) -> None:
    of = colours(scheme)
    weak = {pair: contrast(of[pair[0]], of[pair[1]]) for pair in READ}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_and_icons_can_be_seen(scheme: str) -> None:
    of = colours(scheme)
    weak = {pair: contrast(of[pair[0]], of[pair[1]]) for pair in SEEN}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_the_installed_site_has_the_colours_of_the_pages() -> None:
    assert {scheme: colours(scheme)["strip"] for scheme in SCHEMES} == BAR_COLOURS
    assert colours("light")["body-background"] == PAPER
