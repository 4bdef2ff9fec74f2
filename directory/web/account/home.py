"""The first page of an account."""

from flask import make_response
from sqlmodel import Session
from werkzeug.wrappers import Response as Reply

from directory.storage import Keepers, Providers
from directory.web.access import current_directory
from directory.web.account.blueprint import pages
from directory.web.account.owner import own_account
from directory.web.account.pages import HomePage, OwnListing
from directory.web.rendering import render_page
from directory.workflows.change_address import waiting_address
from directory.workflows.change_factors import has_second_factor


@pages.get("")
def home() -> Reply:
    """Show the account of whoever is signed in."""
    account, directory = own_account(), current_directory()
    with directory.database.reading() as session:
        listings = listings_of(session, account.id)
    page = HomePage(
        title="Your account",
        address=account.email,
        waiting_address=waiting_address(directory, account.id),
        has_second_factor=has_second_factor(account),
        listings=listings,
    )
    return make_response(render_page("account/home.html", page))


def listings_of(session: Session, account_id: str) -> tuple[OwnListing, ...]:
    """Return the listings that an account keeps."""
    providers = Providers(session)
    found = (providers.get(id) for id in Keepers(session).of_account(account_id))
    return tuple(OwnListing(one.id, one.name) for one in found if one)
