"""An import that was made, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict
from directory.storage import AdminSteps, ImportBatch, Imports, Jobs, Merges, Providers
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.duplicates.merges import ADDRESS as MERGES
from directory.web.admin.imports.forms import UndoEditedForm, UndoForm
from directory.web.admin.imports.pages import BatchPage, Link
from directory.web.admin.imports.upload_page import batch_words, work_of
from directory.web.rendering import render_page
from directory.workflows.imports.undo_import import UNDO, UndoPreview, preview_undo
from directory.workflows.roles.second_admin import propose

ADDRESS = "/admin/imports/batches/<batch>"
_MOST_SHOWN = 50  # listings by name
_SECONDS = 3
STEP = "import.undone"  # for which another admin has to agree
_NOTHING = UndoPreview(0, 0, (), (), ())

pages = Blueprint("import_batch", __name__)


@pages.get(ADDRESS)
def see(batch: str) -> Response:
    """Show what an import did, and what taking it back would do."""
    return _show(batch)


@pages.post(f"{ADDRESS}/undo")
def undo(batch: str) -> Response:
    """Take it back."""
    form = UndoEditedForm()
    if not form.validate():
        return _show(batch, tuple(form.form_errors))
    document = {"batch": batch, "with_edited": form.with_edited.data}
    try:
        outcome = propose(current_directory(), STEP, document, acting_admin())
    except Conflict as error:
        return _show(batch, (str(error),))
    if outcome == "waiting":
        flash("Another admin has to agree. They have been told.")
    return redirect(f"/admin/imports/batches/{batch}", 303)


def _show(id: str, errors: tuple[str, ...] = ()) -> Response:
    directory = current_directory()
    with directory.database.reading() as session:
        batch = Imports(session).get(id)
        stays = Imports(session).staying(id)
        job = Jobs(session).newest(UNDO, id)
        steps = AdminSteps(session).waiting(directory.clock())
    waits = any(one.kind == STEP and one.document.get("batch") == id for one in steps)
    can_undo = batch.undo_asked_at is None or bool(job and job.state == "failed")
    preview = preview_undo(directory, id) if can_undo and not batch.undone_at else _NOTHING
    page = replace(_page(batch, preview, stays), waits_for_another=waits)
    page.form.form_errors = list(errors)
    answer = make_response(render_page("admin/imports/batch.html", page), 422 if errors else 200)
    if page.work and not page.work.failed:
        answer.headers["Refresh"] = str(_SECONDS)
    return answer


def _page(batch: ImportBatch, preview: UndoPreview, stays: Sequence[str]) -> BatchPage:
    with current_directory().database.reading() as session:
        job = Jobs(session).newest(UNDO, batch.id) if batch.is_going else None
    work = work_of(job, "Taking it back") if batch.is_going else None
    form = UndoEditedForm if preview.edited else UndoForm
    return BatchPage(
        title=f"Import of {batch.name or batch.id}",
        action=f"/admin/imports/batches/{batch.id}",
        told=(f"{batch_words(batch)}.", *_undone_words(batch)),
        is_whole=batch.ended_at is not None and batch.undo_asked_at is None,
        can_undo=batch.undone_at is None and (work is None or bool(work.failed)),
        goes=f"{preview.removed:,}",
        comes_back=f"{preview.restored:,}",
        edited=_links(preview.edited),
        edited_count=len(preview.edited),
        kept=_links(preview.kept),
        kept_count=len(preview.kept),
        claimed=_links(preview.claimed),
        claimed_count=len(preview.claimed),
        merges=_merge_links(preview.merges),
        merge_count=preview.merge_count,
        gone_count=len(preview.gone),
        work=work,
        stays=_links(stays),
        stays_count=len(stays),
        form=form(formdata=None),
    )


def _undone_words(batch: ImportBatch) -> tuple[str, ...]:
    if not batch.undone_at:
        return ()
    return (f"{batch.removed:,} listings went, {batch.restored:,} are as they were before.",)


def _links(ids: Sequence[str]) -> tuple[Link, ...]:
    with current_directory().database.reading() as session:
        found = Providers(session).get_many(ids[:_MOST_SHOWN])
    return tuple(Link(one.name, f"/admin/listings/{one.id}") for one in found)


def _merge_links(numbers: Sequence[int]) -> tuple[Link, ...]:
    with current_directory().database.reading() as session:
        merges = tuple(filter(None, map(Merges(session).get, numbers)))
    return tuple(
        Link(f"{one.gone_before.name} into {one.after.name}", f"{MERGES}/{one.id}")
        for one in merges
    )
