"""The first page of an account."""

from flask import make_response
from werkzeug.wrappers import Response as Reply

from directory.web.account.blueprint import pages
from directory.web.account.current import current_account
from directory.web.account.pages import HomePage
from directory.web.account.ways import go_to
from directory.web.rendering import render_page


@pages.get("")
def home() -> Reply:
    """Show the account of whoever is signed in."""
    me = current_account()
    if me is None:
        return go_to("/account/sign-in?next=/account")
    page = HomePage(title="Your account", address=me.email)
    return make_response(render_page("account/home.html", page))
