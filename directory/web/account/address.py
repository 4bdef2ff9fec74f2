"""Changing one's address: the new one has to confirm it, and the old one can stop it."""

from flask import flash, make_response
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply

from directory.errors import Conflict
from directory.web.access import current_directory
from directory.web.account.blueprint import pages
from directory.web.account.forms import AddressForm, address_field, show_form
from directory.web.account.owner import own_account
from directory.web.account.pages import ChangeAddressPage, FormPage, StopPage
from directory.web.account.sign_up import this_sites_letters
from directory.web.account.ways import go_to
from directory.web.rendering import render_page
from directory.workflows.accounts.change_address import (
    ask_to_change_address,
    change_to_confirm,
    change_to_stop,
    confirm_new_address,
    stop_address_change,
)

_IS_STOPPED = (
    "Your account has your old address, and everyone is signed out. Choose a new password now."
)
_IS_TAKEN = "Another account has this address by now. Tell the people who run the site."


class ChangeAddressForm(AddressForm):
    """The new address."""

    purpose, from_here, to_one = "change address", "20 per hour", "5 per hour"
    email = address_field("New email address")


@pages.route("/address", methods=("GET", "POST"), endpoint="change_address")
def change() -> Reply:
    """Ask for a new address."""
    account, form, directory = own_account(), ChangeAddressForm(), current_directory()
    if form.validate_on_submit():
        if form.email.data == account.email:
            flash("That is your address already.")
        else:
            ask_to_change_address(directory, account, form.email.data, this_sites_letters())
        return go_to("/account")
    page = ChangeAddressPage(
        title="Change your email address",
        form=form,
        address=account.email,
        has_mail=directory.mailer is not None,
    )
    return show_form("account/address.html", page, form)


@pages.route("/address/confirm/<token>", methods=("GET", "POST"), endpoint="confirm_address")
def confirm(token: str) -> Reply:
    """Give the account its new address, by a button: programs that check mail follow links."""
    form, directory = FlaskForm(), current_directory()
    change = change_to_confirm(directory, token)
    if change is None:
        return _is_over(form)
    if form.validate_on_submit():
        if not confirm_new_address(directory, token):
            return _is_over(form)
        flash("Your new address is set. Sign in with it now.")
        return go_to("/account/sign-in")
    page = FormPage(title="Use this address from now on", form=form)
    return show_form("account/confirm_address.html", page, form)


@pages.route("/address/stop/<token>", methods=("GET", "POST"), endpoint="stop_address")
def stop(token: str) -> Reply:
    """Give the account its old address back, by a button."""
    form, directory = FlaskForm(), current_directory()
    change = change_to_stop(directory, token)
    if change is None:
        return _is_over(form)
    page = StopPage(title="Keep your old address", form=form, address=change.old_email)
    if form.validate_on_submit():
        try:
            if not stop_address_change(directory, token):
                return _is_over(form)
        except Conflict:
            form.form_errors = [_IS_TAKEN]
            return show_form("account/stop_address.html", page, form)
        flash(_IS_STOPPED)
        return go_to("/account/forgotten")
    return show_form("account/stop_address.html", page, form)


def _is_over(form: FlaskForm) -> Reply:
    page = FormPage(title="This link no longer works", form=form)
    return make_response(render_page("account/link_over.html", page), 404)
