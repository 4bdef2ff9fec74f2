# ruff: noqa: INP001
"""A directory of people who do not exist, as whoever runs it finds it, to take pictures of."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page

from directory.accuracy.figures import WeeklyFigure
from directory.providers.removals import Removal
from directory.providers.view_counts import whole_weeks
from directory.roles import Admin
from directory.storage import Duplicates, Providers, Removals, Vitals, WeeklyFigures
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.merging.decide_duplicate import ask_for_search
from directory.workflows.working.jobs import run_waiting_jobs
from directory.workflows.working.vital_signs import WORKER
from tests.accounts import sign_in, store_account
from tests.editions.publishing import begin_draft
from tests.factories import make_provider
from tests.imports.desk import Desk
from tests.imports.test_dry_run import FAULTY
from tests.journeys.every_page import demo_app
from tests.journeys.serving import serving
from tests.merging.merging import own_listing, register_listing
from tests.web.conftest import noon

EDITOR = Admin("editor", "owner")


@dataclass(frozen=True)
class House:
    """An application and its clock."""

    app: Flask
    directory: Directory
    clock: Callable[[], datetime]


@contextmanager
def served_admin() -> Iterator[tuple[str, str, dict[str, Callable[[Page], None]]]]:
    """Serve a directory at work; give its address, a session that runs it, and its main pages."""
    with tempfile.TemporaryDirectory() as folder:
        app = demo_app(Path(folder, "instance"))
        directory: Directory = app.extensions[EXTENSION]
        with directory.database.writing() as session:
            store_account(session, "editor", "robin@directory.example", "owner")
        pages = _furnished(House(app, directory, noon))
        cookie = sign_in(app, "editor", noon(), is_strong=True).get_cookie("session")
        with serving(app) as site:
            yield site, cookie.value if cookie else "", pages
        directory.close()


def _furnished(house: House) -> dict[str, Callable[[Page], None]]:
    directory = house.directory
    _tell_of_weeks(directory)
    dry_run = Desk(house).bring(FAULTY.encode(), "clinic.csv")  # type: ignore[arg-type]
    with directory.database.writing() as session:
        for one in (register_listing(), own_listing(phone="+14155550188"), make_provider()):
            Providers(session).save(one)
        Removals(session).save(Removal("one", "ana-lopez", noon(), "all", "unsafe"))
    ask_for_search(directory, EDITOR)
    begin_draft(directory, EDITOR)
    run_waiting_jobs(directory)
    with directory.database.reading() as session:
        pair = Duplicates(session).in_state("open", limit=1)[0].id
    return {
        "admin-overview": _to("/admin"),
        "admin-dry-run": _to(dry_run),
        "admin-duplicate": _to(f"/admin/duplicates/{pair}"),
        "admin-queue": _to("/admin/queue"),
        "admin-truth": _to("/admin/truth"),
        "admin-preview": _to("/admin/words/previews/1"),
    }


def _tell_of_weeks(directory: Directory) -> None:
    figures = [
        WeeklyFigure(week, name, first + 9 * place, 1200)
        for place, week in enumerate(whole_weeks(directory.today()))
        for name, first in (("public", 1080), ("confirmed", 410))
    ]
    with directory.database.writing() as session:
        WeeklyFigures(session).put(figures)
        Vitals(session).note(WORKER, noon())


def _to(address: str) -> Callable[[Page], None]:
    def walk(page: Page) -> None:
        page.goto(address)

    return walk
