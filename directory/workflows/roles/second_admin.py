"""Dangerous steps: one admin asks, and another has to agree, where there is another."""

import secrets
from dataclasses import replace
from typing import Literal

from sqlmodel import Session

from directory.errors import Conflict, DirectoryError, NotFound
from directory.roles import Admin, Role, roles_within
from directory.steps import State, Step
from directory.storage import Accounts, AdminSteps, AuditLog, StoredAccount
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.roles.role_letters import RoleLetters
from directory.workflows.roles.step_kinds import STEP_KINDS, Document

Outcome = Literal["done", "waiting"]


def propose(directory: Directory, kind: str, document: Document, admin: Admin) -> Outcome:
    """Ask for a dangerous step; it is carried out at once where nobody else could agree to it.

    Asking twice for the same asks once. Raises what carrying it out raises.
    """
    with directory.database.writing() as session:
        now, label = directory.clock(), STEP_KINDS[kind].label
        others = who_could_agree(session, STEP_KINDS[kind].role, admin.account_id)
        waiting = AdminSteps(session).waiting(now) if others else ()
        if any(one.kind == kind and one.document == document for one in waiting):
            return "waiting"
        step = Step(secrets.token_hex(8), kind, document, admin.account_id, admin.role, now)
        step = step if others else replace(step, state="agreed", decided_at=now)
        AdminSteps(session).save(step)
        _note(session, directory, "proposed" if others else "unshared", step, admin)
        for account in others:
            post(session, RoleLetters(directory).step_waits(account.email, label, step.id), now)
    if others:
        return "waiting"
    _carry_out(directory, step, admin)
    return "done"


def agree(directory: Directory, id: str, admin: Admin) -> Step:
    """Agree to somebody else's step and carry it out; return it as it is then.

    Raises NotFound where there is none for this admin, Conflict where it no longer waits, and what
    carrying it out raises.
    """
    with directory.database.writing() as session:
        step = _for_another(session, directory, id, admin)
        asking = _asking(session, step)
        agreed = _decided(directory, step, "agreed", admin)
        AdminSteps(session).save(agreed)
        _note(session, directory, "agreed", step, admin)
    return _carry_out(directory, agreed, asking)


def refuse(directory: Directory, id: str, admin: Admin) -> None:
    """Refuse somebody else's step; raise NotFound or Conflict as agreeing does."""
    with directory.database.writing() as session:
        step = _for_another(session, directory, id, admin)
        AdminSteps(session).save(_decided(directory, step, "refused", admin))
        _note(session, directory, "refused", step, admin)
        _tell(session, directory, step, "was refused")


def withdraw(directory: Directory, id: str, admin: Admin) -> None:
    """Take one's own step back."""
    with directory.database.writing() as session:
        step = _waiting_step(session, directory, id)
        if step.asked_by != admin.account_id:
            raise NotFound("there is no such step of yours")
        AdminSteps(session).save(_decided(directory, step, "withdrawn", admin))
        _note(session, directory, "withdrawn", step, admin)


def who_could_agree(session: Session, role: Role, account_id: str) -> tuple[StoredAccount, ...]:
    """Return the accounts, but one, whose owners could agree to what needs a role."""
    return tuple(
        account
        for account in Accounts(session).with_roles()
        if account.id != account_id and role in roles_within(account.role)
    )


def _carry_out(directory: Directory, step: Step, admin: Admin) -> Step:
    """Do what was agreed to, and keep what came of it."""
    try:
        note = STEP_KINDS[step.kind].carry_out(directory, step.document, admin)
    except DirectoryError as error:
        _end(directory, replace(step, state="failed", note=str(error)), "could not be done")
        raise
    done = replace(step, state="done", note=note)
    _end(directory, done, "was agreed to, and is done")
    return done


def _end(directory: Directory, step: Step, what: str) -> None:
    with directory.database.writing() as session:
        AdminSteps(session).save(step)
        if step.state == "failed":
            _note(session, directory, "failed", step, None)
        if step.decided_by:
            _tell(session, directory, step, what)


def _for_another(session: Session, directory: Directory, id: str, admin: Admin) -> Step:
    step = _waiting_step(session, directory, id)
    is_able = STEP_KINDS[step.kind].role in roles_within(admin.role)
    if step.asked_by == admin.account_id or not is_able:
        raise NotFound("there is no such step for you to decide")
    return step


def _waiting_step(session: Session, directory: Directory, id: str) -> Step:
    step = AdminSteps(session).get(id, directory.clock())
    if step is None or step.kind not in STEP_KINDS:
        raise NotFound("there is no such step")
    if step.state != "waiting":
        raise Conflict("This was decided already, or is over.")
    return step


def _asking(session: Session, step: Step) -> Admin:
    """Return whoever asked for a step, by the role that they have now."""
    account = Accounts(session).get(step.asked_by)
    role = account.role if account else None
    if role is None or STEP_KINDS[step.kind].role not in roles_within(role):
        raise Conflict("Whoever asked for this no longer has the role for it. Refuse it.")
    return Admin(step.asked_by, role)


def _decided(directory: Directory, step: Step, state: State, admin: Admin) -> Step:
    return replace(step, state=state, decided_by=admin.account_id, decided_at=directory.clock())


def _note(
    session: Session, directory: Directory, what: str, step: Step, admin: Admin | None
) -> None:
    subject, details = f"step/{step.id}", {"kind": step.kind}
    AuditLog(session).append(directory.clock(), admin, f"step.{what}", subject, details)


def _tell(session: Session, directory: Directory, step: Step, what: str) -> None:
    """Tell whoever asked what became of it."""
    asking = Accounts(session).get(step.asked_by)
    if asking:
        letters, label = RoleLetters(directory), STEP_KINDS[step.kind].label
        letter = letters.step_ended(asking.email, label, step.id, what)
        post(session, letter, directory.clock())
