"""The command that imports files, and what it says of tables with titles of their own."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from directory.cli.files import Opened
from directory.cli.output import print_import_report
from directory.documents import write_import_report
from directory.errors import Unusable
from directory.exchange.formats import FORMATS
from directory.jobs import Progress
from directory.workflows.imports.import_files import import_files
from directory.workflows.imports.import_report import ImportReport
from directory.workflows.imports.mapped_columns import proposed_columns
from directory.workflows.prepare import initialise

Shown = Callable[[str], AbstractContextManager[Progress | None]]
_FILE = click.Path(path_type=Path)  # one that cannot be read is bad input, not wrong usage
_WRITTEN = click.Path(dir_okay=False, path_type=Path)
_COLUMNS = TypeAdapter(dict[str, str])


def add_import_command(group: click.Group, opened: Opened, shown: Shown) -> None:
    """Add the command; `opened` gives the directory, `shown` a progress bar of a name."""

    @group.command(name="import")
    @click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
    @click.option("--format", type=click.Choice(sorted(FORMATS)), help="Found out where left out.")
    @click.option(
        "--columns",
        type=_FILE,
        metavar="MAP.json",
        help='What the columns of others are: {"Their title": "our_column" or ""}.',
    )
    @click.option("--dry-run", is_flag=True, help="Check and report; write nothing.")
    @click.option("--report", type=_WRITTEN, help="Write it as JSON.")
    def import_command(
        files: tuple[Path, ...],
        format: str | None,
        columns: Path | None,
        dry_run: bool,
        report: Path | None,
    ) -> None:
        """Import listings from files; importing the same files again changes nothing."""
        if columns and format == "nppes":
            raise click.UsageError("--columns is for tables of listings: NPPES files need none")
        said = _read_columns(columns) if columns else {}
        with opened() as directory, shown("importing") as told:
            initialise(directory)
            try:
                done = import_files(directory, files, format, dry_run, told, told, said)
            except Unusable as error:
                if columns or format == "nppes" or not (proposals := _proposals(files)):
                    raise
                raise Unusable(f"{error}\n{proposals}") from error
        _tell(done, report)


def _tell(done: ImportReport, report: Path | None) -> None:
    with closing(done):
        if report:
            with report.open("w", encoding="utf-8") as file:
                write_import_report(done, file)
        print_import_report(done)


def _read_columns(path: Path) -> dict[str, str]:
    try:
        columns = _COLUMNS.validate_json(path.read_bytes())
    except ValidationError as error:
        wanted = '{"Their title": "our_column", "Another": ""}'
        raise Unusable(f"{path.name} does not say what columns are: write {wanted}") from error
    if not any(columns.values()):
        raise Unusable(f"{path.name} names no column of ours: docs/importing.md lists them")
    return columns


def _proposals(files: Sequence[Path]) -> str:
    """Return what the first table with titles of its own seems to have, as a file of columns."""
    for path in files:
        try:
            columns = proposed_columns(path)
        except Unusable:
            continue
        if columns:
            return (
                f"{path.name} has titles of its own, which seem to be these. Put them into a file, "
                'mend it ("" is not read), and add --columns and its name:\n'
                f"{json.dumps(columns, indent=1, ensure_ascii=False)}"
            )
    return ""
