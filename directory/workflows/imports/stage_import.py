"""The dry run of an uploaded file: what each row would do is staged, and nothing else happens."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from directory.errors import NotFound, Unusable
from directory.exchange.formats import read_file
from directory.exchange.outcomes import Outcome, RowError, RowWarning, Skipped
from directory.exchange.read_as import ReadAs
from directory.jobs import Job, Progress
from directory.storage import RowNote, Staging, Upload, Uploads
from directory.storage.providers import document_of
from directory.workflows.imports.settling import Change, Place, Settled, chunks, settle
from directory.workflows.imports.upload_files import clear_staged, path_of
from directory.workflows.opening import Directory

STAGE = "import.read"  # the kind of its job
StagedChange = tuple[int, str, str | None, str]


@dataclass(slots=True)
class _DryRun:
    """What has been read of a file so far."""

    upload: Upload
    seen: dict[str, Place] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def stage_import(directory: Directory, job: Job, progress: Progress) -> str:
    """Stage what the rows of an upload would do, in place of what was staged before.

    Nothing is held while the file is read: each few hundred rows are staged in one short
    transaction. A dry run that broke off is made again from its start. One that somebody asked for
    twice is made once: whoever confirms the first must not find it staged anew.
    """
    upload, mends = _begin(directory, job.subject)
    if upload.state != "reading":
        return "It is read already."
    chosen = upload.chosen
    read_as = ReadAs(
        upload.format,
        chosen.columns if chosen else {},
        mends,
        chosen.everywhere if chosen else {},
    )
    run = _DryRun(upload)
    try:
        path = path_of(directory, upload)
        for some in chunks(read_file(path, read_as, progress)):
            _stage(directory, run, some)
    except (Unusable, OSError) as error:
        _end(directory, replace(upload, state="unusable", problem=str(error), counts=run.counts))
        raise
    _end(directory, replace(upload, state="read", round=upload.round + 1, counts=run.counts))
    return f"{run.counts['read']:,} rows read."


def _begin(directory: Directory, id: str) -> tuple[Upload, dict[tuple[int, str], str]]:
    """Clear what was staged before; raise NotFound where the upload is decided by now."""
    with directory.database.reading() as session:
        upload = Uploads(session).get(id)
        mends = Staging(session, id).mends()
    if upload.state not in {"reading", "read", "unusable"}:
        raise NotFound("this file is not waiting to be read")
    if upload.state == "reading":
        clear_staged(directory, id)
    return replace(upload, problem=""), mends


def _stage(directory: Directory, run: _DryRun, some: list[Outcome]) -> None:
    """Stage some rows: decide first, and hold the lock only to write."""
    upload = run.upload
    with directory.database.reading() as session:
        settled = settle(session, some, upload.name, run.seen)
    changes = staged_changes(settled)
    notes = [note for one, row in zip(settled, some, strict=True) for note in _notes(one, row)]
    run.counts.update(kind for one in settled for kind in ("read", _kind(one)))
    run.counts["warnings"] += sum(note.kind == "warning" for note in notes)
    with directory.database.writing() as session:
        Staging(session, upload.id).add(changes, notes)


def _kind(settled: Settled) -> str:
    """Return what a decision counts as."""
    if isinstance(settled, RowError):
        return "errors"
    if isinstance(settled, Skipped):
        return "skipped"
    if settled.after is None:
        return "unchanged"
    return "updated" if settled.before else "created"


def staged_changes(settled: Iterable[Settled]) -> list[StagedChange]:
    """Return what is staged of some decisions: those that write a listing."""
    return [_staged(one) for one in settled if isinstance(one, Change) and one.after]


def _staged(change: Change) -> StagedChange:
    assert change.after  # noqa: S101  (those without are not staged)
    before = document_of(change.before) if change.before else None
    return change.line, change.after.id, before, document_of(change.after)


def _notes(settled: Settled, row: Outcome) -> Iterable[RowNote]:
    if isinstance(settled, RowError):
        cells = settled.cells or row.cells if not isinstance(row, Skipped) else ()
        place = settled.line, settled.column, settled.value, settled.message
        yield RowNote("error", *place, cells, settled.text)
        return
    yield from map(_warning, settled.warnings)
    if isinstance(settled, Skipped):
        yield RowNote("skipped", settled.line, "", "", settled.reason)


def _warning(warning: RowWarning) -> RowNote:
    return RowNote("warning", warning.line, warning.column, "", warning.message)


def _end(directory: Directory, upload: Upload) -> None:
    """Keep what came of a dry run, unless it is decided by now, or another worker made it."""
    with directory.database.writing() as session:
        uploads = Uploads(session)
        if uploads.get(upload.id).state == "reading":
            uploads.save(upload)
