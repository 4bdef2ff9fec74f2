"""Keeping one's own listing true, signed in: confirming, being full, pausing."""

from flask import Blueprint, flash, get_flashed_messages, make_response, redirect, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as Reply

from directory.providers import Provider
from directory.providers.stated_words import FACT_NAMES
from directory.sentences import ENGLISH
from directory.storage import Keepers, Providers
from directory.web.access import current_directory
from directory.web.provider.keep.forms import ALL, FULL, ConfirmForm, PauseForm
from directory.web.provider.keep.page import confirm_page, pause_page
from directory.web.provider.listing.author import current_author
from directory.web.rendering import render_page
from directory.workflows.keeping.confirm_listing import (
    Said,
    all_true,
    full,
    keep_true,
    pausing,
    still_true,
)

pages = Blueprint("freshness", __name__)


@pages.get("/my/listing/<listing>/confirm")
def confirm(listing: str) -> str:
    """Show every fact with a button for each."""
    provider, is_kept = _listing(listing)
    page = confirm_page(provider, is_kept, current_directory().today(), _heard())
    return render_page("my/confirm.html", page)


@pages.post("/my/listing/<listing>/confirm")
def confirmed(listing: str) -> Reply:
    """Confirm a fact or all, or say that nobody new is taken."""
    form = ConfirmForm()
    if not form.validate():
        raise BadRequest("Press one of the buttons of the page.")
    said = str(form.said.data)
    _say(listing, _SAID.get(said) or still_true((said,)))
    flash(_THANKS.get(said) or f"{FACT_NAMES[said]}: confirmed today.")
    return redirect(f"/my/listing/{listing}/confirm", 303)


@pages.get("/my/listing/<listing>/pause")
def pause(listing: str) -> str:
    """Show the choices of a pause."""
    provider, _ = _listing(listing)
    page = pause_page(provider, current_directory().today(), _heard())
    return render_page("my/pause.html", page)


@pages.post("/my/listing/<listing>/pause")
def paused(listing: str) -> Reply:
    """Pause until a day."""
    today = current_directory().today()
    until = PauseForm().day(today)
    if until is None:
        provider, _ = _listing(listing)
        page = pause_page(provider, today, "", typed=request.form.get("until", ""))
        return make_response(render_page("my/pause.html", page), 422)
    _say(listing, pausing(until))
    flash(f"You pause until {ENGLISH.day(until)}. After that we ask you how it stands.")
    return redirect(f"/my/listing/{listing}/pause", 303)


_SAID: dict[str, Said] = {ALL: all_true, FULL: full}
_THANKS = {
    ALL: "Thank you. It is all confirmed today.",
    FULL: "Your listing says that you take nobody new.",
}


def _say(listing: str, said: Said) -> None:
    keep_true(current_directory(), listing, said, current_author(listing))


def _listing(id: str) -> tuple[Provider, bool]:
    with current_directory().database.reading() as session:
        return Providers(session).one(id), Keepers(session).is_kept(id)


def _heard() -> str:
    return " ".join(map(str, get_flashed_messages()))
