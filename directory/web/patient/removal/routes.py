"""Asking for a removal, and confirming it from the contact on file."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import date

from flask import Blueprint, make_response, redirect, request, session
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.proof_ways import masked_address
from directory.sentences import say
from directory.storage import Providers
from directory.vocabulary import LICENSES
from directory.web.access import current_directory, current_settings
from directory.web.patient.parts import Option
from directory.web.patient.removal.form import REASONS, WHATS, RemovalForm, read_removal
from directory.web.patient.removal.pages import (
    ConfirmRemovalPage,
    RemovalPage,
    RemovalSentPage,
)
from directory.web.patient.unshared import keep_unshared
from directory.web.rate_limits import Allowance, client_key
from directory.web.rendering import render_page
from directory.workflows.removals.removal_letters import RemovalLetters
from directory.workflows.removals.remove_listing import (
    RemovalWish,
    ask_for_removal,
    confirm_removal,
    contact_to_confirm,
    removal_behind,
)

ADDRESS = "/providers/<id>/removal"
_SENT = "asked_for_removal"

pages = Blueprint("removal", __name__)
pages.after_request(keep_unshared)

_ENOUGH = say("Enough was asked for today. Try again tomorrow.")
_AGAIN = say("Please press the button once more. Your words are still here.")


@pages.get(ADDRESS)
def write(id: str) -> Reply:
    """Show the form."""
    return _form(_listing(id), RemovalForm())


@pages.post(ADDRESS)
def ask(id: str) -> Reply:
    """Put a wish into the queue, and mail the contact on file where that was chosen."""
    listing, form = _listing(id), read_removal(request.form)
    if form.problems:
        return _form(listing, form, 422)
    try:
        _take(id, form.by_mail)
    except TooManyRequests as error:
        answer = _form(listing, replace(form, problems={"what": _ENOUGH}), 429)
        answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    what, reason = form.chosen
    wish = RemovalWish(id, what, reason, form.words, form.answer_to, form.by_mail)
    removal = ask_for_removal(current_directory(), _letters(), wish)
    by_mail = form.by_mail and bool(_contact(listing))
    session[_SENT] = {
        "by_mail": by_mail,
        "answer": bool(form.answer_to),
        "due": removal.due.isoformat(),
    }
    return redirect(f"/providers/{id}/removal/sent", 303)


@pages.get(f"{ADDRESS}/sent")
def sent(id: str) -> Reply:
    """Say what happens next, to whoever has just asked."""
    known = session.get(_SENT)
    if not known:
        return redirect(f"/providers/{id}/removal", 303)
    page = RemovalSentPage(
        title=say("We have your request"),
        by_mail=known["by_mail"],
        has_answer=known["answer"],
        due=say("{day}", day=date.fromisoformat(known["due"])),
    )
    return make_response(render_page("removal/sent.html", page))


@pages.get("/removal/<token>")
def see(token: str) -> Reply:
    """Show the button; to look at it uses nothing up."""
    return _confirm(token)


@pages.post("/removal/<token>")
def confirm(token: str) -> Reply:
    """Hide what was asked for, at once."""
    try:
        removal = confirm_removal(current_directory(), token)
    except NotFound:
        return _confirm(token)
    title = say("It is hidden now")
    page = ConfirmRemovalPage(title, "", "", removal.what == "all", is_over=False, is_done=True)
    return make_response(render_page("removal/confirm.html", page))


@pages.errorhandler(CSRFError)
def form_without_token(_error: CSRFError) -> Reply:
    """Show the form again with all that was typed: its token may only have grown old."""
    view = request.view_args or {}
    if "token" in view:
        return _confirm(view["token"], 400)
    again = replace(read_removal(request.form), problems={"what": _AGAIN})
    return _form(_listing(view["id"]), again, 400)


def _listing(id: str) -> Provider:
    with current_directory().database.reading() as opened:
        found = Providers(opened).get(id)
    if found is None or not found.published:
        raise NotFound(f"no listing has the id {id}")
    return found


def _contact(listing: Provider) -> str | None:
    directory = current_directory()
    with directory.database.reading() as opened:
        return contact_to_confirm(directory, opened, listing)


def _form(listing: Provider, form: RemovalForm, status: int = 200) -> Reply:
    contact = _contact(listing)
    title = say("Ask for the removal of a listing")
    page = RemovalPage(
        title=say("Error: {title}", title=title) if form.problems else title,
        name=listing.name,
        license=LICENSES.label(listing.license),
        profile_href=f"/providers/{listing.id}",
        claim_href=f"/claim/{listing.id}",
        slips=form.slips,
        whats=tuple(Option(one, text, one == form.what) for one, text in WHATS.items()),
        reasons=tuple(Option(one, text, one == form.reason) for one, text in REASONS.items()),
        words=form.words,
        email=form.answer_to,
        by_mail=form.by_mail,
        on_file=masked_address(contact) if contact else "",
        problem_of=dict(form.problems),
    )
    return make_response(render_page("removal/ask.html", page), status)


def _confirm(token: str, status: int = 200) -> Reply:
    removal = removal_behind(current_directory(), token)
    if removal is None:
        page = ConfirmRemovalPage(say("This link is over"), "", "", True, True, False)
        return make_response(render_page("removal/confirm.html", page), 404)
    with current_directory().database.reading() as opened:
        listing = Providers(opened).get(removal.provider_id)
    page = ConfirmRemovalPage(
        title=say("Hide this listing?"),
        name=listing.name if listing else "",
        action=f"/removal/{token}",
        is_all=removal.what == "all",
        is_over=False,
        is_done=False,
    )
    return make_response(render_page("removal/confirm.html", page), status)


def _letters() -> RemovalLetters:
    return RemovalLetters(current_settings())


def _take(provider_id: str, by_mail: bool) -> None:
    """Count a wish; few mails go to one contact, and no stranger can use up all of its wishes."""
    allowances = (
        Allowance("5 per day", ("removals from", client_key())),
        Allowance("50 per day", ("removals of", provider_id)),
        Allowance("3 per day", ("mails about a removal of", provider_id)),
    )
    with ExitStack() as undo:
        for allowance in allowances if by_mail else allowances[:2]:
            allowance.take()
            undo.callback(allowance.give_back)
        undo.pop_all()
