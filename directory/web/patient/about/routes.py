"""The pages that explain help, and the site itself.

What is for those who check is in English alone: its rows are never told in another language.
"""

from flask import Blueprint, render_template, request

from directory.errors import NotFound
from directory.sentences import say
from directory.vocabulary import LICENSES
from directory.web.access import current_directory
from directory.web.accuracy_page import accuracy_page
from directory.web.patient.about.guide import GUIDE, about_the_site, next_after, title_of
from directory.web.patient.about.matching import evidence_page, matching_page
from directory.web.patient.about.meeting import formats, group_kinds, themes, ways
from directory.web.patient.about.pages import (
    AboutPage,
    CostsPage,
    FormatsPage,
    GuideLink,
    GuidePage,
    LicensesPage,
    QuestionsPage,
    SessionPage,
    TherapyKindsPage,
    TwoWordsPage,
)
from directory.web.patient.about.therapy_kinds import families, session_kinds
from directory.web.patient.about.triage import triage_page
from directory.web.patient.about.words import (
    KINDS_OF_HELP,
    NOTES,
    QUESTIONS,
    WORDS_OF_INSURANCE,
    license_entry,
    plans,
)
from directory.web.rendering import render_page, told
from directory.workflows.accuracy.read_accuracy import is_accuracy_public, read_accuracy
from directory.workflows.accuracy.take_figures import last_week

pages = Blueprint("about", __name__)


def _place() -> tuple[str, GuideLink | None]:
    """Return the title of this page of the guide, and the page to read next."""
    return title_of(request.path), next_after(request.path)


@pages.get("/about")
def about() -> str:
    """Say what the site is, what can be read here, and what the notes on listings mean."""
    site = about_the_site(is_accuracy_public(current_directory()))
    page = AboutPage(say("About"), GUIDE, site, NOTES)
    return render_page("about/index.html", page)


@pages.get("/about/privacy")
def privacy() -> str:
    """Say what becomes of what people tell us."""
    return render_page("about/privacy.html", GuidePage(say("Your privacy"), None))


@pages.get("/about/therapy-or-psychotherapy")
def therapy_or_psychotherapy() -> str:
    """End the confusion of the two words."""
    page = TwoWordsPage(*_place(), KINDS_OF_HELP)
    return render_page("about/therapy_or_psychotherapy.html", page)


@pages.get("/about/kinds-of-therapy")
def kinds_of_therapy() -> str:
    """Say what each kind of therapy is like, who may give it and what studies say."""
    return render_page("about/kinds_of_therapy.html", TherapyKindsPage(*_place(), families()))


@pages.get("/about/formats")
def formats_of_help() -> str:
    """Say who may be in the room."""
    page = FormatsPage(*_place(), formats(), group_kinds(), themes(), ways())
    return render_page("about/formats.html", page)


@pages.get("/about/a-session")
def a_session() -> str:
    """Say what a first session and usual ones are like."""
    return render_page("about/a_session.html", SessionPage(*_place(), session_kinds()))


@pages.get("/about/licenses")
def licenses() -> str:
    """Say what each licence lets its holder do."""
    entries = tuple(map(license_entry, LICENSES.values()))
    return render_page("about/licenses.html", LicensesPage(*_place(), entries))


@pages.get("/about/costs")
def costs() -> str:
    """Say what help costs, what the words of insurance mean, and what is free."""
    return render_page("about/costs.html", CostsPage(*_place(), WORDS_OF_INSURANCE, plans()))


@pages.get("/about/questions")
def questions() -> str:
    """Say what to ask before one books, when to change, and what is never right."""
    return render_page("about/questions.html", QuestionsPage(*_place(), QUESTIONS))


@pages.get("/about/triage")
def triage() -> str:
    """Say how answers are read: every rule, threshold and sentence with its source."""
    title = told(say("How we read your answers"))
    return render_template("about/triage.html", page=triage_page(), title=title)


@pages.get("/about/matching")
def matching() -> str:
    """Say how people are chosen and ordered: every weight and sentence with its source."""
    page = matching_page(current_directory().ranking)
    title = told(say("How we choose and order people"))
    weights = told(page.weights)
    return render_template("about/matching.html", page=page, title=title, weights=weights)


@pages.get("/about/evidence")
def evidence() -> str:
    """Say how well each kind of therapy is shown to help: every grade with its source."""
    title = told(say("How well each kind of therapy is shown to help"))
    return render_template("about/evidence.html", page=evidence_page(), title=title)


@pages.get("/about/accuracy")
def accuracy() -> str:
    """Say how true the list is, while those who run the site publish it."""
    directory = current_directory()
    if not is_accuracy_public(directory):
        raise NotFound("there is no such page")
    found = read_accuracy(directory, last_week(directory))
    return render_page("about/accuracy.html", accuracy_page(found))
