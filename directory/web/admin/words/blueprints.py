"""Every page of words, lines and clocks."""

from flask import Blueprint

from directory.web.admin.words import (
    clocks,
    editions,
    evidence,
    lines,
    own_lines,
    payers,
    previews,
    routes,
    terms,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    routes.pages,
    previews.pages,
    editions.pages,
    terms.pages,
    payers.pages,
    lines.pages,
    own_lines.pages,
    clocks.pages,
    evidence.pages,
)
