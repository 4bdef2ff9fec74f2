"""The first page of an account."""

from flask import make_response
from werkzeug.wrappers import Response as Reply

from directory.providers import Provider
from directory.storage import Keepers, Providers
from directory.web.access import current_directory
from directory.web.account.blueprint import pages
from directory.web.account.owner import own_account
from directory.web.account.pages import HomePage, OwnListing
from directory.web.rendering import render_page
from directory.workflows.accounts.change_address import waiting_address
from directory.workflows.accounts.change_factors import has_second_factor


@pages.get("")
def home() -> Reply:
    """Show the account of whoever is signed in."""
    account, directory = own_account(), current_directory()
    with directory.database.reading() as session:
        listings = Providers(session).get_many(Keepers(session).of_account(account.id))
    page = HomePage(
        title="Your account",
        address=account.email,
        waiting_address=waiting_address(directory, account.id),
        has_second_factor=has_second_factor(account),
        listings=tuple(map(own_listing, listings)),
    )
    return make_response(render_page("account/home.html", page))


def own_listing(provider: Provider) -> OwnListing:
    """Return a listing as its keeper reads of it."""
    return OwnListing(provider.id, provider.name)
