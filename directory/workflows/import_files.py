"""Imports: files in, listings created or updated, and a report of every row that was not used."""

import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from directory.errors import Conflict, Unusable
from directory.exchange.formats import detect_format, read_file
from directory.exchange.outcomes import Outcome, RowError, Skipped
from directory.jobs import Progress
from directory.providers import Provider
from directory.storage import AuditLog, Imports, Providers
from directory.workflows.import_report import ImportReport, InFile
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.opening import Directory
from directory.workflows.settling import Place, Settled, chunks, settle

_MANY = 2_000  # changed listings, from which on building the index anew is quicker


def import_files(
    directory: Directory,
    paths: Sequence[Path],
    format: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import files in one batch that can be undone; importing them again changes nothing.

    The format is found out by itself where it is None. With `dry_run` the report is the same and
    nothing is written. Raises Unusable for a file that cannot be read at all.
    """
    formats = [format or detect_format(path) for path in paths]
    name = "+".join(dict.fromkeys(formats))
    files = ", ".join(path.name for path in paths)
    report = ImportReport(name, None if dry_run else _begin_batch(directory, name, files))
    try:
        _import_each(directory, report, zip(paths, formats, strict=True), progress)
        if report.batch:
            _end_batch(directory, report.batch)
    except Unusable as error:
        report.close()
        if not (report.batch and report.created + report.updated):
            raise
        raise Unusable(
            f"{error}; to take back what came before: directory undo {report.batch}"
        ) from error
    finally:
        if report.batch:
            bring_index_up(directory, report.created + report.updated)
    return report


def bring_index_up(directory: Directory, changed: int) -> None:
    """Bring the index up to what an import changed."""
    if changed > _MANY:
        reindex(directory)
    else:
        catch_up(directory)


def _import_each(
    directory: Directory,
    report: ImportReport,
    files: Iterable[tuple[Path, str]],
    progress: Progress | None,
) -> None:
    seen: dict[str, Place] = {}
    for path, format in files:
        for some in chunks(read_file(path, format, progress)):
            _take_in(directory, report, path.name, some, seen)


def new_batch_id(directory: Directory) -> str:
    """Return the id of an import that begins today."""
    return f"{directory.today():%Y%m%d}-{secrets.token_hex(4)}"


def _begin_batch(directory: Directory, format: str, files: str) -> str:
    batch = new_batch_id(directory)
    with directory.database.writing() as session:
        Imports(session).begin(batch, format, directory.clock(), files)
    return batch


def _end_batch(directory: Directory, batch: str) -> None:
    """Note that a batch is whole: one that is not was broken off, and can be taken back."""
    with directory.database.writing() as session:
        imports = Imports(session)
        imports.end(batch, directory.clock())
        done = imports.get(batch)
        counts = {"created": done.created, "updated": done.updated}
        log = AuditLog(session)
        log.append(directory.clock(), None, "import.confirmed", f"import/{batch}", counts)


def _take_in(
    directory: Directory,
    report: ImportReport,
    file: str,
    some: list[Outcome],
    seen: dict[str, Place],
) -> None:
    """Take in some rows in one transaction, so that a broken import leaves whole chunks."""
    database = directory.database
    with database.writing() if report.batch else database.reading() as session:
        if report.batch and Imports(session).get(report.batch).undo_asked_at:
            raise Conflict("somebody takes this import back")
        for settled in settle(session, some, file, seen):
            change = _note(report, file, settled)
            if change and report.batch:
                before, after = change
                Providers(session).save(after)
                Imports(session).note_change(report.batch, before, after)


def _note(
    report: ImportReport, file: str, settled: Settled
) -> tuple[Provider | None, Provider] | None:
    """Write one decision into the report, and return what is to be written to the database."""
    if isinstance(settled, RowError):
        report.errors.add(InFile(file, settled))
        return None
    for warning in settled.warnings:
        report.warnings.add(InFile(file, warning))
    if isinstance(settled, Skipped):
        report.skipped.add(InFile(file, settled))
        return None
    if settled.after is None:
        report.unchanged += 1
        return None
    report.created += settled.before is None
    report.updated += settled.before is not None
    return settled.before, settled.after
