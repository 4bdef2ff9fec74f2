"""How long each fact of a listing holds once it is confirmed."""

from functools import partial

from flask import Blueprint, make_response
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from directory.editions.drafting import with_clocks
from directory.editions.laying_over import clocks
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import ClocksForm
from directory.web.admin.words.pages import FormPage
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

ADDRESS = f"{HOME}/clocks"
_ABOUT = (
    "Days for which a confirmed fact holds. Then a listing loses its badge until confirmed.",
    "The law has facts checked every 90 days, so no clock is longer.",
    "Keepers are reminded by the new clocks. A shorter one may hide listings: try it first.",
)

pages = Blueprint("clocks", __name__)


@pages.get(ADDRESS)
def see() -> Response:
    """Show the clocks of the draft."""
    found = clocks(desk(current_directory()).draft)
    days = {**found.days, "others": found.others, "hidden": found.hidden}
    return _show(ClocksForm(formdata=None, **days))


@pages.post(ADDRESS)
def save() -> Response:
    """Put the clocks into the draft."""
    form = ClocksForm()
    if form.validate() and (
        done := put_into_draft(form, partial(with_clocks, days=form.days()), HOME)
    ):
        return done
    return _show(form)


def _show(form: FlaskForm) -> Response:
    page = FormPage("Clocks", ADDRESS, HOME, _ABOUT, form)
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)
