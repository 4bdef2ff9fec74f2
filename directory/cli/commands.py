"""The command line: one command for each workflow."""

import json
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from threading import Event
from typing import Any

import click
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from directory import __version__
from directory.cli.beside import stop_with_input, worker_beside
from directory.cli.files import add_file_commands
from directory.cli.importing import add_import_command
from directory.cli.output import print_matches, print_results
from directory.config import Settings, load_settings
from directory.documents import matched_document, search_document
from directory.errors import DirectoryError, Invalid, Unusable, problems_of
from directory.matching import MatchRequest
from directory.resources import resource_folder
from directory.search import SearchQuery
from directory.storage import Accounts
from directory.vocabulary import FORMATS as SESSION_FORMATS
from directory.vocabulary import LICENSES, MODALITIES, STATES
from directory.web.access import current_directory
from directory.workflows import Directory, open_directory
from directory.workflows.accounts.change_factors import clear_factors
from directory.workflows.accounts.security_letters import security_letter
from directory.workflows.imports.seed import seed as seed_directory
from directory.workflows.imports.undo_import import undo_import
from directory.workflows.indexing import reindex as reindex_directory
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.messages.post_mail import deliver
from directory.workflows.prepare import initialise, prepare_demo
from directory.workflows.working.work import work

_THREADS = 4  # a request waits for the disk at most, so few threads keep two cores busy
_FILE = click.Path(path_type=Path)  # one that cannot be read is bad input, not wrong usage


class _Commands(click.Group):
    """Turns a refusal of the directory into one line and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ValidationError as error:
            raise click.ClickException(str(Invalid(problems_of(error)))) from error
        except BrokenPipeError:
            raise
        except (DirectoryError, OSError) as error:
            raise click.ClickException(str(error)) from error


@contextmanager
def _opened() -> Iterator[Directory]:
    directory = open_directory(load_settings())
    try:
        yield directory
    finally:
        directory.close()


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar while the output is a terminal; otherwise there is none."""
    if not sys.stdout.isatty():
        yield None
        return
    columns = (TextColumn(what), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what)
        yield lambda done, whole: progress.update(task, completed=done, total=whole)


def _require_free_port(port: int) -> None:
    """Raise Unusable where another server answers, which would get every other request."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise Unusable(f"port {port} is in use: stop the other server or set PORT")


def _demo_listings() -> Path:
    return resource_folder("seed_data") / "providers.jsonl.gz"


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="directory")
def main() -> None:
    """A provider directory and matching service for mental health."""


@main.command()
def init() -> None:
    """Create or upgrade the database, and the search index where there is none."""
    with _opened() as directory:
        initialise(directory)
    click.echo("The database and the index are ready.")


@main.command()
def seed() -> None:
    """Load the demo listings: fictional people, marked as such."""
    with _opened() as directory:
        initialise(directory)
        count = seed_directory(directory, _demo_listings())
    click.echo(f"{count} demo listings went in." if count else "The demo listings are there.")


@main.command()
@click.option("--prepare", is_flag=True, help="First create the tables and load the demo listings.")
def serve(prepare: bool) -> None:
    """Serve the pages and the API."""
    settings = load_settings()
    settings.require_secret_key()
    _require_free_port(settings.port)
    with _opened() as directory:  # so that wrong settings are refused here, and not in each worker
        if prepare:
            prepare_demo(directory, _demo_listings())
    with worker_beside() if prepare else nullcontext():
        _serve(settings)


def _serve(settings: Settings) -> None:
    from granian import Granian  # noqa: PLC0415  (no other command needs a server)
    from granian.constants import Interfaces  # noqa: PLC0415

    click.echo(f"Serving on http://127.0.0.1:{settings.port}")
    Granian(
        "directory.app:create_served_app",
        address="127.0.0.1" if settings.development else "0.0.0.0",  # noqa: S104
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=_THREADS,
        websockets=False,
        factory=True,
        log_access=False,
    ).serve()


@main.command()
@click.option("--beside", is_flag=True, hidden=True, help="Stop when standard input ends.")
def worker(beside: bool) -> None:
    """Do queued work until told to stop."""
    stop = Event()
    if beside:
        stop_with_input(stop)
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: stop.set())
    with _opened() as directory:
        work(directory, stop.wait)


@main.command()
@click.argument("batch")
def undo(batch: str) -> None:
    """Take one import back."""
    with _opened() as directory:
        done = undo_import(directory, batch)
    click.echo(f"{done.removed} listings removed, {done.restored} as they were before.")
    for id in done.kept:
        click.echo(f"{id} stays as it is: it was edited, kept or claimed since.")


@main.command()
@click.argument("email")
def create_admin(email: str) -> None:
    """Make the account of an email address an admin's, and print a link to choose a password."""
    with _opened() as directory:
        initialise(directory)
    from directory.app import create_app  # noqa: PLC0415  (no other command needs the pages)
    from directory.web.account.admins import make_admin  # noqa: PLC0415

    app = create_app(load_settings())
    with app.app_context(), closing(current_directory()):
        try:
            link = make_admin(email)
        except ValueError as error:
            raise Unusable(str(error)) from error
    if link:
        click.echo(f"Open this within a day to choose a password. It works once:\n{link}")
    else:
        click.echo("This account is an admin's now, and signs in as before.")


