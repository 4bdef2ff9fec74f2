"""Files to take along: an empty template, and every listing without private addresses."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, make_response, send_file
from werkzeug.wrappers import Response

from directory.errors import Unusable
from directory.exchange.listings.template import write_template
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.imports.forms import ExportForm
from directory.web.admin.imports.pages import ExportPage
from directory.web.rendering import render_page
from directory.workflows.imports.export_listings import export_as_admin

pages = Blueprint("import_files_out", __name__)


@pages.get("/admin/imports/template.csv")
def template_csv() -> Response:
    """Send an empty table."""
    return _sent("template.csv", write_template)


@pages.get("/admin/imports/template.xlsx")
def template_xlsx() -> Response:
    """Send an empty spreadsheet."""
    return _sent("template.xlsx", write_template)


@pages.get("/admin/imports/export")
def ask() -> Response:
    """Ask in which form the listings are wanted."""
    return _ask(ExportForm(formdata=None))


@pages.post("/admin/imports/export")
def export() -> Response:
    """Send every listing, hidden ones too, without the addresses that are never shown."""
    form = ExportForm()
    if not form.validate():
        return _ask(form)
    directory, admin = current_directory(), acting_admin()
    name = f"listings-{directory.today()}.{form.format.data}"
    try:
        return _sent(name, lambda path: export_as_admin(directory, path, admin))
    except Unusable as error:
        form.format.errors = [str(error)]
        return _ask(form)


def _ask(form: ExportForm) -> Response:
    page = ExportPage("Export all listings", form)
    page_text = render_page("admin/imports/export.html", page)
    return make_response(page_text, 422 if form.errors else 200)


def _sent(name: str, write: Callable[[Path], object]) -> Response:
    """Send a file that is gone from the disk once it is open."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return send_file(path.open("rb"), as_attachment=True, download_name=name)
