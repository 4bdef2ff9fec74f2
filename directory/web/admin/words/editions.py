"""Every edition: what it changed, the way back to it, and editions as files."""

import json

from flask import Blueprint, Response, flash, make_response, redirect
from werkzeug.wrappers import Response as AnyResponse

from directory.editions import Edition, read_edition
from directory.editions.differences import differences
from directory.errors import Conflict, Invalid
from directory.sentences import ENGLISH
from directory.storage import Editions, PublishedEdition
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.naming import account_name
from directory.web.admin.words.changing import HOME
from directory.web.admin.words.edition_list import SHIPPED
from directory.web.admin.words.forms import FileForm, WhyForm
from directory.web.admin.words.home_page import home
from directory.web.admin.words.pages import Changed, EditionPage
from directory.web.admin.words.publishing import put_in_force
from directory.web.downloads import attachment
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import change_draft, desk, edition_of
from directory.workflows.editions.publish_edition import edition_numbered, edition_to_bring_back

ADDRESS = f"{HOME}/editions/<int:edition>"

pages = Blueprint("editions", __name__)


@pages.get(ADDRESS)
def see(edition: int) -> Response:
    """Show an edition; 0 is what ships."""
    return _show(edition, WhyForm(formdata=None))


@pages.post(f"{ADDRESS}/take-back")
def bring_back(edition: int) -> AnyResponse:
    """Bring an edition into force again, as a new one."""
    form = WhyForm()
    if not form.validate():
        return _show(edition, form)
    try:
        found = edition_to_bring_back(current_directory(), form.note.data or "", edition)
        flash(put_in_force(found))
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show(edition, form)
    return redirect(HOME, 303)


@pages.get(f"{ADDRESS}/file")
def file(edition: int) -> Response:
    """Return an edition as a file."""
    with current_directory().database.reading() as session:
        return _as_file(edition_numbered(session, edition), f"edition-{edition}.json")


@pages.get(f"{HOME}/draft/file", endpoint="draft_file")
def draft_as_file() -> Response:
    """Return the draft as a file."""
    return _as_file(desk(current_directory()).draft, "draft.json")


@pages.post(f"{HOME}/file")
def read_file() -> AnyResponse:
    """Make what stands in a file the draft."""
    form = FileForm()
    if not form.validate():
        return home(form)
    try:
        document = json.loads(form.file.data.read().decode("utf-8-sig"))
        edition = read_edition(document)
        change_draft(current_directory(), acting_admin(), lambda _: edition)
    except Invalid as error:
        form.file.errors = [str(error)]
    except (ValueError, RecursionError):
        form.file.errors = ["This file is no edition: it is not written as JSON"]
    else:
        flash("The file is the draft now. Nothing changes until you publish it.")
        return redirect(HOME, 303)
    return home(form)


def _show(number: int, form: WhyForm) -> Response:
    directory = current_directory()
    with directory.database.reading() as session:
        edition = edition_numbered(session, number)
        stored = Editions(session).get(number)
        before = edition_numbered(session, number - 1) if number else edition
        newest, now = edition_of(session)
        about = (
            (f"Published on {_day(stored)} by {account_name(session, stored.published_by)}.",)
            if stored
            else ()
        )
    base = directory.editions.base
    page = EditionPage(
        title=f"Edition {number}" if number else SHIPPED,
        number=number,
        about=about,
        note=stored.note if stored else "",
        changes=tuple(map(Changed.of, differences(before, edition, base))),
        against_now=tuple(map(Changed.of, differences(now, edition, base))),
        is_in_force=number == newest,
        form=form,
    )
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/edition.html", page), status)


def _day(one: PublishedEdition) -> str:
    return ENGLISH.day(one.published_at.date())


def _as_file(edition: Edition, name: str) -> Response:
    text = json.dumps(edition.document(), ensure_ascii=False, indent=2) + "\n"
    return attachment(text, name, "application/json")
