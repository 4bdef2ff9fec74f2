"""What the links in the mails about claims open: each shows one button, and the button does it."""

from flask import Blueprint, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.storage import Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.letters import claim_letters
from directory.web.provider.claim.forms import CodeForm
from directory.web.provider.claim.limits import may_type
from directory.web.provider.claim.page import has_errors
from directory.web.provider.claim.pages import OneButtonPage, StopCodePage
from directory.web.rendering import render_page
from directory.workflows.claims.freeze_listing import claim_to_stop, freeze_listing
from directory.workflows.claims.prove_claim import claim_behind, prove_by_link, say_not_me

pages = Blueprint("claim_links", __name__)

_OVER = (
    "A link works once, and for a few days only.",
    "If you have just used it, all is well. If not, ask for a new one on the page of your claim.",
)
_STOP_OVER = (
    "It works once, and for some days only.",
    "Is something wrong still? Ask for the listing yourself: a person looks into it.",
)


@pages.get("/claims/proof/<token>")
def see_proof(token: str) -> Response:
    """Show the button that proves a claim; to look at it uses nothing up."""
    claim = claim_behind(current_directory(), token)
    if claim is None:
        return _say("This link is over", *_OVER, status=404)
    if claim.account_id != asking_account().id:
        return _say(
            "Please sign in with the other account",
            "This link is for the account that asked for the listing, and you are signed in with"
            " another one.",
            status=404,
        )
    name = _name_on(claim.provider_id)
    page = OneButtonPage(
        title="Confirm that it is you",
        says=(f"You asked to keep the listing of {name}.",),
        button="Yes, this is me",
        action=f"/claims/proof/{token}",
        other_text="This is not me",
        other_href=f"/claims/not-me/{token}",
    )
    return make_response(render_page("claim/one_button.html", page))


@pages.post("/claims/proof/<token>")
def prove(token: str) -> Response:
    """Take the link as proof, from the account that it is for."""
    try:
        claim = prove_by_link(current_directory(), token, asking_account().id)
    except NotFound:
        return _say("This link is over", *_OVER, status=404)
    return redirect(f"/claims/{claim.id}", 303)


@pages.get("/claims/not-me/<token>")
def see_not_me(token: str) -> Response:
    """Show the button by which the contact on file says that it was not them."""
    claim = claim_behind(current_directory(), token)
    if claim is None:
        return _say("This link is over", *_OVER, status=404)
    page = OneButtonPage(
        title="You did not ask for this?",
        says=(
            f"Someone asked to keep the listing of {_name_on(claim.provider_id)}.",
            "If it was not you, press the button. The listing stays as it is.",
        ),
        button="It was not me",
        action=f"/claims/not-me/{token}",
    )
    return make_response(render_page("claim/one_button.html", page))


@pages.post("/claims/not-me/<token>")
def refuse(token: str) -> Response:
    """Reject the claim for the contact on file."""
    try:
        say_not_me(current_directory(), token)
    except NotFound:
        return _say("This link is over", *_OVER, status=404)
    return _say("Thank you", "The listing stays as it is. You need do nothing more.")


@pages.get("/claims/stop/<token>")
def see_stop(token: str) -> Response:
    """Show the button that stops whoever keeps a listing."""
    claim = claim_to_stop(current_directory(), token)
    if claim is None:
        return _say("This link is over", *_STOP_OVER, status=404)
    page = OneButtonPage(
        title="Stop the change to this listing?",
        says=(
            f"Someone now keeps the listing of {_name_on(claim.provider_id)}.",
            "If something is wrong, press the button. The listing goes back to what it was.",
            "Then a person looks into it.",
        ),
        button="Stop it now",
        action=f"/claims/stop/{token}",
    )
    return make_response(render_page("claim/one_button.html", page))


@pages.post("/claims/stop/<token>")
def stop(token: str) -> Response:
    """Stop the keeper at once."""
    try:
        freeze_listing(current_directory(), claim_letters(), token)
    except NotFound:
        return _say("This link is over", *_STOP_OVER, status=404)
    return _say(
        "It is stopped",
        "Whoever kept the listing cannot change it any more. It is what it was before.",
        "A person looks into it now. You need do nothing more.",
    )


@pages.route("/claims/stop", methods=("GET", "POST"))
def type_stop_code() -> Response:
    """Take the code of a letter, and lead to its button."""
    form = CodeForm()
    if form.validate_on_submit() and may_type(form):
        if claim_to_stop(current_directory(), form.code.data):
            return redirect(f"/claims/stop/{form.code.data}", 303)
        form.code.errors = ["This is not a code that stops anything. Check it letter by letter"]
    page = StopCodePage("Stop a change to your listing", form)
    status = 422 if has_errors(form) else 200
    return make_response(render_page("claim/stop_code.html", page), status)


def _name_on(provider_id: str) -> str:
    with current_directory().database.reading() as session:
        found = Providers(session).get(provider_id)
    return found.name if found else "someone"


def _say(title: str, *says: str, status: int = 200) -> Response:
    page = OneButtonPage(title=title, says=says)
    return make_response(render_page("claim/one_button.html", page), status)
