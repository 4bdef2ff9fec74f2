"""What an admin sees: the queue of what waits for a decision."""

from flask import Blueprint, Flask

from directory.web.admin.audit import routes as audit
from directory.web.admin.demand import routes as demand
from directory.web.admin.duplicates import merges
from directory.web.admin.duplicates import routes as duplicates
from directory.web.admin.imports import batches, columns, files_out, mending, rows, uploads
from directory.web.admin.listings import listing, upload
from directory.web.admin.listings import routes as listings
from directory.web.admin.overview import routes as overview
from directory.web.admin.people import routes as people
from directory.web.admin.queue import checks, claims, corrections, notices, removals
from directory.web.admin.queue import routes as queue
from directory.web.admin.rooms import ROOMS
from directory.web.admin.rosters import roster
from directory.web.admin.rosters import routes as rosters
from directory.web.admin.steps import routes as steps
from directory.web.admin.truth import calls as truth_calls
from directory.web.admin.truth import routes as truth
from directory.web.admin.truth import weeks as truth_weeks
from directory.web.admin.weights import routes as weights
from directory.web.admin.words import blueprints as words

BLUEPRINTS: tuple[Blueprint, ...] = (
    overview.pages,
    queue.pages,
    claims.pages,
    checks.pages,
    corrections.pages,
    removals.pages,
    truth.pages,
    truth_weeks.pages,
    truth_calls.pages,
    duplicates.pages,
    merges.pages,
    *words.BLUEPRINTS,
    weights.pages,
    uploads.pages,
    columns.pages,
    rows.pages,
    mending.pages,
    batches.pages,
    files_out.pages,
    notices.pages,
    listings.pages,
    listing.pages,
    upload.pages,
    rosters.pages,
    roster.pages,
    demand.pages,
    people.pages,
    steps.pages,
    audit.pages,
)


def init_app(app: Flask) -> None:
    """Let every page name the rooms."""
    app.jinja_env.globals["admin_rooms"] = ROOMS
