"""The page of one's own security, where people land who still need a second factor."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, request, session
from flask.typing import ResponseReturnValue

from directory.sentences import ENGLISH
from directory.storage import StoredAccount, StoredPasskey
from directory.web.account.factors.pages import PasskeyLine, PasskeyNeededPage, SecurityPage
from directory.web.account.owner import own_account
from directory.web.account.sessions.cookie import open_now
from directory.web.account.ways import is_local
from directory.web.rendering import render_page
from directory.workflows.accounts.change_factors import has_second_factor

overview = Blueprint("security", __name__, url_prefix="/account/security")
PAGE = "/account/security"
_GO_ON = "account.go_on"


@overview.get("")
def show() -> ResponseReturnValue:
    """Show what the account has beside its password."""
    if is_local(wanted := request.args.get("next", "")):
        session[_GO_ON] = wanted
    account, opened = own_account(), open_now()
    is_strong = bool(opened and opened.is_strong)
    page = SecurityPage(
        title="Signing in safely",
        is_strong=is_strong,
        is_recovering=has_second_factor(account) and not is_strong,
        has_authenticator=bool(account.tf_totp_secret),
        passkeys=tuple(map(_line, account.passkeys)),
        recovery_codes=len(account.mf_recovery_codes or ()),
        go_on=session.pop(_GO_ON, "") if is_strong else "",
    )
    return render_page("account/security.html", page)


@overview.get("/passkey")
def need_passkey() -> ResponseReturnValue:
    """Say that running the directory takes a passkey, and how to use or add one."""
    account, opened = own_account(), open_now()
    wanted = request.args.get("next", "")
    next = wanted if is_local(wanted) else "/admin"
    if opened and opened.by_passkey:
        return redirect(next, 303)
    session[_GO_ON] = next
    page = PasskeyNeededPage(
        title="Please use your passkey" if account.passkeys else "Add a passkey first",
        has_passkey=bool(account.passkeys),
        use_href=f"/account/verify?{urlencode({'next': next})}",
    )
    return render_page("account/need_passkey.html", page)


def next_page(account: StoredAccount) -> str:
    """Return where to go after a factor was set up: to the recovery codes, where there are none."""
    return PAGE if account.mf_recovery_codes else f"{PAGE}/recovery-codes"


def _line(passkey: StoredPasskey) -> PasskeyLine:
    was_used = passkey.lastuse_datetime > passkey.created_at
    return PasskeyLine(
        id=passkey.id,
        name=passkey.name,
        added=ENGLISH.day(passkey.created_at),
        used=ENGLISH.day(passkey.lastuse_datetime) if was_used else "",
    )
