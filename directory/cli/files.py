"""The commands that write files of listings: everything there is, and an empty template."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from directory.exchange.listings.template import write_template
from directory.exchange.listings_out import WRITERS
from directory.workflows import Directory
from directory.workflows.imports.export_listings import export_listings

Opened = Callable[[], AbstractContextManager[Directory]]
_FILE = click.Path(dir_okay=False, path_type=Path)


def add_file_commands(group: click.Group, opened: Opened) -> None:
    """Add the commands to a group; `opened` gives the directory that they work on."""

    @group.command()
    @click.argument("file", type=_FILE)
    @click.option("--format", type=click.Choice(list(WRITERS)), help="That of the file's name.")
    @click.option("--without-contacts", is_flag=True, help="Leave private mail addresses out.")
    def export(file: Path, format: str | None, without_contacts: bool) -> None:
        """Write every listing into a file that can be imported again: CSV, JSON Lines or XLSX."""
        with opened() as directory:
            count = export_listings(directory, file, format, contacts=not without_contacts)
        click.echo(f"{count} listings are in {file}.")

    @group.command()
    @click.argument("file", type=_FILE)
    def template(file: Path) -> None:
        """Write an empty table of listings, CSV or XLSX, with a row that says what goes where."""
        write_template(file)
        click.echo(f"{file} has every column. Take out those you do not need.")
