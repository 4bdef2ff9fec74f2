"""The report of an import as JSON, written row by row however many rows there are."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, TextIO

from directory.exchange.outcomes import RowError, RowWarning, Skipped
from directory.workflows.imports.import_report import ImportReport, InFile

_COUNTS = ("format", "batch", "read", "created", "updated", "unchanged")


def write_import_report(report: ImportReport, file: TextIO) -> None:
    """Write the report: the sums first, then a line for each row that was not used as it stood."""
    sums = ",\n ".join(f'"{name}": {json.dumps(getattr(report, name))}' for name in _COUNTS)
    file.write(f"{{{sums}")
    _write_rows(file, "skipped", report.skipped, _skipped)
    _write_rows(file, "warnings", report.warnings, _note)
    _write_rows(file, "errors", report.errors, _note)
    file.write("}\n")


def _write_rows(
    file: TextIO, name: str, rows: Iterable[Any], document: Callable[[Any], dict[str, Any]]
) -> None:
    lines = (json.dumps(document(row)) for row in rows)
    file.write(f',\n "{name}": [')
    file.writelines(f"{',' if place else ''}\n  {line}" for place, line in enumerate(lines))
    file.write("]")


def _skipped(at: InFile[Skipped]) -> dict[str, Any]:
    return {"file": at.file, "line": at.row.line, "reason": at.row.reason}


def _note(at: InFile[RowWarning] | InFile[RowError]) -> dict[str, Any]:
    return {"file": at.file, **asdict(at.row)}
