"""Codes on paper, for the day when the phone is gone."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from directory.storage import StoredAccount
from directory.web.access import current_directory
from directory.web.account.factors.codes import hash_of_recovery_code, new_recovery_codes
from directory.web.account.factors.forms import ConfirmForm
from directory.web.account.factors.letters import letter
from directory.web.account.factors.overview import PAGE
from directory.web.account.factors.pages import RecoveryCodesPage
from directory.web.account.owner import own_account, owner
from directory.web.rendering import render_page
from directory.workflows.accounts.change_factors import has_second_factor, renew_recovery_codes

recovery_codes = Blueprint(
    "recovery_codes", __name__, url_prefix="/account/security/recovery-codes"
)


@recovery_codes.get("")
def ask() -> ResponseReturnValue:
    """Tell what the codes are for, and offer new ones."""
    account = own_account()
    return _page(account, ()) if has_second_factor(account) else redirect(PAGE, 303)


@recovery_codes.post("")
def renew() -> ResponseReturnValue:
    """Show new codes, this once."""
    account = own_account()
    if not has_second_factor(account):
        return redirect(PAGE, 303)
    codes = new_recovery_codes()
    hashes = tuple(hash_of_recovery_code(account.id, code) for code in codes)
    told = letter("recovery_codes_renewed", account.email)
    renew_recovery_codes(current_directory(), owner(), hashes, told)
    return _page(account, codes)


def _page(account: StoredAccount, codes: tuple[str, ...]) -> str:
    left = len(account.mf_recovery_codes or ())
    page = RecoveryCodesPage(
        title="Your recovery codes" if codes else "Recovery codes",
        form=ConfirmForm(),
        left=left,
        codes=codes,
        is_last_step=account.mf_recovery_codes is None,
    )
    return render_page("account/recovery_codes.html", page)
