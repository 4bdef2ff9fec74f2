"""The page on which somebody says what the columns of a file are."""

from flask import Blueprint, make_response, redirect
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from directory.errors import Conflict
from directory.exchange.listings.header import missing
from directory.exchange.recognising import recognise
from directory.storage import ChosenColumns, Upload
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.imports.forms import column_form, column_words
from directory.web.admin.imports.pages import ColumnsPage
from directory.web.admin.imports.uploads import ADDRESS
from directory.web.rendering import render_page
from directory.workflows.imports.bring_import import choose_columns, upload_of
from directory.workflows.imports.upload_files import path_of

pages = Blueprint("import_columns", __name__)


@pages.get(f"{ADDRESS}/columns")
def columns(upload: str) -> Response:
    """Show the titles of a file with what each seems to be."""
    found = upload_of(current_directory(), upload)
    chosen = found.chosen or ChosenColumns({})
    license = chosen.everywhere.get("license", "")
    form = column_form(found.titles, chosen.columns, formdata=None, license=license)
    return _show(found, form)


@pages.post(f"{ADDRESS}/columns")
def choose(upload: str) -> Response:
    """Read the file by these columns, and remember them."""
    found = upload_of(current_directory(), upload)
    form = column_form(found.titles, found.chosen.columns if found.chosen else {})
    if not form.validate():
        return _show(found, form)
    chosen = _chosen(found, form)
    if chosen is None:
        return _show(found, form)
    try:
        choose_columns(current_directory(), upload, chosen, acting_admin())
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show(found, form)
    return redirect(f"/admin/imports/{upload}", 303)


def _chosen(upload: Upload, form: FlaskForm) -> ChosenColumns | None:
    """Return what was chosen; None where it does not serve, which is written beside the fields."""
    by_column: dict[str, str] = {}
    columns: dict[str, str] = {}
    is_sound = True
    for place, title in enumerate(upload.titles):
        field = form[f"column-{place}"]
        columns[title] = field.data
        if field.data and by_column.setdefault(field.data, title) != title:
            other = by_column[field.data]
            field.errors = [f"“{other}” is read as {column_words(field.data)}, too: choose one"]
            is_sound = False
    everywhere = {"license": form.license.data} if form.license.data else {}
    if form.license.data and "license" in by_column:
        form.license.errors = ["A column has the license: choose one of the two"]
        is_sound = False
    if lacks := missing([*by_column, *everywhere]):
        form.form_errors = [f"Every listing needs {one}: say which column has it" for one in lacks]
        is_sound = False
    return ChosenColumns(columns, everywhere) if is_sound else None


def _show(upload: Upload, form: FlaskForm) -> Response:
    directory = current_directory()
    proposals = recognise(path_of(directory, upload)).proposals
    examples = {f"column-{place}": "; ".join(one.examples) for place, one in enumerate(proposals)}
    page = ColumnsPage(
        title=f"What are the columns of {upload.name}?",
        action=f"/admin/imports/{upload.id}/columns",
        form=form,
        examples=examples,
        back_href="/admin/imports",
    )
    is_wrong = bool(form.errors or form.form_errors)
    return make_response(render_page("admin/imports/columns.html", page), 422 if is_wrong else 200)
