"""What a draft would change, tried by the worker on the real listings."""

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from directory.editions.preview import Preview
from directory.errors import NotFound
from directory.storage import Editions, Jobs
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.words.changing import HOME
from directory.web.admin.words.pages import PreviewPage
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk_within
from directory.workflows.editions.preview_edition import PREVIEW, ask_preview

pages = Blueprint("previews", __name__)


@pages.post(f"{HOME}/previews")
def ask() -> Response:
    """Ask the worker to try the draft."""
    id = ask_preview(current_directory(), acting_admin())
    flash("The worker tries the draft now. This page shows what it finds.")
    return redirect(f"{HOME}/previews/{id}", 303)


@pages.get(f"{HOME}/previews/<int:preview>")
def see(preview: int) -> str:
    """Show what a preview found, or how far it is."""
    with current_directory().database.reading() as session:
        stored = Editions(session).preview(preview)
        if stored is None:
            raise NotFound("there is no such preview any more: ask for a new one")
        job = Jobs(session).newest(PREVIEW, str(preview))
        draft = desk_within(current_directory(), session).draft
    found = Preview.model_validate(stored.result) if stored.result else None
    page = PreviewPage(
        "What the draft would change", job, found, stored.document == draft.document()
    )
    return render_page("admin/words/preview.html", page)
