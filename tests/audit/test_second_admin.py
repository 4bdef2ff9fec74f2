"""Dangerous steps: one admin asks, another agrees, and whoever is alone is noted."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.roles import Admin
from directory.steps import LEASE, Step
from directory.storage import Accounts, AdminSteps, AuditLog
from directory.workflows import Directory
from directory.workflows.messages.post_mail import deliver
from directory.workflows.roles import step_kinds
from directory.workflows.roles.second_admin import agree, propose, refuse, withdraw
from directory.workflows.roles.step_kinds import StepKind
from tests.accounts import store_account
from tests.conftest import NOW
from tests.web.mailing import Clock, Office, office, text_of

ANA, BEN = Admin("ana", "editor"), Admin("ben", "editor")
KIND, DOCUMENT = "import.undone", {"batch": "import-1"}


@pytest.fixture
def undone(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Mapping[str, Any], Admin]]:
    """What was carried out of a kind of step that editors may agree to."""
    done: list[tuple[Mapping[str, Any], Admin]] = []

    def carry_out(_directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
        if document["batch"] == "gone":
            raise Conflict("This import was undone before.")
        done.append((document, admin))
        return "Undone."

    def told(_session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
        return (f"{document['batch']} would be undone.",)

    kind = StepKind("Undo an import", "editor", told, carry_out)
    monkeypatch.setattr(step_kinds, "STEP_KINDS", {**step_kinds.STEP_KINDS, KIND: kind})
    monkeypatch.setattr(
        "directory.workflows.roles.second_admin.STEP_KINDS", {**step_kinds.STEP_KINDS, KIND: kind}
    )
    return done


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path, Clock()) as opened:
        with opened.directory.database.writing() as session:
            store_account(session, "ana", "ana@practice.example", "editor")
            store_account(session, "vera", "vera@practice.example", "verifier")
        yield opened


def add_ben(here: Office) -> None:
    with here.directory.database.writing() as session:
        store_account(session, "ben", "ben@practice.example", "editor")


def steps(here: Office) -> tuple[Step, ...]:
    with here.directory.database.reading() as session:
        return AdminSteps(session).newest(here.clock())


def noted(here: Office) -> list[tuple[str, str | None]]:
    with here.directory.database.reading() as session:
        return [(one.action, one.account_id) for one in reversed(AuditLog(session).newest())]


def test_whoever_is_alone_does_it_at_once_and_that_is_noted(here: Office, undone: list) -> None:
    assert propose(here.directory, KIND, DOCUMENT, ANA) == "done"
    assert undone == [(DOCUMENT, ANA)]
    assert noted(here) == [("step.unshared", "ana")]
    assert steps(here)[0].state == "done"


def test_with_a_second_admin_nothing_happens_until_they_agree(here: Office, undone: list) -> None:
    add_ben(here)
    assert propose(here.directory, KIND, DOCUMENT, ANA) == "waiting"
    assert propose(here.directory, KIND, DOCUMENT, ANA) == "waiting"
    assert undone == []
    (step,) = steps(here)
    assert agree(here.directory, step.id, BEN).note == "Undone."
    assert undone == [(DOCUMENT, ANA)]
    assert noted(here) == [("step.proposed", "ana"), ("step.agreed", "ben")]
    with pytest.raises(Conflict):
        agree(here.directory, step.id, BEN)
    assert len(undone) == 1


def test_both_are_told_by_mail_without_what_it_is_about(here: Office, undone: list) -> None:
    add_ben(here)
    propose(here.directory, KIND, DOCUMENT, ANA)
    agree(here.directory, steps(here)[0].id, BEN)
    deliver(here.directory)
    asked, told = here.mails()
    assert (asked["To"], told["To"]) == ("ben@practice.example", "ana@practice.example")
    assert f"/admin/steps/{steps(here)[0].id}" in text_of(asked)
    assert "import-1" not in text_of(asked) + text_of(told)
    assert "was agreed to, and is done" in text_of(told)


def test_nobody_agrees_to_what_they_asked_for_nor_whoever_may_not_do_it(
    here: Office, undone: list
) -> None:
    add_ben(here)
    propose(here.directory, KIND, DOCUMENT, ANA)
    (step,) = steps(here)
    for admin in (ANA, Admin("vera", "verifier")):
        for answer in (agree, refuse):
            with pytest.raises(NotFound):
                answer(here.directory, step.id, admin)
    assert undone == []


def test_what_was_refused_withdrawn_or_left_for_a_week_is_over(here: Office, undone: list) -> None:
    add_ben(here)
    for end in ("refuse", "withdraw", "wait"):
        propose(here.directory, KIND, {"batch": end}, ANA)
        step = next(one for one in steps(here) if one.state == "waiting")
        if end == "refuse":
            refuse(here.directory, step.id, BEN)
        elif end == "withdraw":
            with pytest.raises(NotFound):
                withdraw(here.directory, step.id, BEN)
            withdraw(here.directory, step.id, ANA)
        else:
            here.clock.passed += timedelta(days=7)
        with pytest.raises(Conflict):
            agree(here.directory, step.id, BEN)
    assert {one.state for one in steps(here)} == {"refused", "withdrawn", "expired"}
    assert undone == []


def test_whoever_lost_their_role_gets_nothing_done_by_having_asked_before(
    here: Office, undone: list
) -> None:
    add_ben(here)
    propose(here.directory, KIND, DOCUMENT, ANA)
    with here.directory.database.writing() as session:
        Accounts(session).change("ana", {"role": "verifier"})
    with pytest.raises(Conflict, match="no longer has the role"):
        agree(here.directory, steps(here)[0].id, BEN)
    assert undone == []


def test_what_cannot_be_done_says_why_and_is_over(here: Office, undone: list) -> None:
    add_ben(here)
    propose(here.directory, KIND, {"batch": "gone"}, ANA)
    with pytest.raises(Conflict):
        agree(here.directory, steps(here)[0].id, BEN)
    (step,) = steps(here)
    assert (step.state, step.note) == ("failed", "This import was undone before.")
    assert noted(here)[-1] == ("step.failed", None)


def test_what_was_broken_off_while_it_was_carried_out_waits_again(
    here: Office, undone: list
) -> None:
    add_ben(here)
    broken_off = Step("one", KIND, DOCUMENT, "ana", "editor", NOW, "agreed", "ben", NOW)
    with here.directory.database.writing() as session:
        AdminSteps(session).save(broken_off)
    with pytest.raises(Conflict):
        agree(here.directory, "one", BEN)
    here.clock.passed += LEASE
    assert agree(here.directory, "one", BEN).state == "done"
    assert undone == [(DOCUMENT, ANA)]
