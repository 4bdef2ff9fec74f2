"""Bringing the roster of a state board, and saying what its columns are."""

from contextlib import closing
from typing import Any

from flask import Blueprint, flash, make_response, redirect, request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid
from directory.providers.roster_files import RosterFile
from directory.sentences import ENGLISH
from directory.storage import Rosters
from directory.vocabulary import LICENSES
from directory.web.access import current_directory
from directory.web.account.current import current_account
from directory.web.admin.acting import acting_admin
from directory.web.admin.rosters.forms import MOST_SENT, PARTS, RosterForm, columns_form
from directory.web.admin.rosters.pages import ListedRoster, RosterColumnsPage, RostersPage
from directory.web.rendering import render_page
from directory.workflows.rosters.bring_roster import (
    BroughtRoster,
    Look,
    bring_roster,
    choose_columns,
    discard_roster,
    look_at,
    meanings,
    roster_of,
)

HERE = "/admin/rosters"
_STAGES = {
    "columns": "Its columns are to be looked at",
    "reading": "It is being read",
    "read": "Read: look and apply it",
    "applying": "It is being applied",
    "applied": "Applied",
    "undoing": "It is being taken back",
    "undone": "Taken back",
}

pages = Blueprint("rosters", __name__)


@pages.url_value_preprocessor
def take_more(_endpoint: str | None, _arguments: dict[str, Any] | None) -> None:
    """Let a roster be larger than other forms; this has to be said before anything is read.

    Of a stranger nothing large is taken, not even to hold it while they sign in.
    """
    if current_account() is not None:
        request.max_content_length = MOST_SENT


@pages.errorhandler(413)
def too_large(_error: Exception) -> Response:
    """Say how large a roster may be; what was sent has not been read."""
    form = RosterForm(formdata=None)
    form.file.errors = ["The file must be smaller than 10 MB"]
    return _list(form)


@pages.get(HERE)
def list_all() -> Response:
    """Show the rosters so far, and the form to bring another."""
    return _list(RosterForm(formdata=None))


@pages.post(HERE)
def bring() -> Response:
    """Keep a roster as evidence."""
    directory, form = current_directory(), RosterForm()
    if not form.is_sound(directory.today()):
        return _list(form)
    try:
        roster = bring_roster(directory, acting_admin(), _brought(form))
    except Invalid as error:
        form.file.errors = [error.problems[0].message]
        return _list(form)
    return redirect(f"{HERE}/{roster.id}/columns", 303)


@pages.get(f"{HERE}/<roster>/columns")
def columns(roster: str) -> Response:
    """Show what each column seems to be, and what each status seems to mean."""
    found, look = _look(roster)
    form = columns_form(found.titles, found.columns, meanings(look, found), formdata=None)
    return _show_columns(found, look, form)


@pages.post(f"{HERE}/<roster>/columns")
def choose(roster: str) -> Response:
    """Have the roster read by these columns, and remember them."""
    found, look = _look(roster)
    known = meanings(look, found)
    form = columns_form(found.titles, found.columns, known)
    if not form.validate():
        return _show_columns(found, look, form)
    chosen: dict[str, str] = {part: form[part].data for part in PARTS}
    words = {word: form[f"word-{place}"].data for place, word in enumerate(known)}
    try:
        is_read = choose_columns(current_directory(), roster, acting_admin(), chosen, words)
    except Invalid as error:
        for problem in error.problems:
            form[problem.field].errors = [problem.message]
        return _show_columns(found, look, form)
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show_columns(found, look, form)
    if not is_read:
        flash("Another column has the status now. Look at what its words mean.")
    return redirect(f"{HERE}/{roster}" if is_read else f"{HERE}/{roster}/columns", 303)


@pages.post(f"{HERE}/<roster>/discard")
def discard(roster: str) -> Response:
    """Throw a roster away that was never applied."""
    discard_roster(current_directory(), roster, acting_admin())
    flash("Thrown away.")
    return redirect(HERE, 303)


def _brought(form: RosterForm) -> BroughtRoster:
    name, file = "", b""
    if form.file.data and form.file.data.filename:
        with closing(form.file.data) as sent:
            name, file = sent.filename, sent.read()
    return BroughtRoster(
        name=name,
        file=file,
        state=form.state.data,
        license=form.kind,
        as_of=form.as_of.data,
        source=form.source.data,
    )


def _look(id: str) -> tuple[RosterFile, Look]:
    with current_directory().database.reading() as session:
        found = roster_of(session, id)
    return found, look_at(current_directory(), found)


def _list(form: RosterForm) -> Response:
    with current_directory().database.reading() as session:
        rosters = tuple(map(_listed, Rosters(session).newest()))
    page = RostersPage("State board rosters", form, rosters)
    return make_response(render_page("admin/rosters/list.html", page), 422 if form.errors else 200)


def _listed(one: RosterFile) -> ListedRoster:
    kind = LICENSES.label(one.about.license) if one.about.license else "Several kinds"
    about = f"{one.about.state}, {kind}, as of {ENGLISH.day(one.as_of)}"
    return ListedRoster(one.name, f"{HERE}/{one.id}", about, _STAGES[one.stage])


def _show_columns(found: RosterFile, look: Look, form: FlaskForm) -> Response:
    examples: dict[str, str] = {
        part: "; ".join(look.examples.get(found.columns.get(part, ""), ())) for part in PARTS
    }
    here = f"{HERE}/{found.id}"
    page = RosterColumnsPage(f"What is in {found.name}?", HERE, f"{here}/columns", form, examples)
    is_wrong = bool(form.errors or form.form_errors)
    html = render_page("admin/rosters/columns.html", page)
    return make_response(html, 422 if is_wrong else 200)
