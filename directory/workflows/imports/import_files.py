"""Imports: files in, listings created or updated, and a report of every row that was not used."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from directory.exchange.formats import detect_format, read_file
from directory.exchange.outcomes import RowError, Skipped
from directory.exchange.read_as import ReadAs
from directory.jobs import Progress
from directory.storage import Upload
from directory.workflows.imports.import_aside import (
    begin_aside,
    confirm_aside,
    drop_aside,
    stage_aside,
)
from directory.workflows.imports.import_report import ImportReport, InFile
from directory.workflows.imports.mapped_columns import check_columns
from directory.workflows.imports.settling import Place, Settled, chunks, settle
from directory.workflows.opening import Directory

_OUR_OWN: Mapping[str, str] = MappingProxyType({})


def import_files(
    directory: Directory,
    paths: Sequence[Path],
    format: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    confirming: Progress | None = None,
    columns: Mapping[str, str] = _OUR_OWN,
) -> ImportReport:
    """Import files in one batch that can be undone; importing them again changes nothing.

    The format is found out by itself where it is None. `columns` gives for each title of tables of
    others the column of ours that it fills, "" where it is not read. With `dry_run` the report is
    the same and nothing is written. `progress` is told of the reading, `confirming` of the writing,
    which begins when all is read. Raises Unusable for a file that cannot be read to its end: of
    none of the files anything is imported then.
    """
    if columns:
        check_columns(paths, columns)
    guessed = "listings" if columns else None
    read_as = [ReadAs(format or guessed or detect_format(path), columns) for path in paths]
    report = ImportReport("+".join(dict.fromkeys(one.format for one in read_as)), None)
    seen: dict[str, Place] = {}
    rows = _read(directory, report, zip(paths, read_as, strict=True), seen, progress)
    try:
        if dry_run:
            deque(rows, maxlen=0)
        else:
            name = ", ".join(path.name for path in paths)
            _import(directory, report, _staged(directory, report, name, rows), seen, confirming)
    except BaseException:
        report.close()
        raise
    return report


def _read(
    directory: Directory,
    report: ImportReport,
    files: Iterable[tuple[Path, ReadAs]],
    seen: dict[str, Place],
    progress: Progress | None,
) -> Iterator[list[Settled]]:
    """Yield what the rows of the files would do, some at a time, and report it."""
    for path, read_as in files:
        for some in chunks(read_file(path, read_as, progress)):
            with directory.database.reading() as session:
                settled = settle(session, some, path.name, seen)
            for one in settled:
                _note(report, path.name, one)
            yield settled


def _staged(
    directory: Directory, report: ImportReport, name: str, rows: Iterable[list[Settled]]
) -> Upload:
    """Stage all rows; of files that cannot be read to their end nothing is left."""
    upload = begin_aside(directory, name, report.format)
    try:
        for some in rows:
            stage_aside(directory, upload, some)
    except BaseException:
        drop_aside(directory, upload)
        raise
    return replace(upload, counts={"created": report.created, "updated": report.updated})


def _import(
    directory: Directory,
    report: ImportReport,
    upload: Upload,
    seen: Mapping[str, Place],
    confirming: Progress | None,
) -> None:
    """Do what is staged; a row that something stood against meanwhile counts as skipped."""
    done, left_out = confirm_aside(directory, upload, confirming)
    report.batch, report.created, report.updated = done.id, done.created, done.updated
    for row in left_out:
        file, _ = seen[row.provider_id]
        report.skipped.add(InFile(file, Skipped(row.line, row.told)))


def _note(report: ImportReport, file: str, settled: Settled) -> None:
    """Write one decision into the report."""
    if isinstance(settled, RowError):
        report.errors.add(InFile(file, settled))
        return
    for warning in settled.warnings:
        report.warnings.add(InFile(file, warning))
    if isinstance(settled, Skipped):
        report.skipped.add(InFile(file, settled))
    elif settled.after is None:
        report.unchanged += 1
    else:
        report.created += settled.before is None
        report.updated += settled.before is not None
