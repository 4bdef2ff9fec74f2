"""Long work for the worker: done in turn, told how far it is, begun again where it died."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from threading import Event, Timer

import pytest

from directory.errors import Unusable
from directory.jobs import MOST_TRIES, Job, Progress
from directory.storage import Jobs
from directory.workflows import Directory
from directory.workflows.working.jobs import run_waiting_jobs
from tests.conftest import NOW


def ask(directory: Directory, kind: str, subject: str = "x") -> int:
    with directory.database.writing() as session:
        return Jobs(session).ask(kind, subject, None, NOW)


def job(directory: Directory, id: int) -> Job:
    with directory.database.reading() as session:
        found = Jobs(session).get(id)
    assert found
    return found


def test_a_job_is_done_and_says_what_came_of_it(directory: Directory) -> None:
    id = ask(directory, "count", "sheep")

    def count(_directory: Directory, asked: Job, tell: Progress) -> str:
        tell(3, 10)
        assert (job(directory, id).done, job(directory, id).whole) == (3, 10)
        return f"Counted {asked.subject}."

    assert run_waiting_jobs(directory, {"count": count}) == 1
    assert (job(directory, id).state, job(directory, id).note) == ("done", "Counted sheep.")
    assert run_waiting_jobs(directory, {"count": count}) == 0


@pytest.mark.parametrize(
    ("error", "note"),
    [(Unusable("the file is gone"), "the file is gone"), (ZeroDivisionError(), "This broke off")],
)
def test_a_job_that_fails_says_why_and_holds_up_nobody(
    directory: Directory, error: Exception, note: str
) -> None:
    def fail(_directory: Directory, _job: Job, _tell: Progress) -> str:
        raise error

    first, second = ask(directory, "fail"), ask(directory, "rest")
    kinds = {"fail": fail, "rest": lambda *_: "Rested."}
    assert run_waiting_jobs(directory, kinds) == 2
    assert job(directory, first).state == "failed"
    assert job(directory, first).note.startswith(note)
    assert job(directory, second).state == "done"


def test_what_a_dead_worker_left_is_begun_again_and_what_runs_is_left_alone(
    directory: Directory,
) -> None:
    id = ask(directory, "rest")
    with directory.database.writing() as session:
        assert Jobs(session).take(NOW)
        assert Jobs(session).take(NOW + timedelta(seconds=59)) is None
        again = Jobs(session).take(NOW + timedelta(seconds=61))
    assert again
    assert again.id == id


def test_a_job_of_which_every_worker_dies_is_given_up_and_the_next_one_is_done(
    directory: Directory,
) -> None:
    deadly, after = ask(directory, "deadly"), ask(directory, "rest")
    with directory.database.writing() as session:
        for death in range(MOST_TRIES):
            assert Jobs(session).take(NOW - timedelta(hours=10 - death))
    kinds = {"deadly": lambda *_: pytest.fail("begun again"), "rest": lambda *_: "Rested."}
    run_waiting_jobs(directory, kinds)
    assert job(directory, deadly).state == "failed"
    assert "each time the worker died" in job(directory, deadly).note
    assert job(directory, after).state == "done"


def test_a_step_that_takes_long_gives_signs_of_life(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.workflows.working.jobs._SIGN_EVERY", 0.001)
    seconds = count()
    ticking = replace(directory, clock=lambda: NOW + timedelta(seconds=next(seconds)))
    id, told = ask(directory, "long"), Event()

    def take_long(_directory: Directory, begun: Job, _tell: Progress) -> str:
        while job(directory, id).alive_at == begun.alive_at and not told.wait(0.01):
            pass
        return "Ended."

    deadline = Timer(10, told.set)
    deadline.start()
    assert run_waiting_jobs(ticking, {"long": take_long}) == 1
    deadline.cancel()
    assert not told.is_set()
