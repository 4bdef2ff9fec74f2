"""What an admin sees: the queue of what waits for a decision."""

from flask import Blueprint

from directory.web.admin.queue import checks, claims, corrections, removals
from directory.web.admin.queue import routes as queue

BLUEPRINTS: tuple[Blueprint, ...] = (
    queue.pages,
    claims.pages,
    checks.pages,
    corrections.pages,
    removals.pages,
)
