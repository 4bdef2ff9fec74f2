"""How long a dry run of many rows takes in the worker, and how the site answers meanwhile.

Run as `python -m benchmarks.imports [rows]`: it serves an empty instance, stages and confirms a
made-up register file in another process as the worker would, takes it back, and asks /search from
this one all the time.
"""

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from urllib.request import urlopen

from sqlmodel import Session
from werkzeug.serving import WSGIRequestHandler, make_server

from benchmarks.machine import describe
from benchmarks.timing import Percentiles
from directory.app import create_app
from directory.config import Settings
from directory.exchange.nppes import columns as c
from directory.roles import Admin
from directory.storage import Imports, Jobs, Uploads
from directory.workflows import open_directory
from directory.workflows.imports.bring_import import bring_file
from directory.workflows.imports.confirm_import import CONFIRM, confirm_import
from directory.workflows.imports.stage_import import STAGE
from directory.workflows.imports.undo_import import UNDO, ask_undo
from directory.workflows.prepare import initialise
from directory.workflows.working.jobs import run_waiting_jobs

_ADMIN = Admin("benchmark", "owner")
_TAXONOMIES = ("1041C0700X", "103TC0700X", "101YP2500X", "106H00000X", "207Q00000X")
_PAUSE = 0.05  # seconds between two searches
_PORT = 8119


def register_file(rows: int) -> bytes:
    """Return a made-up NPPES file; a fifth of its rows are none of ours, one in 500 is damaged."""
    slot = c.SLOTS[0]
    extra = [f"Other Column {place}" for place in range(329 - len(c.REQUIRED))]
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([*c.REQUIRED, *extra])
    for number in range(rows):
        cells = dict.fromkeys(c.REQUIRED, "") | {
            c.NPI: _npi(number) if number % 500 else "123",
            c.ENTITY_TYPE: "1",
            c.LAST_NAME: f"SAMPLE{number:06}",
            c.FIRST_NAME: "ROBIN",
            c.STREET: f"{number} MAIN ST",
            c.CITY: "SPRINGFIELD",
            c.STATE: "MA",
            c.ZIP: "01103",
            c.COUNTRY: "US",
            c.PHONE: "4135550123",
            slot.taxonomy: _TAXONOMIES[number % len(_TAXONOMIES)],
            slot.number: f"{number}",
            slot.state: "MA",
            slot.switch: "Y",
        }
        writer.writerow([*cells.values(), *("" for _ in extra)])
    return text.getvalue().encode()


def _npi(number: int) -> str:
    digits = f"1{number:08}"
    doubled = [int(one) * (2 - place % 2) for place, one in enumerate(reversed(digits))]
    total = 24 + sum(one // 10 + one % 10 for one in doubled)
    return f"{digits}{-total % 10}"


def _settings(folder: Path) -> Settings:
    environ = {"DIRECTORY_ENV": "development", "INSTANCE_PATH": str(folder), "RATE_LIMIT": "off"}
    return Settings.from_environment(environ | {"SECRET_KEY": "a key for a benchmark"})


def _do_jobs(folder: Path) -> None:
    directory = open_directory(_settings(folder))
    run_waiting_jobs(directory)
    directory.close()


def _serve(folder: Path) -> None:
    class Quiet(WSGIRequestHandler):
        """Logs nothing."""

        def log(self, *_args: object, **_kwargs: object) -> None:
            """Say nothing."""

    app = create_app(_settings(folder))
    make_server("127.0.0.1", _PORT, app, threaded=True, request_handler=Quiet).serve_forever()


@contextmanager
def _site(folder: Path) -> Iterator[None]:
    server = get_context("spawn").Process(target=_serve, args=(folder,), daemon=True)
    server.start()
    for _ in range(300):
        try:
            _search()
            break
        except OSError:
            sleep(0.1)
    yield
    server.terminate()
    server.join()


def _search() -> float:
    began = perf_counter()
    with urlopen(f"http://127.0.0.1:{_PORT}/search?q=anxiety") as answer:
        answer.read()
    return perf_counter() - began


class _Visitor(Thread):
    """Somebody who searches again and again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seconds: list[float] = []
        self.goes_on = True

    def run(self) -> None:
        """Search until told to stop."""
        while self.goes_on:
            self.seconds.append(_search())
            sleep(_PAUSE)


def _measured(what: str, worker: Callable[[], BaseProcess]) -> None:
    """Print how long a worker takes, and how the site answers meanwhile."""
    visitor, process = _Visitor(), worker()
    began, spent = perf_counter(), _children_spent()
    process.start()
    visitor.start()
    process.join()
    seconds, spent = perf_counter() - began, _children_spent() - spent
    visitor.goes_on = False
    visitor.join()
    told = Percentiles.of(visitor.seconds)
    most = max(visitor.seconds) * 1000
    print(
        f"{what}: {seconds:.1f} s, {spent:.1f} s of one core; "
        f"/search meanwhile p50 {told.p50:.0f} ms, p95 {told.p95:.0f} ms, "
        f"p99 {told.p99:.0f} ms, at most {most:.0f} ms ({told.samples} asked)"
    )


def _children_spent() -> float:
    """Return the seconds of processor time of the processes that have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _note(session: Session, kind: str, subject: str) -> str:
    """Return what came of a job."""
    job = Jobs(session).newest(kind, subject)
    return job.note if job else ""


def main(rows: int) -> None:
    """Measure a dry run, its confirmation, and taking it back."""
    print(describe())
    with TemporaryDirectory() as name:
        folder = Path(name)
        directory = open_directory(_settings(folder))
        initialise(directory)
        content = register_file(rows)
        upload = bring_file(directory, "register.csv", lambda p: _write(p, content), _ADMIN)

        def worker() -> BaseProcess:
            return get_context("spawn").Process(target=_do_jobs, args=(folder,))

        with _site(folder):
            _measured(f"dry run of {rows:,} rows", worker)
            with directory.database.reading() as session:
                read = Uploads(session).get(upload.id)
                print(_note(session, STAGE, upload.id), dict(read.counts))
            batch = confirm_import(directory, upload.id, read.round, False, _ADMIN)
            _measured("import", worker)
            ask_undo(directory, batch, False, _ADMIN)
            _measured("taking it back", worker)
        with directory.database.reading() as session:
            for kind, subject in ((CONFIRM, upload.id), (UNDO, batch)):
                print(_note(session, kind, subject))
            undone = Imports(session).get(batch)
            print(f"{undone.created:,} created, {undone.removed:,} taken back")
        directory.close()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
