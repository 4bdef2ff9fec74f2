"""How often claims and their proofs may be asked for."""

from contextlib import ExitStack

from flask_wtf import FlaskForm
from werkzeug.exceptions import TooManyRequests

from directory.providers.claims import MAILED
from directory.web.provider.claim.forms import WayForm
from directory.web.rate_limits import Allowance, client_key

_ENOUGH = "There were too many tries. Please wait some hours, then try again."


def may_ask(form: WayForm, account_id: str, provider_id: str) -> bool:
    """Count one more claim or proof; where there were enough, say so in the form.

    Few mails go to one contact. The other ways stay open, so that no stranger can close a listing
    to the person whom it names.
    """
    to_contact = Allowance("5 per day", ("mailed proofs of", provider_id))
    return _take(
        form,
        Allowance("10 per day", ("claims by", account_id)),
        Allowance("20 per day", ("claims from", client_key())),
        *((to_contact,) if form.way.data in MAILED else ()),
    )


def may_try(form: FlaskForm, account_id: str) -> bool:
    """Count one more code that is tried; where there were enough, say so in the form."""
    return _take(
        form,
        Allowance("10 per hour", ("codes by", account_id)),
        Allowance("20 per hour", ("codes from", client_key())),
    )


def may_type(form: FlaskForm) -> bool:
    """Count one more code that a stranger tries; where there were enough, say so in the form."""
    return _take(form, Allowance("20 per hour", ("stop codes from", client_key())))


def may_begin(form: FlaskForm, account_id: str) -> bool:
    """Count one more new listing or correction; where there were enough, say so in the form."""
    return _take(form, Allowance("20 per day", ("new listings by", account_id)))


def _take(form: FlaskForm, *allowances: Allowance) -> bool:
    with ExitStack() as undo:
        for allowance in allowances:
            try:
                allowance.take()
            except TooManyRequests:
                form.form_errors = [*form.form_errors, _ENOUGH]
                return False
            undo.callback(allowance.give_back)
        undo.pop_all()
    return True