@main.command()
@click.argument("email")
def clear_second_step(email: str) -> None:
    """Take away the app, passkeys and recovery codes of somebody who has lost them all."""
    with _opened() as directory:
        with directory.database.reading() as session:
            account = Accounts(session).find("email", email)
        if account is None:
            raise Unusable(f"no account has the address {email}")
        clear_factors(directory, account, security_letter("all_cleared", email, directory))
        deliver(directory)
    click.echo("Done. They sign in with their password, and set up new ones. A mail tells them.")


@main.command()
def reindex() -> None:
    """Build the search index anew beside the live one, and swap it in."""
    with _opened() as directory:
        count = reindex_directory(directory)
    click.echo(f"The index holds {count} listings.")


@main.command()
@click.argument("text")
@click.option("--license", multiple=True, type=click.Choice(list(LICENSES)))
@click.option("--modality", multiple=True, type=click.Choice(list(MODALITIES)), metavar="CODE")
@click.option("--format", multiple=True, type=click.Choice(list(SESSION_FORMATS)))
@click.option("--state", type=click.Choice(list(STATES)), metavar="CODE")
@click.option("--json", "as_json", is_flag=True, help="Print the body of the API.")
def search(
    text: str,
    license: tuple[str, ...],
    modality: tuple[str, ...],
    format: tuple[str, ...],
    state: str | None,
    as_json: bool,
) -> None:
    """Search the directory."""
    asked = {
        "license": license,
        "modality": modality,
        "format": format,
        "state": (state,) if state else (),
    }
    filters = {name: values for name, values in asked.items() if values}
    with _opened() as directory:
        page = search_directory(directory, SearchQuery(text=text, filters=filters))
    if as_json:
        click.echo(json.dumps(search_document(page, load_settings().site_url), indent=1))
    else:
        print_results(page)


@main.command()
@click.argument("triage", type=_FILE, metavar="TRIAGE.json")
@click.option("--json", "as_json", is_flag=True, help="Print the body of the API.")
def match(triage: Path, as_json: bool) -> None:
    """Match a triage result (or - for standard input) to providers, with the reasons."""
    answers = sys.stdin.buffer.read() if str(triage) == "-" else triage.read_bytes()
    request = MatchRequest.model_validate_json(answers)
    with _opened() as directory:
        matched = match_providers(directory, request, is_shown=False)
    if as_json:
        click.echo(json.dumps(matched_document(matched, load_settings().site_url), indent=1))
    else:
        print_matches(matched)


add_file_commands(main, _opened)
add_import_command(main, _opened, _progress)
