"""Crisis lines: other numbers for those that ship, and which are hidden."""

import re
from functools import partial

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from directory.editions.checking import FIXED, NEEDED
from directory.editions.differences import reached
from directory.editions.drafting import with_line
from directory.editions.edition import Edition, LineChange, OwnLine, read_part
from directory.errors import NotFound
from directory.vocabulary.crisis import CRISIS_LINES, CrisisLine
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import LineForm, ShippedLineForm
from directory.web.admin.words.pages import Choice, ChoicesPage, FormPage, Part
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

LIST = f"{HOME}/lines"
ADDRESS = f"{LIST}/<line>"
OWN = f"{HOME}/own-lines"

pages = Blueprint("crisis_lines", __name__)


@pages.get(LIST)
def choose() -> str:
    """Show every crisis line."""
    draft = desk(current_directory()).draft
    page = ChoicesPage(
        "Crisis lines",
        "Call a number before you publish it. Nobody can hide or change 988 and 911. A change of "
        "these lines needs a second admin, where there is one.",
        (
            Part("Your own", tuple(map(_own, draft.own_lines))),
            Part("Those that ship", tuple(_shipped(one, draft) for one in CRISIS_LINES.base)),
        ),
        f"{HOME}/new-line",
        "Add a line",
    )
    return render_page("admin/words/choices.html", page)


@pages.get(ADDRESS)
def see(line: str) -> Response:
    """Show how a line that ships is reached."""
    found = _line(line)
    now = _change(found, desk(current_directory()).draft)
    return _show(found, _form(found)(formdata=None, **now.model_dump()))


@pages.post(ADDRESS)
def save(line: str) -> Response:
    """Put a line that ships into the draft as it is typed."""
    found = _line(line)
    form = _form(found)()
    if form.validate():
        name = str(found.name)
        fields = {f"crisis_lines.{name}": "call"}
        change = partial(_changed, name=name, form=form)
        if done := put_into_draft(form, change, LIST, fields):
            return done
    return _show(found, form)


def slug(name: str) -> str:
    """Return the name of a line as it stands in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _changed(edition: Edition, name: str, form: LineForm) -> Edition:
    hidden = bool(form.hidden.data) if isinstance(form, ShippedLineForm) else False
    return with_line(edition, name, read_part(LineChange, {**form.reached(), "hidden": hidden}))


def _line(name: str) -> CrisisLine:
    found = next((one for one in CRISIS_LINES.base if slug(str(one.name)) == name), None)
    if found is None:
        raise NotFound("there is no such line")
    return found


def _change(line: CrisisLine, draft: Edition) -> LineChange:
    shipped = LineChange(call=line.call, text=line.text, chat=line.chat)
    return draft.crisis_lines.get(str(line.name), shipped)


def _form(line: CrisisLine) -> type[LineForm]:
    return LineForm if str(line.name) in NEEDED else ShippedLineForm


def _own(line: OwnLine) -> Choice:
    return Choice(line.name, f"{OWN}/{slug(line.name)}", reached(line))


def _shipped(line: CrisisLine, draft: Edition) -> Choice:
    name, change = str(line.name), _change(line, draft)
    state = "changed" if name in draft.crisis_lines else ""
    if change.hidden:
        state = "hidden"
    href = "" if name in FIXED else f"{LIST}/{slug(name)}"
    return Choice(name, href, reached(change), state)


def _show(line: CrisisLine, form: LineForm) -> Response:
    shipped = LineChange(call=line.call, text=line.text, chat=line.chat)
    about = [f"As it ships: {reached(shipped)}."]
    if str(line.name) in NEEDED:
        about.append("Other pages lean on this line, so it cannot be hidden.")
    page = FormPage(str(line.name), f"{LIST}/{slug(str(line.name))}", LIST, tuple(about), form)
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)
