"""What an admin sees: the queue of what waits for a decision."""

from flask import Blueprint, Flask

from directory.web.admin.queue import checks, claims, corrections, removals
from directory.web.admin.queue import routes as queue
from directory.web.admin.rooms import ROOMS
from directory.web.admin.truth import calls as truth_calls
from directory.web.admin.truth import routes as truth
from directory.web.admin.truth import weeks as truth_weeks

BLUEPRINTS: tuple[Blueprint, ...] = (
    queue.pages,
    claims.pages,
    checks.pages,
    corrections.pages,
    removals.pages,
    truth.pages,
    truth_weeks.pages,
    truth_calls.pages,
)


def init_app(app: Flask) -> None:
    """Let every page name the rooms."""
    app.jinja_env.globals["admin_rooms"] = ROOMS
