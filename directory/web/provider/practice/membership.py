"""Where a clinician answers an invitation, sees who can edit their listing, and leaves."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.providers.history import Author
from directory.storage import Practices, Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.practice.desk import practice_desk
from directory.web.provider.practice.forms import JoinForm
from directory.web.provider.practice.pages import (
    Choice,
    InvitationPage,
    OwnPracticePage,
    TitledPage,
)
from directory.web.rendering import render_page
from directory.workflows.practices.answer_invitation import (
    OpenInvitation,
    become_manager,
    decline_invitation,
    join_practice,
    open_invitation,
)
from directory.workflows.practices.leave_practice import leave_practice
from directory.workflows.practices.practices import addresses

ADDRESS = "/my/invitation/<token>"
OWN = "/my/listing/<listing>/practice"

pages = Blueprint("membership", __name__)


@pages.get(ADDRESS)
def see_invitation(token: str) -> Response:
    """Show an invitation; to look at it uses nothing up."""
    return _invitation(token)


@pages.post(f"{ADDRESS}/accept")
def accept(token: str) -> Response:
    """Accept an invitation, with a listing or as a manager."""
    account, opened = asking_account(), _opened(token)
    if opened is None:
        return _over()
    if opened.invitation.kind == "manager":
        practice = become_manager(practice_desk(), token, account.id)
        flash(f"You now manage {practice.name}.")
        return redirect(f"/my/practice/{practice.id}", 303)
    chosen = JoinForm().listing.data
    if chosen not in {listing.id for listing in opened.listings}:
        return _invitation(token, "Choose the listing that is to join")
    join_practice(practice_desk(), token, account.id, chosen)
    return redirect(f"/my/listing/{chosen}/practice", 303)


@pages.post(f"{ADDRESS}/decline")
def decline(token: str) -> Response:
    """Decline an invitation."""
    if _opened(token) is None:
        return _over()
    decline_invitation(current_directory(), token)
    return make_response(
        render_page("my/practice/declined.html", TitledPage("You declined the invitation"))
    )


@pages.get(OWN)
def see_practice(listing: str) -> str:
    """Show which practice a listing is in, and who there can edit it."""
    with current_directory().database.reading() as session:
        provider = Providers(session).get(listing)
        practice = Practices(session).of_listing(listing)
        managers = Practices(session).managers(practice.id) if practice else ()
        known = addresses(session, managers)
    if provider is None:
        raise NotFound("there is no such listing")
    page = OwnPracticePage(
        title=f"In {practice.name}" if practice else "In no practice",
        name=provider.name,
        listing_href=f"/my/listing/{listing}",
        practice=practice.name if practice else None,
        managers=known,
        leave_action=f"/my/listing/{listing}/practice/leave",
    )
    return render_page("my/practice/own.html", page)


@pages.post(f"{OWN}/leave")
def leave_listing(listing: str) -> Response:
    """Let one's own listing leave its practice, with one click."""
    leave_practice(practice_desk(), listing, Author("provider", asking_account().id))
    flash("Your listing has left the practice. Nobody there can edit it any more.")
    return redirect(f"/my/listing/{listing}/practice", 303)


def _opened(token: str) -> OpenInvitation | None:
    return open_invitation(current_directory(), token, asking_account().id)


def _invitation(token: str, problem: str | None = None) -> Response:
    opened = _opened(token)
    if opened is None:
        return _over()
    title = f"{opened.practice.name} invites you"
    page = InvitationPage(
        title=f"Error: {title}" if problem else title,
        practice=opened.practice.name,
        managers=opened.managers,
        is_for_manager=opened.invitation.kind == "manager",
        listings=tuple(Choice(one.id, one.name) for one in opened.listings),
        problem=problem,
        action=f"/my/invitation/{token}",
    )
    status = 422 if problem else 200
    return make_response(render_page("my/practice/invitation.html", page), status)


def _over() -> Response:
    page = TitledPage("This invitation is over")
    return make_response(render_page("my/practice/over.html", page), 404)
