"""Beginning an account, and confirming its address; every address is answered alike."""

from flask import flash, make_response, session
from flask_security import hash_password
from flask_security.confirmable import (
    confirm_email_token_status,
    confirm_user,
    generate_confirmation_token,
)
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.storage import Accounts
from directory.web.access import current_directory, current_settings
from directory.web.account.blueprint import pages
from directory.web.account.configuration import SHORTEST_PASSWORD
from directory.web.account.forms import AddressForm, new_password_field, show_form
from directory.web.account.mailing import post_now
from directory.web.account.pages import FormPage, MailSentPage, SignUpPage
from directory.web.account.people import Person
from directory.web.account.security import current_store
from directory.web.account.ways import go_to
from directory.web.rendering import render_page
from directory.workflows.accounts.account_letters import AccountLetters
from directory.workflows.messages.post_mail import post

_ADDRESS = "mailed_to"


class SignUpForm(AddressForm):
    """An address and a password."""

    purpose, from_here, to_one = "sign-up", "20 per hour", "5 per hour"
    password = new_password_field()


class ConfirmAgainForm(AddressForm):
    """The address that is to be confirmed."""

    purpose, from_here, to_one = "confirm again", "20 per hour", "5 per hour"


@pages.route("/sign-up", methods=("GET", "POST"))
def sign_up() -> Reply:
    """Show the form, or begin an account."""
    form = SignUpForm()
    if form.validate_on_submit():
        _begin(form.email.data, form.password.data)
        return mail_is_sent(form.email.data)
    page = SignUpPage(
        title="Begin an account",
        form=form,
        shortest=SHORTEST_PASSWORD,
        has_mail=current_directory().mailer is not None,
    )
    return show_form("account/sign_up.html", page, form)


@pages.route("/confirm", methods=("GET", "POST"), endpoint="send_confirmation")
def confirm_again() -> Reply:
    """Send the link that confirms an address once more."""
    form = ConfirmAgainForm()
    if form.validate_on_submit():
        _post_link_again(form.email.data)
        return mail_is_sent(form.email.data)
    page = FormPage(title="Get a new link", form=form)
    return show_form("account/confirm_again.html", page, form)


@pages.route("/confirm/<token>", methods=("GET", "POST"), endpoint="confirm_email")
def confirm(token: str) -> Reply:
    """Confirm an address by a button: programs that check mail follow links."""
    form = FlaskForm()
    expired, invalid, person = confirm_email_token_status(token)
    if expired or invalid or person is None or person.confirmed_at:
        page = FormPage(title="This link no longer works", form=form)
        return make_response(render_page("account/link_over.html", page), 404)
    if form.validate_on_submit():
        confirm_user(person)
        flash("Your address is confirmed. You can sign in now.")
        return go_to("/account/sign-in")
    page = FormPage(title="Confirm your address", form=form)
    return make_response(render_page("account/confirm.html", page))


@pages.get("/mail-sent")
def mail_sent() -> Reply:
    """Say that a mail is on its way, whoever has that address."""
    address = session.get(_ADDRESS)
    if not address:
        raise NotFound("no mail was asked for")
    page = MailSentPage(
        title="Look into your mailbox",
        address=address,
        again_href="/account/confirm",
        goes_nowhere=current_settings().development,
    )
    return make_response(render_page("account/mail_sent.html", page))


def mail_is_sent(address: str) -> Reply:
    """Lead to the page that says so."""
    session[_ADDRESS] = address
    return go_to("/account/mail-sent")


def _begin(email: str, password: str) -> None:
    """Store an account and mail its link, or tell the owner of the address that there is one.

    The work is the same for both. An account that nobody confirmed begins anew, so that nobody
    can lay a password of theirs under somebody else's address.
    """
    directory, store, letters = current_directory(), current_store(), this_sites_letters()
    person = store.new_person(email, hash_password(password))
    confirm = letters.confirm_address(email, generate_confirmation_token(person))
    known = letters.account_exists(email)
    with directory.database.writing() as database:
        accounts = Accounts(database)
        found = accounts.find("email", email)
        if found is None or found.confirmed_at is None:
            if found:
                accounts.delete(found.id)
            accounts.add(person.record())
            post(database, confirm, directory.clock())
        else:
            post(database, known, directory.clock())


def _post_link_again(email: str) -> None:
    letters, found = this_sites_letters(), current_store().find_user(email=email)
    person: Person = found or current_store().new_person(email, None)
    confirm = letters.confirm_address(email, generate_confirmation_token(person))
    if found is None:
        post_now(letters.no_account(email))
    else:
        post_now(letters.address_is_confirmed(email) if found.confirmed_at else confirm)


def this_sites_letters() -> AccountLetters:
    """Return the letters of this site."""
    return AccountLetters(current_settings())
