"""What an operator chooses: how many calls a week, and whether everybody may read of them."""

from collections.abc import Mapping
from dataclasses import replace

from directory.accuracy.samples import LARGEST_SIZE, CallPlan
from directory.errors import Invalid, Problem
from directory.roles import Admin
from directory.storage import AuditLog, CallSamples
from directory.workflows.opening import Directory


def choose_size(directory: Directory, admin: Admin, size: int) -> None:
    """Draw so many listings from now on, 0 for none; raise Invalid for a number that cannot be."""
    if not 0 <= size <= LARGEST_SIZE:
        message = f"Choose a number from 0 to {LARGEST_SIZE}"
        raise Invalid((Problem("size", message),))
    plan = _plan(directory)
    if plan.size != size:
        details = {"from": plan.size, "to": size}
        _save(directory, admin, replace(plan, size=size), "call_plan.resized", details)


def publish_accuracy(directory: Directory, admin: Admin) -> None:
    """Let everybody read how true the directory is."""
    plan = _plan(directory)
    if plan.published_since is None:
        now = directory.clock()
        _save(directory, admin, replace(plan, published_since=now), "accuracy.published", {})


def withdraw_accuracy(directory: Directory, admin: Admin) -> None:
    """Take the public page down."""
    plan = _plan(directory)
    if plan.published_since is not None:
        _save(directory, admin, replace(plan, published_since=None), "accuracy.withdrawn", {})


def _plan(directory: Directory) -> CallPlan:
    with directory.database.reading() as session:
        return CallSamples(session).plan()


def _save(
    directory: Directory, admin: Admin, plan: CallPlan, action: str, details: Mapping[str, int]
) -> None:
    with directory.database.writing() as session:
        CallSamples(session).save_plan(plan)
        AuditLog(session).append(directory.clock(), admin, action, "call_plan/1", details)
