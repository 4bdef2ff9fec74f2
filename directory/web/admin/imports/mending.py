"""The page on which the cells of rows that cannot be used are mended, many at once."""

from collections.abc import Mapping

from flask import Blueprint, make_response, redirect, request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from directory.errors import Conflict
from directory.exchange.read_as import WHOLE_ROW
from directory.storage import RowNote, Staging, Upload
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.imports.forms import mend_form
from directory.web.admin.imports.pages import PAGE_SIZE, MendPage, Pager, Slip
from directory.web.admin.imports.rows import pager_of
from directory.web.admin.imports.uploads import ADDRESS
from directory.web.rendering import render_page
from directory.workflows.imports.bring_import import mend_cells, upload_of

_SHOWN_CELLS = 4  # of a row, so that somebody sees whose it is
_SHORTENED = "…"
Mends = Mapping[tuple[int, str], str]

pages = Blueprint("import_mending", __name__)


@pages.get(f"{ADDRESS}/errors")
def errors(upload: str) -> Response:
    """Show rows that cannot be used, each with the cell to mend."""
    found = upload_of(current_directory(), upload)
    slips, values, pager = _slips(found)
    return _show(found, slips, pager, mend_form(slips, values, formdata=None, round=found.round))


@pages.post(f"{ADDRESS}/errors")
def mend(upload: str) -> Response:
    """Keep all the cells of a page at once, and read the file again."""
    found = upload_of(current_directory(), upload)
    slips, values, pager = _slips(found)
    form = mend_form(slips, values)
    if not form.validate():
        return _show(found, slips, pager, form)
    cells = {
        (slip.line, WHOLE_ROW if slip.is_whole_row else slip.column): form[slip.field].data or ""
        for slip in slips
        if slip.field and (form[slip.field].data or "") != values[slip.line]
    }
    try:
        mend_cells(current_directory(), upload, form.round.data, cells, acting_admin())
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show(found, slips, pager, form)
    return redirect(f"/admin/imports/{upload}", 303)


def _slips(upload: Upload) -> tuple[tuple[Slip, ...], dict[int, str], Pager]:
    """Return the rows of the page that is asked for, and what stands in their fields."""
    pager = pager_of(upload.id, "error", f"/admin/imports/{upload.id}/errors?page=")
    with current_directory().database.reading() as session:
        staging = Staging(session, upload.id)
        notes, mends = staging.notes("error", pager.skip, PAGE_SIZE), staging.mends()
    can_mend = upload.has_file and upload.state == "read"
    found = [_slip(note, upload.titles, mends, can_mend) for note in notes]
    return tuple(slip for slip, _ in found), {slip.line: value for slip, value in found}, pager


def _slip(note: RowNote, titles: tuple[str, ...], mends: Mends, can_mend: bool) -> tuple[Slip, str]:
    """Return a row with what stands in its field: its cell, or the whole row where it has none."""
    in_cell = note.column in titles[: len(note.cells)]
    is_path = not titles and note.column and not note.value.endswith(_SHORTENED)
    if in_cell:
        value = note.cells[titles.index(note.column)]
    else:
        value = note.value if is_path else note.text
    is_whole = not in_cell and not is_path
    value = mends.get((note.line, WHOLE_ROW if is_whole else note.column), value)
    has_field = can_mend and (not is_whole or bool(value))
    slip = Slip(
        line=note.line,
        column=note.column,
        message=note.message[:1].upper() + note.message[1:],
        row=" · ".join([cell for cell in note.cells if cell.strip()][:_SHOWN_CELLS]),
        field=f"line-{note.line}" if has_field else "",
        is_whole_row=is_whole,
    )
    return slip, value


def _show(upload: Upload, slips: tuple[Slip, ...], pager: Pager, form: FlaskForm) -> Response:
    page = MendPage(
        title=f"Rows that cannot be used ({pager.total:,})",
        action=f"{request.path}?page={pager.number}",
        slips=slips,
        form=form,
        pager=pager,
        download_href=f"/admin/imports/{upload.id}/failed.csv",
        back_href=f"/admin/imports/{upload.id}",
    )
    is_wrong = bool(form.errors or form.form_errors)
    return make_response(render_page("admin/imports/mend.html", page), 422 if is_wrong else 200)
