"""The pages that need no search: home, about, help right now, the way out."""

from contextlib import suppress

from flask import Blueprint, Response, render_template, request, session

from directory.errors import Unusable
from directory.vocabulary import LICENSES
from directory.vocabulary.crisis import CRISIS_LINES
from directory.web.access import current_directory
from directory.web.patient.about_matching import matching_page
from directory.web.patient.about_triage import triage_page
from directory.web.patient.about_words import KINDS_OF_HELP, NOTES, license_entry
from directory.web.patient.help_lines import help_line
from directory.web.patient.pages.front import (
    AboutPage,
    CrisisPage,
    HomePage,
    LicensesPage,
    TitledPage,
    TwoWordsPage,
)
from directory.web.patient.search_form import state_options
from directory.web.patient.sessions import forget_visit

NEUTRAL_PAGE = "https://www.weather.gov/"
# Milliseconds that the way out waits for the database. Without its key, which the browser throws
# away, what stays behind for half an hour can be read by nobody.
_AT_MOST = 500

pages = Blueprint("front", __name__)


@pages.get("/")
def home() -> str:
    """Two doors: help me choose, and search."""
    return render_template("home.html", page=HomePage(state_options(None, "Choose a state")))


@pages.get("/about")
def about() -> str:
    """Say what the site is, and what the notes on listings mean."""
    return render_template("about/index.html", page=AboutPage("About", NOTES))


@pages.get("/about/privacy")
def privacy() -> str:
    """Say what becomes of what people tell us."""
    return render_template("about/privacy.html", page=TitledPage("Your privacy"))


@pages.get("/about/therapy-or-psychotherapy")
def therapy_or_psychotherapy() -> str:
    """End the confusion of the two words."""
    page = TwoWordsPage("Therapy or psychotherapy?", KINDS_OF_HELP)
    return render_template("about/therapy_or_psychotherapy.html", page=page)


@pages.get("/about/licenses")
def licenses() -> str:
    """Say what each licence lets its holder do."""
    entries = tuple(map(license_entry, LICENSES.values()))
    return render_template("about/licenses.html", page=LicensesPage("What licenses mean", entries))


@pages.get("/about/triage")
def triage() -> str:
    """Say how answers are read: every rule, threshold and sentence with its source."""
    return render_template("about/triage.html", page=triage_page())


@pages.get("/about/matching")
def matching() -> str:
    """Say how people are chosen and ordered: every weight, grade and sentence with its source."""
    page = matching_page(current_directory().ranking)
    return render_template("about/matching.html", page=page)


@pages.get("/crisis")
def crisis() -> str:
    """Show whom to call; needs no script, no session and no database."""
    lines = tuple(map(help_line, sorted(CRISIS_LINES, key=lambda line: not line.always)))
    return render_template("crisis.html", page=CrisisPage("Help right now", lines))


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
