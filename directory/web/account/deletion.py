"""Deleting one's account."""

from flask import flash, make_response
from flask_security import logout_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply

from directory.web.access import current_directory
from directory.web.account.blueprint import pages
from directory.web.account.home import own_listing
from directory.web.account.owner import own_account
from directory.web.account.pages import DeletePage
from directory.web.account.sessions.cookie import close_session
from directory.web.account.ways import go_to
from directory.web.rendering import render_page
from directory.workflows.accounts.delete_account import delete_account, leaving
from directory.workflows.practices.practices import PracticeDesk


@pages.route("/delete", methods=("GET", "POST"), endpoint="delete")
def delete() -> Reply:
    """Say what goes and what stays, or delete the account."""
    page = _page()
    if not page.hindrance and page.form.validate_on_submit():
        delete_account(PracticeDesk(current_directory()), own_account().id)
        close_session()
        logout_user()
        flash("Your account is deleted. We sent you a last mail.")
        return go_to("/account/sign-in")
    return make_response(render_page("account/delete.html", page))


def _page() -> DeletePage:
    account, directory = own_account(), current_directory()
    with directory.database.reading() as session:
        plan = leaving(session, account.id, directory.clock())
    return DeletePage(
        title="Delete your account",
        form=FlaskForm(),
        address=account.email,
        hindrance=plan.hindrance,
        staying=tuple(map(own_listing, plan.staying)),
        going=tuple(map(own_listing, plan.going)),
        closing=plan.closing,
    )
