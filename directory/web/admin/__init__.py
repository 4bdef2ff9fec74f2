"""What an admin sees: the queue of what waits for a decision."""

from flask import Blueprint, Flask

from directory.web.admin.demand import routes as demand
from directory.web.admin.overview import routes as overview
from directory.web.admin.queue import checks, claims, corrections, removals
from directory.web.admin.queue import routes as queue
from directory.web.admin.rooms import ROOMS

BLUEPRINTS: tuple[Blueprint, ...] = (
    overview.pages,
    queue.pages,
    claims.pages,
    checks.pages,
    corrections.pages,
    removals.pages,
    demand.pages,
)


def init_app(app: Flask) -> None:
    """Let every page name the rooms."""
    app.jinja_env.globals["admin_rooms"] = ROOMS
