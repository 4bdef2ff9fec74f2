"""Noting that a listing was seen, for those who keep it: a sum, and nothing of who saw it."""

import re

from flask import request

from directory.web.access import current_directory

# Programs that read along say so, as these words are in the names of nearly all of them.
_PROGRAMS = re.compile(r"bot|crawl|spider|slurp|preview|monitor", re.IGNORECASE)


def note_view(kind: str, *ids: str) -> None:
    """Count that something was done with some listings, unless a program did it."""
    if not _PROGRAMS.search(request.user_agent.string):
        directory = current_directory()
        directory.views.add(directory.today(), kind, ids)
