"""Every component in all its states, for those who build pages; only in development."""

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from directory.web.access import current_settings
from directory.web.patient.front.component_pages import ComponentsPage
from directory.web.patient.listing import cards
from directory.web.patient.parts import (
    Badge,
    Card,
    Fact,
    HelpCard,
    HelpLine,
    Option,
    Piece,
)
from directory.web.patient.search.pages import Chip, Facet, FacetOption, Turn

pages = Blueprint("components", __name__)

_OPENING = Fact("clock", "Taking new patients, first visit in about 5 days", "Confirmed today")
_PLACE = Fact("place", "Springfield, CA, or by video", "3 miles away")
_COST = Fact("money", "$90 to $140 a session, less if you earn less", "Takes Plan A and 4 more")
_TREATS = "Licensed to treat. No medicine."
_HELPS = "Helps with panic attacks, depression, grief and loss and 5 more"
_FOUND = (Piece("I help people who have ", False), Piece("panic", True), Piece(" at night.", False))


def _card(name: str, license: str, may: str, tint: int, *badges: Badge, **more: object) -> Card:
    facts: dict[str, object] = {
        "pronouns": None,
        "facts": (_OPENING, _PLACE, _COST, Fact("speech", "Speaks English")),
        "helps_with": _HELPS,
        "snippet": (),
    }
    initials = "".join(word[0] for word in name.split())
    head = {
        "id": f"example-{tint}",
        "href": "/search",
        "name": name,
        "initials": initials,
        "tint": tint,
    }
    return Card(**head, license=license, license_may=may, badges=badges, **facts | more)  # type: ignore[arg-type]


_CARDS = (
    _card(
        "Robin Example",
        "Clinical social worker (LCSW)",
        _TREATS,
        1,
        cards.DEMO,
        pronouns="they/them",
        snippet=_FOUND,
    ),
    _card("Sam Sample", "Coach (no license)", "Gives support, not treatment.", 2, cards.UNLICENSED),
    _card(
        "Maximiliana Featherstonehaugh-Montgomery",
        "Psychologist",
        "We know of no active license.",
        3,
        cards.DEMO,
        *cards.BAD_STATUS.values(),
        cards.UNCONFIRMED,
    ),
    _card(
        "Pat Public",
        "Professional counselor (LPC)",
        "We have not checked this license.",
        4,
        cards.UNCLAIMED,
        helps_with="",
        facts=(_PLACE, Fact("ask", "Openings, cost and insurance: not known")),
    ),
)
_HELP = HelpCard(
    headline="You deserve help right now",
    body="People are ready to talk with you at any hour.",
    lines=(
        HelpLine("A line to call and text", "555-0100", "5550100", "555-0100", "sms:5550100", None),
        HelpLine("A line to call", "555-0101", "5550101", None, None, None),
        HelpLine("A line with chat", None, None, None, None, "/crisis"),
    ),
    limits="This site is not an emergency service.",
)

_FACET = Facet(
    "delivery",
    "Way to meet",
    (FacetOption("video", "Video", 1204, True), FacetOption("in_person", "In person", 37, False)),
    (FacetOption("phone", "Phone", 5, False),),
)


@pages.get("/about/components")
def components() -> str:
    """Show every component; raise NotFound outside development."""
    if not current_settings().development:
        raise NotFound
    page = ComponentsPage(
        title="Components",
        cards=_CARDS,
        tints=tuple(range(1, cards.AVATAR_TINTS + 1)),
        help_card=_HELP,
        chips=(
            Chip("Within 25 miles", "Remove filter: Within 25 miles", "/search"),
            Chip("Spanish", "Remove filter: Spanish", "/search"),
        ),
        turns=(Turn("List", "/search", True), Turn("Map", "/search?view=map", False)),
        facet=_FACET,
        options=(Option("", "Choose one"), Option("a", "First", True), Option("b", "Second")),
    )
    return render_template("about/components.html", page=page)
