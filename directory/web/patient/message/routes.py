"""Writing to a provider through the site, so that neither side sees the other's address yet."""

from contextlib import ExitStack

from flask import Blueprint, make_response, redirect, request, session
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.mail import Unsent
from directory.providers import Provider
from directory.sentences import say
from directory.storage import Providers
from directory.web.access import current_directory, current_settings
from directory.web.languages import reader_language, told_in
from directory.web.patient.listing.contact import phones_of
from directory.web.patient.message.form import EMPTY, WORDS, Draft, read_draft
from directory.web.patient.message.page import message_page, no_message_page, profile_href
from directory.web.patient.message.pages import SentPage
from directory.web.patient.parts import Slip
from directory.web.patient.unshared import keep_unshared
from directory.web.rate_limits import Allowance, client_key
from directory.web.rendering import render_page
from directory.workflows.messages.letters import Site
from directory.workflows.messages.send_message import Message, obstacle, send_message

ADDRESS = "/providers/<id>/message"
_SENT = "sent"

pages = Blueprint("message", __name__)
pages.after_request(keep_unshared)


@pages.get(ADDRESS)
def write(id: str) -> Reply:
    """Show the form, or why there is none."""
    return _form(_listing(id), EMPTY)


@pages.post(ADDRESS)
def send(id: str) -> Reply:
    """Send a message; help comes first where the words tell of danger, and no word is lost."""
    provider = _listing(id)
    draft = read_draft(request.form)
    if obstacle(current_directory(), provider) or draft.slips or draft.crisis:
        return _form(provider, draft, status=422 if draft.slips else 200)
    try:
        _send(provider, draft)
    except TooManyRequests as error:
        answer = _form(provider, draft, (Slip(f"#{WORDS}", error.description or ""),), 429)
        answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    except Unsent:
        return _form(provider, draft, (Slip(f"#{WORDS}", _UNSENT),), 503)
    session[_SENT] = id
    return redirect(f"{profile_href(provider)}/message/sent", 303)


@pages.get(f"{ADDRESS}/sent")
def sent(id: str) -> Reply:
    """Say what happens next, to whoever has just sent a message."""
    provider = _listing(id)
    if session.get(_SENT) != id:
        return redirect(f"{profile_href(provider)}/message", 303)
    page = SentPage(
        title=say("Your message is on its way"),
        name=provider.name,
        profile_href=profile_href(provider),
        goes_nowhere=_goes_nowhere(),
        phones=phones_of(provider),
    )
    return make_response(render_page("message/sent.html", page))


@pages.errorhandler(CSRFError)
def form_without_token(_error: CSRFError) -> Reply:
    """Show the form again with all that was typed: its token may only have grown old."""
    view = request.view_args or {}
    draft = read_draft(request.form)
    return _form(_listing(view["id"]), draft, (Slip(f"#{WORDS}", _AGAIN),), 400)


_UNSENT = say("We could not send it just now. Your words are still here. Try again soon, or call.")
_AGAIN = say("Please press the button once more. Your words are still here.")
_ENOUGH_TO_ONE = say("You have written to this person today. Give them time, or call.")
_ENOUGH_FROM_HERE = say(
    "Enough messages for one day were sent from your connection. Try again tomorrow, or call."
)
_ENOUGH_FOR_ONE = say("This person got many messages today. Try again tomorrow, or call.")


def this_site() -> Site:
    """Return how this site speaks of itself in mails."""
    settings = current_settings()
    return Site(settings.site_name, settings.site_url, told_in)


def _listing(id: str) -> Provider:
    with current_directory().database.reading() as session:
        found = Providers(session).get(id)
    if found is None or not found.is_public:
        raise NotFound(f"no listing has the id {id}")
    return found


def _form(
    provider: Provider, draft: Draft, more: tuple[Slip, ...] = (), status: int = 200
) -> Reply:
    """Show the form with what was typed, or why there is none."""
    if found := obstacle(current_directory(), provider):
        page = no_message_page(provider, found)
        return make_response(render_page("message/none.html", page))
    shown = message_page(provider, draft, more, _goes_nowhere())
    return make_response(render_page("message/write.html", shown), status)


def _goes_nowhere() -> bool:
    mailer = current_directory().mailer
    return mailer is None or not mailer.is_real


def _send(provider: Provider, draft: Draft) -> None:
    """Send a message that may be sent; what was counted for one that did not go out is undone."""
    message = Message(draft.words.value, draft.address.value, reader_language())
    with ExitStack() as undo:
        for allowance, enough in _allowances(provider):
            try:
                allowance.take()
            except TooManyRequests as error:
                raise TooManyRequests(enough, retry_after=error.retry_after) from None
            undo.callback(allowance.give_back)
        send_message(current_directory(), provider, message, this_site())
        undo.pop_all()


def _allowances(provider: Provider) -> tuple[tuple[Allowance, str], ...]:
    here = client_key()
    return (
        (Allowance("1 per day", ("message", here, provider.id)), _ENOUGH_TO_ONE),
        (Allowance("5 per day", ("messages from", here)), _ENOUGH_FROM_HERE),
        (Allowance("20 per day", ("messages to", provider.id)), _ENOUGH_FOR_ONE),
    )
