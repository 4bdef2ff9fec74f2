"""The shortlist of the person who asks, for every page that shows whom they keep."""

from contextlib import suppress

from flask import g, request

from directory.errors import Unusable
from directory.web.patient.sessions import keep_visit, this_visit
from directory.web.patient.shortlist.shortlist import Shortlist
from directory.web.patient.visit import COOKIE, Visit

# Milliseconds that a page which only shows something waits for a writer, such as an import.
_AT_MOST = 100


def shortlist_here() -> Shortlist:
    """Return the shortlist, empty where there is none; read once a request, and said only once."""
    if "shortlist" not in g:
        g.shortlist = _read() if COOKIE in request.cookies else Shortlist()
    kept: Shortlist = g.shortlist
    return kept


def _read() -> Shortlist:
    with suppress(Unusable):  # a page for help right now must not need the database
        visit = this_visit()
        if visit is None:
            return Shortlist()
        if visit.shortlist.said:
            keep_if_free(visit.with_shortlist(visit.shortlist.heard()))
        return visit.shortlist
    return Shortlist()


def keep_if_free(visit: Visit) -> None:
    """Keep a visit, unless the database is busy: a page that only shows something goes on."""
    with suppress(Unusable):
        keep_visit(visit, _AT_MOST)
