"""Answering an invitation to help run the directory."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.storage import RoleInvitation
from directory.web.access import current_directory
from directory.web.account.current import current_account
from directory.web.account.owner import own_account
from directory.web.account.pages import RoleInvitationPage, TitledPage
from directory.web.rendering import render_page
from directory.workflows.roles.accept_role import accept_role, decline_role, open_role_invitation
from directory.workflows.roles.role_letters import MAY, with_article

ADDRESS = "/account/invitation/<token>"

pages = Blueprint("role_invitation", __name__)


@pages.get(ADDRESS)
def see(token: str) -> Response:
    """Show an invitation; to look at it uses nothing up."""
    found = open_role_invitation(current_directory(), token)
    if found is None:
        return _over()
    page = RoleInvitationPage(
        title=f"Help to run {current_directory().site_name}",
        role=with_article(found.role),
        may=MAY[found.role],
        is_mine=_is_mine(found),
        has_passkey=_has_used_passkey(),
        action=f"/account/invitation/{token}",
    )
    return make_response(render_page("account/role_invitation.html", page))


@pages.post(f"{ADDRESS}/accept")
def accept(token: str) -> Response:
    """Take the role."""
    if not _has_used_passkey():
        return redirect(f"/account/security/passkey?next=/account/invitation/{token}", 303)
    try:
        found = accept_role(current_directory(), token, own_account().id)
    except NotFound:
        return _over()
    flash(f"Thank you. You are {with_article(found.role)} now.")
    return redirect("/admin", 303)


@pages.post(f"{ADDRESS}/decline")
def decline(token: str) -> Response:
    """Take no role."""
    found = open_role_invitation(current_directory(), token)
    if found is None or not _is_mine(found):
        return _over()
    decline_role(current_directory(), token)
    flash("You declined. Nothing was changed.")
    return redirect("/account", 303)


def _is_mine(found: RoleInvitation) -> bool:
    return found.email == own_account().email


def _has_used_passkey() -> bool:
    account = current_account()
    return bool(account and account.by_passkey)


def _over() -> Response:
    page = TitledPage("This invitation is over")
    return make_response(render_page("account/role_invitation_over.html", page), 404)
