"""The visit of the person who asks: found by their cookie, kept sealed, forgotten on request."""

from flask import Response, current_app, request

from directory.storage import SealedVisits
from directory.web.access import current_directory
from directory.web.patient.shortlist.shortlist import Shortlist
from directory.web.patient.visit import COOKIE, Ticket, Visit, open_visit, seal_visit


def this_visit() -> Visit | None:
    """Return the visit of the person who asks, None where there is none or it is over."""
    ticket = _ticket()
    if ticket is None:
        return None
    directory = current_directory()
    with directory.database.reading() as session:
        return open_visit(SealedVisits(session), ticket, directory.clock())


def begin_visit(response: Response) -> Response:
    """Start a visit with a new ticket; of an earlier one only the shortlist stays."""
    earlier = this_visit()
    forget_visit()
    return _hand_out(Visit(shortlist=earlier.shortlist) if earlier else Visit(), response)


def keep_shortlist(shortlist: Shortlist, response: Response) -> Response:
    """Keep a shortlist in the visit of the person who asks, or in a new one where there is none."""
    visit = this_visit()
    if visit is None:
        return _hand_out(Visit(shortlist=shortlist), response)
    keep_visit(visit.with_shortlist(shortlist))
    return response


def _hand_out(visit: Visit, response: Response) -> Response:
    """Seal a visit for the first time, and hand its ticket to the browser."""
    ticket = Ticket.issue()
    _seal(ticket, visit)
    response.set_cookie(
        COOKIE,
        str(ticket),
        httponly=True,
        samesite="Lax",
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
    )
    return response


def keep_visit(visit: Visit, patience: int = 5000) -> None:
    """Keep the visit of the person who asks for another half an hour; `patience` as below."""
    ticket = _ticket()
    if ticket is not None:
        _seal(ticket, visit, patience)


def forget_visit(patience: int = 5000) -> None:
    """Delete the visit of the person who asks; `patience` is in milliseconds."""
    ticket = _ticket()
    if ticket is not None:
        with current_directory().database.writing(patience) as session:
            SealedVisits(session).delete(ticket.id)


def _ticket() -> Ticket | None:
    return Ticket.read(request.cookies.get(COOKIE))


def _seal(ticket: Ticket, visit: Visit, patience: int = 5000) -> None:
    directory = current_directory()
    now = directory.clock()
    with directory.database.writing(patience) as session:
        visits = SealedVisits(session)
        visits.delete_expired(now)
        seal_visit(visits, ticket, visit, now)
