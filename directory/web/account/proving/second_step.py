"""The second step of signing in: a code, a passkey, or a recovery code."""

from flask import Blueprint, make_response, redirect
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.storage import StoredAccount
from directory.web.access import current_directory
from directory.web.account.factors.codes import counter_of, hash_of_recovery_code
from directory.web.account.factors.letters import letter
from directory.web.account.factors.passkeys import request_options, use_passkey
from directory.web.account.proving.forms import CodeForm, PasskeyForm, RecoveryCodeForm
from directory.web.account.proving.halfway import (
    Halfway,
    account_of,
    finish,
    who_is_halfway,
)
from directory.web.account.proving.pages import PlainPage, RecoveryPage, SecondStepPage
from directory.web.account.tries import try_once
from directory.web.account.ways import next_address
from directory.web.rendering import render_page
from directory.workflows.accounts.change_factors import use_counter, use_recovery_code

second_step = Blueprint("second_step", __name__, url_prefix="/account")
_SIGN_IN = "/account/sign-in"
_WRONG_CODE = "This code is not right, or was used before. Wait for the next one and type that."
_WRONG_RECOVERY_CODE = "This is none of your recovery codes, or it was used before."


@second_step.get("/code")
def code() -> ResponseReturnValue:
    """Ask for the second factor."""
    found = who_is_halfway()
    return _code_page(found, CodeForm()) if found else redirect(_SIGN_IN, 303)


@second_step.post("/code")
def check_code() -> ResponseReturnValue:
    """Sign in whoever types the right code."""
    found, form = who_is_halfway(), CodeForm()
    if found is None:
        return redirect(_SIGN_IN, 303)
    if form.validate_on_submit():
        typed = form.code.data or ""
        wrong = try_once(found.account.id, lambda: is_code_of(found.account, typed), _WRONG_CODE)
        if wrong is None:
            return finish(found.account, found.next, by="authenticator")
        form.code.errors = [wrong]
    return _code_page(found, form, 422)


@second_step.get("/recovery-code")
def recovery_code() -> ResponseReturnValue:
    """Ask for a recovery code."""
    return _recovery_page(RecoveryCodeForm()) if who_is_halfway() else redirect(_SIGN_IN, 303)


@second_step.post("/recovery-code")
def check_recovery_code() -> ResponseReturnValue:
    """Sign in with a recovery code, and lead on to setting up anew what was lost."""
    found, form = who_is_halfway(), RecoveryCodeForm()
    if found is None:
        return redirect(_SIGN_IN, 303)
    if form.validate_on_submit():
        typed, account = form.code.data or "", found.account
        wrong = try_once(
            account.id, lambda: _is_recovery_code_of(account, typed), _WRONG_RECOVERY_CODE
        )
        if wrong is None:
            return finish(account, "/account/security", by="recovery code")
        form.code.errors = [wrong]
    return _recovery_page(form, 422)


@second_step.get("/lost")
def lost() -> ResponseReturnValue:
    """Say what to do when phone, passkey and paper are all gone."""
    return render_page("account/lost.html", PlainPage("Lost your phone and your codes?"))


@second_step.post("/passkey/options")
def passkey_options() -> ResponseReturnValue:
    """Tell the browser what a passkey has to sign."""
    found = who_is_halfway()
    return json(request_options(found.account if found else None))


@second_step.post("/passkey")
def passkey() -> ResponseReturnValue:
    """Sign in with a passkey alone, or as the second step."""
    found, form = who_is_halfway(), PasskeyForm()
    next = found.next if found else next_address()
    if not form.validate_on_submit():
        return redirect(_SIGN_IN, 303)
    try:
        account = account_of(use_passkey(form.credential.data or ""))
    except Invalid as error:
        return _passkey_refused(found, error.problems[0].message)
    return finish(account, next, by="passkey")


def is_code_of(account: StoredAccount, typed: str) -> bool:
    """Tell whether a code is right and new; if so it is used up."""
    counter = counter_of(typed, account.tf_totp_secret or "", account.tf_last_counter)
    return counter is not None and use_counter(current_directory(), account.id, counter)


def json(text: str) -> Response:
    """Return JSON to a script of our own."""
    return Response(text, mimetype="application/json")


def _is_recovery_code_of(account: StoredAccount, typed: str) -> bool:
    hash = hash_of_recovery_code(account.id, typed)
    told = letter("recovery_code_used", account.email)
    return use_recovery_code(current_directory(), account.id, hash, told)


def _code_page(found: Halfway, form: CodeForm, status: int = 200) -> Response:
    account = found.account
    page = SecondStepPage(
        title="Type the code from your app" if account.tf_totp_secret else "Use your passkey",
        form=form,
        has_authenticator=bool(account.tf_totp_secret),
        has_passkey=bool(account.passkeys),
        has_recovery_codes=bool(account.mf_recovery_codes),
    )
    return make_response(render_page("account/code.html", page), status)


def _recovery_page(form: RecoveryCodeForm, status: int = 200) -> Response:
    page = RecoveryPage("Type a recovery code", form)
    return make_response(render_page("account/recovery_code.html", page), status)


def _passkey_refused(found: Halfway | None, problem: str) -> ResponseReturnValue:
    if found is None:
        page = PlainPage("This passkey did not work")
        return make_response(render_page("account/passkey_refused.html", page), 422)
    form = CodeForm(formdata=None)
    form.form_errors.append(problem)
    return _code_page(found, form, 422)
