"""Crisis lines of the operator's own, such as one of the county."""

from functools import partial

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from directory.editions.drafting import with_own_line, without_own_line
from directory.editions.edition import Edition, OwnLine, read_part
from directory.errors import NotFound
from directory.vocabulary.needs import NEEDS
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import OwnLineForm
from directory.web.admin.words.lines import LIST, OWN, slug
from directory.web.admin.words.pages import FormPage
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

NEW = f"{HOME}/new-line"
ADDRESS = f"{OWN}/<own_line>"
_ABOUT = (
    "It has to answer everybody who needs it, at every hour. Call it yourself before you publish.",
    "Write numbers as in 1-800-555-0100, and a text as in HOME to 741741.",
)

pages = Blueprint("own_lines", __name__)


@pages.get(NEW)
def write() -> Response:
    """Show the form of a new line."""
    return _show("Add a line", NEW, _form(formdata=None))


@pages.post(NEW)
def add() -> Response:
    """Put a new line into the draft."""
    form = _form()
    if form.validate() and (done := put_into_draft(form, partial(_with, form=form), LIST)):
        return done
    return _show("Add a line", NEW, form)


@pages.get(ADDRESS)
def see(own_line: str) -> Response:
    """Show a line of the operator's own."""
    found = _line(own_line)
    form = _form(formdata=None, **found.model_dump())
    return _show(found.name, f"{OWN}/{own_line}", form, own_line)


@pages.post(ADDRESS)
def save(own_line: str) -> Response:
    """Put a line into the draft as it is typed."""
    found, form = _line(own_line), _form()
    change = partial(_with, form=form, before=found.name)
    if form.validate() and (done := put_into_draft(form, change, LIST)):
        return done
    return _show(found.name, f"{OWN}/{own_line}", form, own_line)


@pages.post(f"{ADDRESS}/drop")
def drop(own_line: str) -> Response:
    """Drop a line from the draft."""
    found, form = _line(own_line), _form(formdata=None)
    done = put_into_draft(form, partial(without_own_line, name=found.name), LIST)
    return done or _show(found.name, f"{OWN}/{own_line}", form, own_line)


def _form(**options: object) -> OwnLineForm:
    form = OwnLineForm(**options)
    form.need.choices = {need.id: str(need.title) for need in NEEDS}
    return form


def _with(edition: Edition, form: OwnLineForm, before: str | None = None) -> Edition:
    typed = {name: form[name].data for name in ("name", "need", "always", "flags", "age_groups")}
    return with_own_line(edition, read_part(OwnLine, {**form.reached(), **typed}), before)


def _line(name: str) -> OwnLine:
    own = desk(current_directory()).draft.own_lines
    found = next((one for one in own if slug(one.name) == name), None)
    if found is None:
        raise NotFound("there is no such line")
    return found


def _show(title: str, action: str, form: OwnLineForm, line: str = "") -> Response:
    drop_action = f"{OWN}/{line}/drop" if line else ""
    page = FormPage(title, action, LIST, _ABOUT, form, drop_action, "Drop this line")
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)
