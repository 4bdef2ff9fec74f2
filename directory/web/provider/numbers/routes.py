"""What people did with a listing, for those who keep it."""

from flask import Blueprint

from directory.storage import Providers
from directory.web.access import current_directory
from directory.web.provider.numbers.page import numbers_page
from directory.web.rendering import render_page
from directory.workflows.keeping.read_numbers import read_numbers

pages = Blueprint("numbers", __name__)


@pages.get("/my/listing/<listing>/numbers")
def numbers(listing: str) -> str:
    """Show the numbers of a listing by week."""
    directory = current_directory()
    with directory.database.reading() as session:
        provider = Providers(session).one(listing)
    page = numbers_page(provider, read_numbers(directory, listing))
    return render_page("my/numbers.html", page)
