"""An import is done as a whole or not at all, whatever breaks off."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from directory.errors import Unusable
from directory.storage import Providers
from directory.workflows.imports import confirm_import, import_aside, import_files
from directory.workflows.working.jobs import run_waiting_jobs
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.workflows.files import account, listings_file, listings_in


def everything(directory):
    """Return every row of every table."""
    with directory.database.reading() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table))]
            for table in SQLModel.metadata.sorted_tables
        }


@pytest.fixture
def two_new_and_one_changed(directory, tmp_path):
    """A file of three rows, each of which is written in a step of its own."""
    store(directory, make_provider(id="b"))
    people = [make_provider(id="a"), make_provider(id="b", bio="New."), make_provider(id="c")]
    return listings_file(tmp_path / "a.jsonl", *people)


@pytest.fixture(autouse=True)
def _one_at_once(monkeypatch):
    monkeypatch.setattr(confirm_import, "_AT_ONCE", 1)


def break_off_at_2(done, _whole):
    if done == 2:
        raise KeyboardInterrupt


def test_of_a_file_that_breaks_off_nothing_is_left_nor_of_those_before_it(
    directory, take_in, tmp_path
):
    rows = "".join(f"{make_provider(id=f'p{n}').model_dump_json()}\n" for n in range(600))
    whole = gzip.compress(rows.encode())
    broken = tmp_path / "a.jsonl.gz"
    broken.write_bytes(whole[: len(whole) - 300])
    sound = listings_file(tmp_path / "b.jsonl", make_provider(id="sound"))
    before = everything(directory)
    with pytest.raises(Unusable, match="cut off or damaged"):
        take_in(sound, broken)
    assert everything(directory) == before


def test_an_import_that_is_stopped_while_it_writes_is_taken_back(
    directory, take_in, two_new_and_one_changed
):
    before = account(directory)
    with pytest.raises(KeyboardInterrupt):
        take_in(two_new_and_one_changed, confirming=break_off_at_2)
    assert account(directory) == before
    stored = everything(directory)
    assert not any(stored[name] for name in ("import_change", "import_staged", "import_upload"))
    assert run_waiting_jobs(directory) == 0


def test_an_import_whose_process_died_is_finished_by_a_worker(
    directory, take_in, two_new_and_one_changed, monkeypatch
):
    def die(*_):
        raise SystemExit

    monkeypatch.setattr(import_aside, "undo_import", die)
    with pytest.raises(SystemExit):
        take_in(two_new_and_one_changed, confirming=break_off_at_2)
    later = replace(directory, clock=lambda: NOW + timedelta(minutes=2))
    assert run_waiting_jobs(later) == 1
    assert len(listings_in(directory)) == 3
    assert account(directory)[1] == 3


def test_what_changed_while_a_file_was_read_is_left_alone_and_told(
    directory, take_in, two_new_and_one_changed, monkeypatch
):
    edited = make_provider(id="b", bio="By hand.")

    def confirm_later(*how):
        store(directory, edited)
        return import_aside.confirm_aside(*how)

    monkeypatch.setattr(import_files, "confirm_aside", confirm_later)
    report = take_in(two_new_and_one_changed)
    skipped = [(one.file, one.row.line, one.row.reason) for one in report.skipped]
    assert skipped == [("a.jsonl", 2, "it was edited since")]
    assert (report.read, report.created, report.updated) == (3, 2, 0)
    with directory.database.reading() as session:
        assert Providers(session).get("b") == edited
