"""From an upload to its page."""

from collections.abc import Iterator, Mapping

from flask_wtf import FlaskForm

from directory.jobs import Job
from directory.roles import Admin, roles_within
from directory.storage import ImportBatch, Imports, Jobs, Staging, Upload, Uploads
from directory.storage.uploads import UploadState
from directory.web.admin.amounts import bytes_words
from directory.web.admin.imports.forms import confirm_form
from directory.web.admin.imports.pages import Count, ImportsPage, LeftOut, Link, UploadPage, Work
from directory.web.times import told_time
from directory.workflows import Directory
from directory.workflows.imports.bring_import import upload_of
from directory.workflows.imports.confirm_import import CONFIRM
from directory.workflows.imports.stage_import import STAGE

_MOST_LEFT_OUT = 200
STATES: Mapping[UploadState, str] = {
    "columns": "Say what its columns are",
    "reading": "Being read",
    "read": "Read: look at it, then confirm",
    "unusable": "Cannot be read",
    "confirming": "Being imported",
    "done": "Imported",
    "discarded": "Thrown away",
}
_FORMATS = {"nppes": "the NPPES register", "listings": "listings"}


def imports_page(directory: Directory, admin: Admin) -> ImportsPage:
    """Return the list of imports."""
    with directory.database.reading() as session:
        waiting, batches = Uploads(session).open(), Imports(session).newest()
    return ImportsPage(
        title="Imports",
        may_import="editor" in roles_within(admin.role),
        waiting=tuple(
            Link(one.name, _href(one), f"{STATES[one.state]}. {told_time(one.uploaded_at)}")
            for one in waiting
        ),
        done=tuple(
            Link(batch.name or batch.id, f"/admin/imports/batches/{batch.id}", batch_words(batch))
            for batch in batches
        ),
    )


def batch_words(batch: ImportBatch) -> str:
    """Say what an import did, and what became of it."""
    did = f"{batch.created:,} created, {batch.updated:,} updated. {told_time(batch.imported_at)}"
    if batch.undone_at:
        return f"{did}. Taken back on {told_time(batch.undone_at)}"
    if batch.is_going:
        return f"{did}. Being taken back"
    return did if batch.ended_at else f"{did}. Not finished"


def _href(upload: Upload) -> str:
    return f"/admin/imports/{upload.id}" + ("/columns" if upload.state == "columns" else "")


def upload_page(directory: Directory, id: str, form: FlaskForm | None) -> UploadPage:
    """Return the page of one file."""
    upload = upload_of(directory, id)
    asks_to_hide = bool(upload.counts.get("created"))
    with directory.database.reading() as session:
        work = _work(Jobs(session), upload)
        rows = Staging(session, id).left_out(0, _MOST_LEFT_OUT) if upload.state == "done" else ()
    return UploadPage(
        title=upload.name,
        action=f"/admin/imports/{id}",
        state=upload.state,
        told=tuple(_told(upload)),
        counts=tuple(_counts(upload)) if upload.state in {"read", "done"} else (),
        work=work,
        problem=upload.problem,
        confirm=form or confirm_form(asks_to_hide, formdata=None, round=upload.round),
        asks_to_hide=asks_to_hide,
        has_something=bool(asks_to_hide or upload.counts.get("updated")),
        can_read_again=upload.has_file and upload.state in {"read", "unusable", "reading"},
        columns_href=f"/admin/imports/{id}/columns" if _has_choice(upload) else "",
        batch_href=f"/admin/imports/batches/{upload.batch_id}" if upload.batch_id else "",
        left_out=tuple(LeftOut(row.line, row.listing.name, row.told) for row in rows),
    )


def _told(upload: Upload) -> Iterator[str]:
    size = bytes_words(upload.size)
    kind = _FORMATS.get(upload.format, "a table")
    yield f"Brought on {told_time(upload.uploaded_at)}: {size}, read as {kind}."
    if upload.state == "read":
        yield "This was a dry run: nothing has been written yet."
    if upload.state == "done" and upload.hides_new:
        yield "New listings are hidden until somebody has checked them."
    if not upload.has_file:
        yield "The file itself is not kept any more."


def _has_choice(upload: Upload) -> bool:
    return bool(upload.chosen) and upload.has_file and upload.state in {"read", "unusable"}


def _counts(upload: Upload) -> Iterator[Count]:
    href, counts = f"/admin/imports/{upload.id}", upload.counts
    is_open = upload.state == "read"
    shows = {
        "created": ("New listings", f"{href}/listings/new" if is_open else "", ""),
        "updated": ("Listings that change", f"{href}/listings/changed" if is_open else "", ""),
        "unchanged": ("Listings that stay as they are", "", ""),
        "errors": ("Rows that cannot be used", f"{href}/errors", "They stay out until mended."),
        "skipped": ("Rows that are none of ours", f"{href}/notes/skipped", ""),
        "warnings": ("Values mended or left out", f"{href}/notes/warning", ""),
    }
    yield Count(f"{counts.get('read', 0):,}", "Rows in the file")
    for kind, (text, where, about) in shows.items():
        number = counts.get(kind, 0)
        yield Count(f"{number:,}", text, where if number else "", about if number else "")


def _work(jobs: Jobs, upload: Upload) -> Work | None:
    if upload.state == "reading":
        return work_of(jobs.newest(STAGE, upload.id), "Reading the file")
    if upload.state == "confirming":
        return work_of(jobs.newest(CONFIRM, upload.id), "Importing")
    return None


def work_of(job: Job | None, text: str) -> Work:
    """Return how far a job is."""
    if job is None:
        return Work(text, None)
    failed = job.note if job.state == "failed" else ""
    waits = " (it waits for its turn)" if job.state == "waiting" else ""
    return Work(f"{text}{waits}", job.done * 100 // job.whole if job.whole else None, failed)
