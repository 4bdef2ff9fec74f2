"""Proving again who one is, before what is sensitive: by password, code or passkey."""

from flask import Blueprint, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_security.utils import verify_password
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.storage import StoredAccount
from directory.web.account.factors.passkeys import request_options, use_passkey
from directory.web.account.owner import own_account
from directory.web.account.proving.forms import CodeForm, PasskeyForm, PasswordForm
from directory.web.account.proving.pages import PlainPage, VerifyPage
from directory.web.account.proving.second_step import is_code_of, json
from directory.web.account.sessions.cookie import note_proof
from directory.web.account.tries import try_once
from directory.web.account.ways import is_local
from directory.web.rendering import render_page

verify = Blueprint("verify", __name__, url_prefix="/account/verify")
_NO_USE = "This passkey did not work. Please try again, or type your password"
_DONE = "/account/verify/done"
_WRONG_PASSWORD = "This is not your password"  # noqa: S105  (a sentence)
_WRONG_CODE = "This code is not right, or was used before. Wait for the next one and type that."


@verify.get("")
def ask() -> ResponseReturnValue:
    """Ask for a proof."""
    return _page(PasswordForm(), CodeForm())


@verify.post("")
def by_password() -> ResponseReturnValue:
    """Take the password."""
    account, form = own_account(), PasswordForm()
    if form.validate_on_submit():
        typed = form.password.data or ""
        wrong = try_once(account.id, lambda: _is_password(account, typed), _WRONG_PASSWORD)
        if wrong is None:
            return _on(is_strong=False)
        form.password.errors = [wrong]
    return _page(form, CodeForm(formdata=None), 422)


@verify.post("/code")
def by_code() -> ResponseReturnValue:
    """Take a code of the authenticator app."""
    account, form = own_account(), CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        wrong = try_once(account.id, lambda: is_code_of(account, typed), _WRONG_CODE)
        if wrong is None:
            return _on(is_strong=True)
        form.code.errors = [wrong]
    return _page(PasswordForm(formdata=None), form, 422)


@verify.post("/passkey/options")
def passkey_options() -> ResponseReturnValue:
    """Tell the browser what a passkey of this account has to sign."""
    return json(request_options(own_account()))


@verify.post("/passkey")
def by_passkey() -> ResponseReturnValue:
    """Take what a passkey of this account signed."""
    account, form = own_account(), PasskeyForm()
    password = PasswordForm(formdata=None)
    if form.validate_on_submit():
        try:
            if use_passkey(form.credential.data or "") == account.id:
                return _on(is_strong=True, by_passkey=True)
        except Invalid as error:
            password.form_errors.append(error.problems[0].message)
    if not password.form_errors:
        password.form_errors.append(_NO_USE)
    return _page(password, CodeForm(formdata=None), 422)


@verify.get("/done")
def done() -> ResponseReturnValue:
    """Send whoever came from another tab back to it."""
    return render_page("account/verified.html", PlainPage("Thank you, that worked"))


def _on(*, is_strong: bool, by_passkey: bool = False) -> Response:
    note_proof(is_strong=is_strong, by_passkey=by_passkey)
    return redirect(_next() or _DONE, 303)


def _next() -> str:
    wanted = request.values.get("next", "")
    return wanted if is_local(wanted) else ""


def _is_password(account: StoredAccount, typed: str) -> bool:
    return bool(account.password and verify_password(typed, account.password))


def _page(password: PasswordForm, code: CodeForm, status: int = 200) -> Response:
    account = own_account()
    page = VerifyPage(
        title="Please show that it is you",
        address=account.email,
        password=password,
        code=code,
        next=_next(),
        has_authenticator=bool(account.tf_totp_secret),
        has_passkey=bool(account.passkeys),
    )
    return make_response(render_page("account/verify.html", page), status)
