"""The pages that need no search: home, about, help right now, the way out."""

from flask import Blueprint, Response, render_template, session

from directory.vocabulary import LICENSES, LicenseTerm
from directory.vocabulary.crisis import CRISIS_LINES
from directory.web.patient import cards
from directory.web.patient.help_lines import help_line
from directory.web.patient.pages.front import (
    AboutPage,
    CrisisPage,
    HomePage,
    LicenseEntry,
    LicensesPage,
    Note,
    TitledPage,
)
from directory.web.patient.pages.parts import Fact
from directory.web.patient.search_form import state_options
from directory.web.patient.sessions import forget_visit
from directory.web.patient.visit import COOKIE

NEUTRAL_PAGE = "https://www.weather.gov/"

pages = Blueprint("front", __name__)

_NOTES = (
    Note(cards.DEMO.text, "This person was made up to show how the site works."),
    Note(cards.UNCLAIMED.text, "The facts come from a public list. The person has not joined."),
    Note(cards.UNLICENSED.text, "A coach. They help with goals and skills, not with an illness."),
    Note(cards.UNCONFIRMED.text, "No one has told us lately if there is room. Call to check."),
)
_PLURALS = {
    "psychologist": "psychologists",
    "lcsw": "clinical social workers",
    "lpc": "professional counselors",
    "lmft": "marriage and family therapists",
    "psychiatrist": "psychiatrists",
    "pmhnp": "psychiatric nurse practitioners",
    "associate": "therapists in training",
    "coach": "coaches",
}


@pages.get("/")
def home() -> str:
    """Two doors: help me choose, and search."""
    return render_template("home.html", page=HomePage(state_options(None, "Choose a state")))


@pages.get("/about")
def about() -> str:
    """Say what the site is, and what the notes on listings mean."""
    return render_template("about/index.html", page=AboutPage("About", _NOTES))


@pages.get("/about/privacy")
def privacy() -> str:
    """Say what becomes of what people tell us."""
    return render_template("about/privacy.html", page=TitledPage("Your privacy"))


@pages.get("/about/therapy-or-psychotherapy")
def therapy_or_psychotherapy() -> str:
    """End the confusion of the two words."""
    page = TitledPage("Therapy or psychotherapy?")
    return render_template("about/therapy_or_psychotherapy.html", page=page)


@pages.get("/about/licenses")
def licenses() -> str:
    """Say what each licence lets its holder do."""
    entries = tuple(map(_license_entry, LICENSES.values()))
    return render_template("about/licenses.html", page=LicensesPage("What licenses mean", entries))


@pages.get("/crisis")
def crisis() -> str:
    """Show whom to call; needs no script, no session and no database."""
    lines = tuple(map(help_line, CRISIS_LINES))
    return render_template("crisis.html", page=CrisisPage("Help right now", lines))


@pages.get("/leave")
def leave() -> Response:
    """Forget the visit, and go to a page that says nothing about this one."""
    forget_visit()
    session.clear()
    response = Response(status=303, headers={"Location": NEUTRAL_PAGE})
    response.delete_cookie(COOKIE)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _license_entry(license: LicenseTerm) -> LicenseEntry:
    diagnose = {
        "yes": Fact("yes", "Can find out what is wrong (diagnose)"),
        "state": Fact("ask", "Can diagnose in some states"),
        "no": Fact("no", "Cannot diagnose"),
    }
    powers = (
        _power(license.licensed, "Treat mental health problems"),
        diagnose[license.may_diagnose],
        _power(license.may_prescribe, "Prescribe medicine"),
        _power(license.may_test, "Give tests"),
    )
    return LicenseEntry(license.code, license.label, _PLURALS[license.code], license.about, powers)


def _power(has_it: bool, what: str) -> Fact:
    verb = what[0].lower() + what[1:]
    return Fact("yes", f"Can {verb}") if has_it else Fact("no", f"Cannot {verb}")
