"""What a person who looks for help sees."""

from flask import Blueprint

from directory.web.patient import (
    asking,
    components,
    crawlers,
    front,
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
    searching.pages,
    listing.pages,
    asking.pages,
    message.pages,
    reply.pages,
    crawlers.pages,
    manifest.pages,
    components.pages,
)

__all__ = ["BLUEPRINTS", "results"]
