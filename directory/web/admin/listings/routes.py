"""Finding any listing, hidden ones too."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, request
from sqlmodel import Session

from directory.providers.desk_listings import SHOWN, FoundListing, Shown
from directory.sentences import ENGLISH
from directory.storage import DeskListings
from directory.vocabulary import LICENSES
from directory.web.access import current_directory
from directory.web.admin.listings.pages import Choice, ListedRow, ListingsPage
from directory.web.admin.listings.words import day_words
from directory.web.rendering import render_page

HERE = "/admin/listings"
_A_PAGE = 50
_LONGEST = 100
_NAMES: Mapping[Shown, str] = {
    "all": "All",
    "new": "Hidden, never checked",
    "public": "On the site",
    "hidden": "Hidden",
    "held": "Held off the site",
    "unchecked": "On the site, never checked",
    "due": "Check is due again",
}

pages = Blueprint("listing_list", __name__)


@pages.get(HERE)
def find() -> str:
    """Show listings by name, id, NPI or license number."""
    text = " ".join(request.args.get("text", "").split())[:_LONGEST]
    shown = _shown(request.args.get("shown"))
    after, directory = request.args.get("after", "")[:64], current_directory()
    today = directory.today()
    with directory.database.reading() as session:
        found = DeskListings(session).find(text, shown, today, after, _A_PAGE + 1)
        choices = tuple(_choices(session, text, shown, today))
    more = {"after": found[_A_PAGE - 1].id} if len(found) > _A_PAGE else {}
    asked = {"text": text, "shown": shown}
    page = ListingsPage(
        title="Listings",
        text=text,
        shown=shown,
        choices=choices,
        rows=tuple(_row(one, today) for one in found[:_A_PAGE]),
        more_href=_address(**asked, **more) if more else None,
        first_href=_address(**asked) if after else None,
        is_empty=not found and choices[0].count == "0",
    )
    return render_page("admin/listings.html", page)


def _shown(asked: str | None) -> Shown:
    return next((one for one in SHOWN if one == asked), SHOWN[0])


def _choices(session: Session, text: str, chosen: Shown, today: date) -> Iterator[Choice]:
    for shown in SHOWN:
        count = DeskListings(session).count(shown, today)
        href = _address(text=text, shown=shown)
        yield Choice(_NAMES[shown], href, shown == chosen, f"{count:,}")


def _row(one: FoundListing, today: date) -> ListedRow:
    standing = "On the site" if one.is_public else "Hidden"
    return ListedRow(
        name=one.name,
        href=f"{HERE}/{one.id}",
        id=one.id,
        license=LICENSES.label(one.license),
        state="Held off the site" if one.held_since else standing,
        checked=day_words(one.checked_at) or "Never",
        due=ENGLISH.day(one.due_on) if one.due_on else "",
        is_late=one.due_on is not None and one.due_on < today,
    )


def _address(**asked: str) -> str:
    typed = {name: value for name, value in asked.items() if value and value != "all"}
    return f"{HERE}?{urlencode(typed)}" if typed else HERE
