"""The first page of words and weights: the draft, what can be edited, and the editions so far."""

from flask import Blueprint, Response, flash, make_response, redirect
from werkzeug.wrappers import Response as AnyResponse

from directory.errors import Conflict, Invalid
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.words.changing import HOME
from directory.web.admin.words.forms import NoteForm
from directory.web.admin.words.home_page import changes_of, home, is_dangerous
from directory.web.admin.words.pages import PublishPage
from directory.web.admin.words.publishing import put_in_force
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import Desk, desk, drop_draft
from directory.workflows.editions.publish_edition import draft_to_publish

pages = Blueprint("words", __name__)


@pages.get(HOME)
def see() -> Response:
    """Show the draft, what can be edited, and every edition."""
    return home()


@pages.get(f"{HOME}/publish")
def before_publishing() -> Response:
    """Ask once more before the draft is published."""
    found = desk(current_directory())
    return _publish_page(found, NoteForm(formdata=None, version=str(found.version)))


@pages.post(f"{HOME}/publish")
def publish() -> AnyResponse:
    """Publish the draft."""
    directory, form = current_directory(), NoteForm()
    found = desk(directory)
    if not form.validate():
        return _publish_page(found, form)
    typed = form.version.data or ""
    version = int(typed) if typed.isdecimal() else -1
    try:
        flash(put_in_force(draft_to_publish(directory, form.note.data or "", version)))
    except Invalid as error:
        form.form_errors = [f"{one.field}: {one.message}" for one in error.problems]
        return _publish_page(found, form)
    except Conflict as error:
        form.version.data = str(found.version)
        form.form_errors = [_sentence(str(error))]
        return _publish_page(found, form)
    return redirect(HOME, 303)


@pages.post(f"{HOME}/drop")
def drop() -> AnyResponse:
    """Throw the draft away."""
    drop_draft(current_directory(), acting_admin())
    flash("The draft is gone. What is in force has not changed.")
    return redirect(HOME, 303)


def _publish_page(found: Desk, form: NoteForm) -> Response:
    page = PublishPage("Publish the draft", changes_of(found), is_dangerous(found), form)
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/publish.html", page), status)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
