"""The first page of words and weights."""

from flask import Response, make_response

from directory.editions import problems_in
from directory.editions.differences import DANGEROUS, kinds_of
from directory.storage import Editions
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME
from directory.web.admin.words.edition_list import edition_lines
from directory.web.admin.words.forms import FileForm
from directory.web.admin.words.pages import Changed, HomePage
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import Desk, desk


def home(file: FileForm | None = None) -> Response:
    """Return the first page, with the form of a file as it was sent."""
    directory, found = current_directory(), desk(current_directory())
    with directory.database.reading() as session:
        document = found.draft.document()
        preview = Editions(session).newest_preview(document) if found.changes else None
        editions = edition_lines(session)
    problems = problems_in(found.draft, directory.editions.base, directory.today())
    page = HomePage(
        title="Words and weights",
        changes=changes_of(found),
        is_behind=found.is_behind,
        is_dangerous=is_dangerous(found),
        problems=tuple(f"{one.field}: {one.message}" for one in problems),
        preview_href=f"{HOME}/previews/{preview.id}" if preview else "",
        editions=editions,
        file=file or FileForm(formdata=None),
    )
    return make_response(render_page("admin/words/home.html", page), 422 if file else 200)


def changes_of(found: Desk) -> tuple[Changed, ...]:
    """Return the changes of a draft as rows."""
    return tuple(map(Changed.of, found.changes))


def is_dangerous(found: Desk) -> bool:
    """Tell whether a draft changes what a second admin has to agree to."""
    return bool(kinds_of(found.changes) & DANGEROUS)
