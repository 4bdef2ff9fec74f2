"""The list of imports, the form for a file, and the page on which a file is decided."""

from contextlib import closing

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict, Unusable
from directory.web.access import current_directory, current_settings
from directory.web.admin.acting import acting_admin
from directory.web.admin.imports.forms import FileForm, confirm_form
from directory.web.admin.imports.pages import BringPage
from directory.web.admin.imports.upload_page import imports_page, upload_page
from directory.web.rendering import render_page
from directory.workflows.imports.bring_import import (
    bring_file,
    discard_upload,
    read_again,
    upload_of,
)
from directory.workflows.imports.confirm_import import confirm_import

ADDRESS = "/admin/imports/<upload>"
_SECONDS = 3  # after which a page with work that runs is loaded anew

pages = Blueprint("imports", __name__)


@pages.get("/admin/imports")
def see() -> str:
    """Show the files that wait, and what was imported before."""
    return render_page("admin/imports/list.html", imports_page(current_directory(), acting_admin()))


@pages.get("/admin/imports/new")
def write() -> Response:
    """Ask for a file."""
    return _ask(FileForm(formdata=None))


@pages.post("/admin/imports/new")
def bring() -> Response:
    """Keep a file, and find out what it is."""
    form = FileForm()
    if not form.validate():
        return _ask(form)
    try:
        with closing(form.file.data) as file:
            upload = bring_file(current_directory(), file.filename, file.save, acting_admin())
    except Unusable as error:
        form.file.errors = [str(error)]
        return _ask(form)
    step = "/columns" if upload.state == "columns" else ""
    return redirect(f"/admin/imports/{upload.id}{step}", 303)


@pages.get(ADDRESS)
def show(upload: str) -> Response:
    """Show how far a file is, and what it would do or did."""
    return _show(upload)


@pages.post(f"{ADDRESS}/confirm")
def confirm(upload: str) -> Response:
    """Do what the dry run showed."""
    directory = current_directory()
    found = upload_of(directory, upload)
    form = confirm_form(bool(found.counts.get("created")))
    if not form.validate():
        return _show(upload, form)
    hides = bool(form.new_listings.data == "hidden") if "new_listings" in form else False
    try:
        confirm_import(directory, upload, form.round.data, hides, acting_admin())
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show(upload, form)
    return redirect(f"/admin/imports/{upload}", 303)


@pages.post(f"{ADDRESS}/again")
def again(upload: str) -> Response:
    """Read a file again."""
    read_again(current_directory(), upload, acting_admin())
    return redirect(f"/admin/imports/{upload}", 303)


@pages.post(f"{ADDRESS}/discard")
def discard(upload: str) -> Response:
    """Throw a file away."""
    discard_upload(current_directory(), upload, acting_admin())
    flash("The file is gone. Nothing of it was imported.")
    return redirect("/admin/imports", 303)


def _ask(form: FileForm) -> Response:
    limit = f"{current_settings().upload_limit_mb} MB"
    page = BringPage("Import a file", form, limit)
    return make_response(render_page("admin/imports/bring.html", page), 422 if form.errors else 200)


def _show(id: str, form: FileForm | None = None) -> Response:
    page = upload_page(current_directory(), id, form)
    answer = make_response(render_page("admin/imports/upload.html", page))
    if form is not None:
        answer.status_code = 422
    if page.work and not page.work.failed:
        answer.headers["Refresh"] = str(_SECONDS)
    return answer
