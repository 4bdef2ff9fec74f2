"""The links in reminders: looking changes nothing, one press says the same as before or less."""

from flask import Blueprint, make_response, redirect, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.web.access import current_directory
from directory.web.provider.keep.forms import FewerForm, LinkPauseForm
from directory.web.provider.keep.page import link_page
from directory.web.provider.keep.pages import OverPage
from directory.web.rendering import render_page
from directory.workflows.keeping.act_on_link import OpenLink, act_on_link, open_link, write_less

pages = Blueprint("keep", __name__)


@pages.get("/keep/<token>")
def show(token: str) -> Reply:
    """Show what a link lets one say, and how the listing stands; nothing is used up."""
    found = open_link(current_directory(), token)
    return _shown(found) if found else _over()


@pages.post("/keep/<token>")
def say(token: str) -> Reply:
    """Say it, and show how the listing stands now."""
    directory = current_directory()
    found = open_link(directory, token)
    if found is None:
        return _over()
    until = None
    if found.link.saying == "pause":
        until = LinkPauseForm().day(directory.today())
        if until is None:
            return _shown(found, typed=request.form.get("until", ""), status=422)
    try:
        if found.link.saying == "fewer":
            write_less(directory, token, is_quiet=_wants_fewer())
        else:
            act_on_link(directory, token, until)
    except NotFound:  # it was frozen, or changed hands, in this moment
        return _over()
    return redirect(f"/keep/{token}", 303)


def _wants_fewer() -> bool:
    form = FewerForm()
    if not form.validate():
        raise BadRequest("Press one of the buttons of the page.")
    return bool(form.mails.data == "few")


def _shown(found: OpenLink, typed: str | None = None, status: int = 200) -> Reply:
    page = link_page(found, current_directory().today(), typed)
    return make_response(render_page("my/link.html", page), status)


def _over() -> Reply:
    page = OverPage("This link is over")
    return make_response(render_page("my/link_over.html", page), 404)
