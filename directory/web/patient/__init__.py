"""What a person who looks for help sees: one room for each thing that they come to do."""

from flask import Blueprint

from directory.web.patient.about import routes as about
from directory.web.patient.front import components, crawlers, manifest
from directory.web.patient.front import routes as front
from directory.web.patient.listing import photos, preview
from directory.web.patient.listing import routes as listing
from directory.web.patient.message import reply
from directory.web.patient.message import routes as message
from directory.web.patient.removal import routes as removal
from directory.web.patient.search import routes as search
from directory.web.patient.shortlist import routes as shortlist
from directory.web.patient.triage import asking, results

# The routes of the results belong to the same blueprint as those of the questions.
BLUEPRINTS: tuple[Blueprint, ...] = (
    front.pages,
    about.pages,
    search.pages,
    listing.pages,
    shortlist.pages,
    asking.pages,
    message.pages,
    reply.pages,
    removal.pages,
    crawlers.pages,
    manifest.pages,
    components.pages,
)

# What no patient walks to: the pictures on their pages, and these pages as keepers preview them.
BESIDE: tuple[Blueprint, ...] = (photos.pages, preview.pages)

# These forms are checked by where they come from, without a token (docs/adr/0037).
WITHOUT_TOKEN: tuple[Blueprint, ...] = (shortlist.pages,)

__all__ = ["BESIDE", "BLUEPRINTS", "WITHOUT_TOKEN", "results"]
