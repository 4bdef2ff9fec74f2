"""Adding a passkey, and taking one away."""

from flask import Blueprint, flash, make_response, redirect
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from directory.errors import Invalid, NotFound
from directory.storage import StoredPasskey
from directory.web.access import current_directory
from directory.web.account.factors.forms import ConfirmForm, NewPasskeyForm
from directory.web.account.factors.letters import letter
from directory.web.account.factors.overview import PAGE, next_page
from directory.web.account.factors.pages import NewPasskeyPage, RemovalPage
from directory.web.account.factors.passkeys import creation_options, read_new_passkey
from directory.web.account.owner import own_account, owner
from directory.web.account.proving.second_step import json
from directory.web.account.sessions.cookie import note_proof
from directory.web.rendering import render_page
from directory.workflows.accounts.change_factors import add_passkey, remove_passkey

passkeys = Blueprint("passkeys", __name__, url_prefix="/account/security/passkeys")
_MOST = 20
_ENOUGH = f"You have {_MOST} passkeys. Remove one before you add another."
_NO_SCRIPT = "Your browser sent no passkey. Use one with JavaScript, or set up an app instead."


@passkeys.get("/new")
def ask() -> ResponseReturnValue:
    """Ask for the name of a new passkey."""
    return _page(NewPasskeyForm())


@passkeys.post("/new/options")
def options() -> ResponseReturnValue:
    """Tell the browser what passkey to make."""
    return json(creation_options(own_account()))


@passkeys.post("/new")
def add() -> ResponseReturnValue:
    """Keep the passkey that the browser made."""
    account, form = own_account(), NewPasskeyForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    if problem := _objection(form, account.passkeys):
        form.name.errors = [problem]
        return _page(form, 422)
    try:
        made = read_new_passkey(account, form.name.data or "", form.credential.data or "")
    except Invalid as error:
        form.name.errors = [error.problems[0].message]
        return _page(form, 422)
    add_passkey(current_directory(), owner(), made, letter("passkey_added", account.email))
    note_proof(is_strong=True, by_passkey=True)
    flash(f"Your passkey “{made.name}” is set up. You can sign in with it alone.")
    return redirect(next_page(account), 303)


@passkeys.get("/<passkey>/remove")
def ask_to_remove(passkey: str) -> ResponseReturnValue:
    """Say what it means to take a passkey away."""
    account, found = own_account(), _own_passkey(passkey)
    page = RemovalPage(
        title="Remove a passkey",
        form=ConfirmForm(),
        what=f"the passkey “{found.name}”",
        action=f"{PAGE}/passkeys/{found.id}/remove",
        is_last=len(account.passkeys) == 1 and not account.tf_totp_secret,
    )
    return render_page("account/remove_factor.html", page)


@passkeys.post("/<passkey>/remove")
def remove(passkey: str) -> ResponseReturnValue:
    """Take a passkey away."""
    account, found = own_account(), _own_passkey(passkey)
    told = letter("passkey_removed", account.email)
    remove_passkey(current_directory(), owner(), found.id, told)
    flash(f"The passkey “{found.name}” is removed.")
    return redirect(PAGE, 303)


def _own_passkey(id: str) -> StoredPasskey:
    for passkey in own_account().passkeys:
        if passkey.id == id:
            return passkey
    raise NotFound("there is no such passkey")


def _objection(form: NewPasskeyForm, known: tuple[StoredPasskey, ...]) -> str | None:
    if len(known) >= _MOST:
        return _ENOUGH
    if any(one.name == form.name.data for one in known):
        return "You have a passkey of this name. Choose another name."
    return None if form.credential.data else _NO_SCRIPT


def _page(form: NewPasskeyForm, status: int = 200) -> Response:
    page = NewPasskeyPage("Add a passkey", form)
    return make_response(render_page("account/new_passkey.html", page), status)
