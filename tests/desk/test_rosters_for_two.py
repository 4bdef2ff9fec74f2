"""The roster of a state board that takes many listings off: two have to agree to just that."""

import pytest

from directory.errors import Conflict
from directory.roles import Admin
from directory.storage import AdminSteps
from directory.workflows.roles.second_admin import agree
from directory.workflows.working.jobs import run_waiting_jobs
from tests.accounts import store_account
from tests.claim.people import as_account
from tests.desk.desk import send, stored_bytes
from tests.desk.test_rosters import press, read_as_said, row, see, selected
from tests.factories import make_license, make_unclaimed, store
from tests.web.mailing import Office, words_on


def test_more_than_twenty_listings_need_a_second_admin(here: Office) -> None:
    page = _of_many(here)
    assert "another admin has to agree" in see(here, page)
    press(here, page, "apply")
    assert stored_bytes(here, "admin_step")
    assert "What it would do" in see(here, page)
    assert here.person().see("/providers/stub-0").status_code == 200


def test_nobody_agrees_to_a_list_that_was_read_another_way_since(here: Office) -> None:
    page = _of_many(here)
    press(here, page, "apply")
    form = f"{page}/columns"
    typed = dict(selected(as_account(here, "boss").see(form).text)) | {"word-0": "expired"}
    assert send(here, form, form, **typed).status_code == 303
    run_waiting_jobs(here.directory)
    with here.directory.database.reading() as session:
        (step,) = AdminSteps(session).waiting(here.clock())
    assert "read again since" in words_on(as_account(here, "boss").see(f"/admin/steps/{step.id}"))
    with pytest.raises(Conflict, match="read again since"):
        agree(here.directory, step.id, Admin("second", "owner"))
    assert here.person().see("/providers/stub-0").status_code == 200


def _of_many(here: Office) -> str:
    """Have a list read that takes 21 listings off, where there is a second admin."""
    with here.directory.database.writing() as session:
        store_account(session, "second", "second@directory.example", role="owner")
    stubs = [
        make_unclaimed(
            id=f"stub-{n}",
            npi=None,
            licenses=[make_license(status="unverified", verified_at=None, number=f"9{n:03}")],
        )
        for n in range(21)
    ]
    store(here.directory, *stubs)
    return read_as_said(here, *(row(number=f"9{n:03}", status="REVOKED") for n in range(21)))
