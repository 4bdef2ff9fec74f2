"""What a phone needs to put the site on its home screen; nothing is kept there (ADR 0034)."""

from typing import Any

from flask import Blueprint, Response, current_app, json

from directory.web.access import current_settings

pages = Blueprint("manifest", __name__)

# The crisis strip at the top of every page, and the paper under it, as in styles/_colours.scss.
BAR_COLOURS = {"light": "#21443f", "dark": "#12302c"}
PAPER = "#faf6f0"
_ICONS = (
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("icon-maskable-512.png", 512, "maskable"),
)


@pages.app_context_processor
def _colours() -> dict[str, object]:
    return {"bar_colours": BAR_COLOURS}


@pages.get("/manifest.webmanifest")
def manifest() -> Response:
    """Say what the site is called on a home screen, and how it looks there."""
    described = {
        "name": current_settings().site_name,
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": BAR_COLOURS["light"],
        "icons": [_icon(*icon) for icon in _ICONS],
    }
    return Response(json.dumps(described), mimetype="application/manifest+json")


def _icon(name: str, pixels: int, purpose: str) -> dict[str, Any]:
    asset: Any = current_app.jinja_env.globals["asset"]
    size = f"{pixels}x{pixels}"
    return {"src": asset(name), "sizes": size, "type": "image/png", "purpose": purpose}
