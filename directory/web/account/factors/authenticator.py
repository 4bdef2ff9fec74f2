"""Setting up an authenticator app, and taking it away."""

from flask import Blueprint, flash, make_response, redirect, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from directory.web.access import current_directory
from directory.web.account.factors.codes import counter_of, new_secret, shown_secret
from directory.web.account.factors.forms import ConfirmForm
from directory.web.account.factors.letters import letter
from directory.web.account.factors.overview import PAGE, next_page
from directory.web.account.factors.pages import AuthenticatorPage, RemovalPage
from directory.web.account.owner import own_account, owner
from directory.web.account.proving.forms import CodeForm
from directory.web.account.sessions.cookie import note_proof
from directory.web.account.tries import try_once
from directory.web.rendering import render_page
from directory.workflows.accounts.change_factors import remove_authenticator, set_up_authenticator

authenticator = Blueprint("authenticator", __name__, url_prefix="/account/security/app")
_SECRET = "account.new_app"  # noqa: S105  (the name of a key, not a secret)
_WRONG = "This code is not right. Wait until the app shows the next one, then type that."


@authenticator.get("")
def ask() -> ResponseReturnValue:
    """Show a new secret, and ask for the first code."""
    return _page(CodeForm())


@authenticator.post("")
def set_up() -> ResponseReturnValue:
    """Keep the secret whose code was typed."""
    account, form, secret = own_account(), CodeForm(), session.get(_SECRET)
    if not secret or not form.validate_on_submit():
        return _page(form, 422)
    counters: list[int] = []

    def is_right() -> bool:
        counter = counter_of(form.code.data or "", secret)
        counters.extend([] if counter is None else [counter])
        return bool(counters)

    if wrong := try_once(account.id, is_right, _WRONG):
        form.code.errors = [wrong]
        return _page(form, 422)
    told = letter("authenticator_added", account.email)
    set_up_authenticator(current_directory(), owner(), secret, counters[0], told)
    note_proof(is_strong=True)
    session.pop(_SECRET)
    flash("Your app is set up. From now on you need its code to sign in.")
    return redirect(next_page(account), 303)


@authenticator.get("/remove")
def ask_to_remove() -> ResponseReturnValue:
    """Say what it means to take the app away."""
    account = own_account()
    if not account.tf_totp_secret:
        return redirect(PAGE, 303)
    page = RemovalPage(
        title="Remove your authenticator app",
        form=ConfirmForm(),
        what="the app on your phone",
        action=f"{PAGE}/app/remove",
        is_last=not account.passkeys,
    )
    return render_page("account/remove_factor.html", page)


@authenticator.post("/remove")
def remove() -> ResponseReturnValue:
    """Take the app away."""
    account = own_account()
    if account.tf_totp_secret:
        told = letter("authenticator_removed", account.email)
        remove_authenticator(current_directory(), owner(), told)
        flash("Your app is removed.")
    return redirect(PAGE, 303)


def _page(form: CodeForm, status: int = 200) -> Response:
    """Show the secret that is being set up: the same one until its code was typed."""
    account = own_account()
    secret = session.setdefault(_SECRET, new_secret())
    shown = shown_secret(secret, account.email)
    page = AuthenticatorPage(
        title="Set up an authenticator app",
        form=form,
        size=shown.size,
        path=shown.path,
        to_type=shown.to_type,
        link=shown.link,
        replaces=bool(account.tf_totp_secret),
    )
    return make_response(render_page("account/authenticator.html", page), status)
