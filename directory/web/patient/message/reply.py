"""The page behind the link in a provider's mail, on which they answer a message."""

from flask import Blueprint, make_response, redirect, request, session
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.mail import Unsent
from directory.sentences import say
from directory.web.access import current_directory
from directory.web.patient.message.form import WORDS, read_words
from directory.web.patient.message.pages import ReplyOverPage, ReplyPage, Written
from directory.web.patient.message.routes import this_site
from directory.web.patient.parts import Slip
from directory.web.patient.unshared import keep_unshared
from directory.web.rendering import render_page
from directory.workflows.messages.reply_to_message import OpenReply, open_reply, reply_to_message

ADDRESS = "/reply/<token>"
_SENT = "replied"

pages = Blueprint("reply", __name__)
pages.after_request(keep_unshared)

_UNSENT = say("We could not send it just now. Your words are still here. Try again soon.")
_AGAIN = say("Please press the button once more. Your words are still here.")


@pages.get(ADDRESS)
def answer(token: str) -> Reply:
    """Show the form; to look at it uses nothing up."""
    return _form(token, Written("", None))


@pages.post(ADDRESS)
def send(token: str) -> Reply:
    """Send the reply, after which the link is over."""
    words = read_words(request.form)
    if words.problem:
        return _form(token, words, words.problem, 422)
    try:
        reply_to_message(current_directory(), token, words.value, this_site())
    except NotFound:
        return _over()
    except Unsent:
        return _form(token, words, _UNSENT, 503)
    session[_SENT] = True
    return redirect("/reply/sent", 303)


@pages.get("/reply/sent")
def sent() -> Reply:
    """Say what becomes of a reply, to whoever has just sent one."""
    if not session.get(_SENT):
        return _over()
    page = ReplyOverPage(say("Your answer is on its way"), was_sent=True)
    return make_response(render_page("message/replied.html", page))


@pages.errorhandler(CSRFError)
def form_without_token(_error: CSRFError) -> Reply:
    """Show the form again with all that was typed: its token may only have grown old."""
    token = (request.view_args or {})["token"]
    return _form(token, read_words(request.form), _AGAIN, 400)


def _form(token: str, words: Written, problem: str | None = None, status: int = 200) -> Reply:
    found = open_reply(current_directory(), token)
    if found is None:
        return _over()
    return make_response(render_page("message/reply.html", _page(found, words, problem)), status)


def _page(found: OpenReply, words: Written, problem: str | None) -> ReplyPage:
    title = say("Answer the person who wrote to you")
    return ReplyPage(
        title=say("Error: {title}", title=title) if problem else title,
        name=found.provider.name,
        action=f"/reply/{found.link.token}",
        slips=(Slip(f"#{WORDS}", problem),) if problem else (),
        words=words,
        address=found.awaited.provider_address,
    )


def _over() -> Reply:
    page = ReplyOverPage(say("This link is over"), was_sent=False)
    return make_response(render_page("message/replied.html", page), 404)
