"""Files that go out of the room of imports: an empty table, and every listing."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from flask import Blueprint, Response, request

from directory.errors import Conflict, NotFound
from directory.exchange.listings.template import write_template
from directory.storage import Providers
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.imports.forms import ExportForm
from directory.workflows.export_listings import export_listings

_MOST = 100_000  # listings: more would keep the page waiting for too long
_NO_SUCH_FORMAT = "there is no file of that format"
_CHUNK = 1 << 16  # bytes
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

pages = Blueprint("import_files_out", __name__)


@pages.get("/admin/imports/template")
def template() -> Response:
    """Send an empty table with a row of hints."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"template.{_asked_format('csv', 'xlsx')}"
        write_template(path)
        return _sent(path)


@pages.post("/admin/imports/export")
def export() -> Response:
    """Send every listing, hidden ones too, without the private mail addresses."""
    form = ExportForm()
    if not form.validate():
        raise NotFound(_NO_SUCH_FORMAT)
    directory, format = current_directory(), form.format.data
    with directory.database.reading() as session:
        if Providers(session).count() > _MOST:
            raise Conflict("there are too many listings for a page: `directory export` writes them")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"listings-{directory.today():%Y-%m-%d}.{format}"
        export_listings(directory, path, contacts=False, admin=acting_admin())
        return _sent(path)


def _asked_format(*known: str) -> str:
    format = request.args.get("format", known[0])
    if format not in known:
        raise NotFound(_NO_SUCH_FORMAT)
    return format


def _sent(path: Path) -> Response:
    """Send a file that is open, and so outlives its folder."""
    media = _MEDIA[path.suffix.removeprefix(".")]
    answer = Response(_chunks(path.open("rb")), content_type=media)
    answer.headers.set("Content-Disposition", "attachment", filename=path.name)
    return answer


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
