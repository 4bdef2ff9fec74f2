"""Noting what was seen, and what was looked for and not found: sums, and nothing of who it was."""

import re

from flask import request

from directory.providers.unmet_demand import found_words
from directory.search import SearchQuery
from directory.web.access import current_directory
from directory.workflows.matching.match_providers import Matched
from directory.workflows.matching.unmet import wishes_of_request, wishes_of_search

# Programs that read along say so, as these words are in the names of nearly all of them.
_PROGRAMS = re.compile(r"bot|crawl|spider|slurp|preview|monitor", re.IGNORECASE)


def note_view(kind: str, *ids: str) -> None:
    """Count that something was done with some listings, unless a program did it."""
    if not _is_program():
        directory = current_directory()
        directory.views.add(directory.today(), kind, ids)


def note_unmet(query: SearchQuery, state: str, total: int) -> None:
    """Count what a search was for that found nobody or few, unless a program asked."""
    if found_words(total) and not query.cursor and not _is_program():
        directory = current_directory()
        directory.unmet.add_once(directory.today(), total, wishes_of_search(query, state))


def note_unmet_match(matched: Matched) -> bool:
    """Count what a triage asked for that found nobody or few; tell whether it was counted."""
    wishes = wishes_of_request(matched.request)
    if not wishes or found_words(matched.outcome.total) is None or _is_program():
        return False
    directory = current_directory()
    directory.unmet.add(directory.today(), matched.outcome.total, wishes)
    return True


def _is_program() -> bool:
    return bool(_PROGRAMS.search(request.user_agent.string))
