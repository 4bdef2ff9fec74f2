"""What a person who looks for help sees."""

from flask import Blueprint

from directory.web.patient import (
    about,
    asking,
    components,
    crawlers,
    front,
    keeping,
    listing,
    manifest,
    message,
    reply,
    results,
    searching,
)

# The routes of the results belong to the same blueprint as those of the questions.
BLUEPRINTS: tuple[Blueprint, ...] = (
    front.pages,
    about.pages,
    searching.pages,
    listing.pages,
    keeping.pages,
    asking.pages,
    message.pages,
    reply.pages,
    crawlers.pages,
    manifest.pages,
    components.pages,
)

# These forms are checked by where they come from, without a token (docs/adr/0037).
WITHOUT_TOKEN: tuple[Blueprint, ...] = (keeping.pages,)

__all__ = ["BLUEPRINTS", "WITHOUT_TOKEN", "results"]
