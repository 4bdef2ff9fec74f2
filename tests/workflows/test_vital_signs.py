"""Signs of life: what the worker leaves, so that somebody sees that it lives."""

from dataclasses import replace
from datetime import timedelta

from directory.storage import Vitals
from directory.workflows import Directory
from directory.workflows.vital_signs import BEAT, WORKER
from directory.workflows.work import work_once
from tests.conftest import NOW


def at(directory: Directory, later: timedelta) -> Directory:
    return replace(directory, clock=lambda: NOW + later)


def test_the_worker_leaves_a_sign_of_life_now_and_then(directory: Directory) -> None:
    for later, expected in ((BEAT * 0, NOW), (BEAT / 2, NOW), (BEAT, NOW + BEAT)):
        work_once(at(directory, later))
        with directory.database.reading() as session:
            found = Vitals(session).last(WORKER)
        assert found
        assert found.at == expected
