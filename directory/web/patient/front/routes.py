"""The pages that need no search: home, help right now, the way out."""

from contextlib import suppress

from flask import Blueprint, Response, request, session

from directory.errors import Unusable
from directory.sentences import Sentence, say
from directory.vocabulary.crisis import CRISIS_LINES, CRISIS_WORDS
from directory.vocabulary.needs import LIFELINE
from directory.web.patient.front.help_lines import help_line
from directory.web.patient.front.help_needs import needs
from directory.web.patient.front.pages import CrisisPage, HomePage
from directory.web.patient.search.form import state_options
from directory.web.patient.sessions import forget_visit
from directory.web.rendering import render_page

NEUTRAL_PAGE = "https://www.weather.gov/"
# Milliseconds that the way out waits for the database. Without its key, which the browser throws
# away, what stays behind for half an hour can be read by nobody.
_AT_MOST = 500

pages = Blueprint("front", __name__)


@pages.get("/")
def home() -> str:
    """Two doors: help me choose, and search."""
    return render_page("home.html", HomePage(state_options(None, say("Choose a state"))))


@pages.get("/crisis")
def crisis() -> str:
    """Show whom to call; needs no script, no session and no database."""
    lifeline = next(line for line in CRISIS_LINES if line.name == LIFELINE)
    trusted_adult = Sentence(CRISIS_WORDS["trusted_adult"])
    page = CrisisPage(say("Help right now"), help_line(lifeline), needs(), trusted_adult)
    return render_page("crisis.html", page)


@pages.get("/leave")
def leave() -> Response:
    """Forget the visit, and go to a page that says nothing about this one."""
    with suppress(Unusable):  # a database in trouble must not keep anybody here
        forget_visit(patience=_AT_MOST)
    session.clear()
    response = Response(status=303, headers={"Location": NEUTRAL_PAGE})
    for cookie in request.cookies:  # not every browser heeds the header below
        response.delete_cookie(cookie)
    # No "cache": a browser may take seconds to go through its own, and no page of ours is in it.
    response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response
