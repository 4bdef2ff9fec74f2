"""Closing what a roster or a call found, and what people told of a listing."""

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from directory.storage import Notices
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.queue.forms import NoteForm
from directory.workflows.desk.desk_notices import close_notice, note_reports_looked_at

_NOTHING_SAID = "Say in a few words what you found."

pages = Blueprint("notice_desk", __name__)


@pages.post("/admin/notices/<notice>/close")
def close(notice: str) -> Response:
    """Note what came of a notice."""
    directory, form = current_directory(), NoteForm()
    if form.validate():
        listing = close_notice(directory, notice, acting_admin(), form.note.data)
        flash("Noted. It waits no more.")
        return redirect(f"/admin/listings/{listing}", 303)
    flash(_NOTHING_SAID)
    with directory.database.reading() as session:
        found = Notices(session).get(notice)
    return redirect(f"/admin/listings/{found.provider_id}" if found else "/admin/queue", 303)


@pages.post("/admin/reports/<listing>/looked")
def looked(listing: str) -> Response:
    """Note that somebody looked at what people told of a listing."""
    form = NoteForm()
    if form.validate():
        note_reports_looked_at(current_directory(), listing, acting_admin(), form.note.data)
        flash("Noted. What people tell from tomorrow on comes again.")
    else:
        flash(_NOTHING_SAID)
    return redirect(f"/admin/listings/{listing}", 303)
