"""What a person who looks for help sees."""

from flask import Blueprint

from directory.web.patient import about, asking, crawlers, front, listing, results, searching

# The routes of the results belong to the same blueprint as those of the questions.
BLUEPRINTS: tuple[Blueprint, ...] = (
    front.pages,
    about.pages,
    searching.pages,
    listing.pages,
    asking.pages,
    crawlers.pages,
)

__all__ = ["BLUEPRINTS", "results"]
