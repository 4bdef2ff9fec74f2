"""Whoever has a role needs a passkey: an app, a code or a password does not open those pages."""

from datetime import timedelta

from directory.roles import Role
from directory.storage import Accounts
from tests.account.people import ADDRESS, signed_in
from tests.account.phones import at_second_step, give_code, set_up_app, with_app
from tests.account.soft_passkey import SoftPasskey
from tests.account.test_passkeys import VERIFY, add, asked, post
from tests.web.mailing import Office, words_on

QUEUE = "/admin/queue"
NEEDED = "/account/security/passkey?next=%2Fadmin%2Fqueue"


def give_role(here: Office, role: Role = "owner") -> None:
    with here.directory.database.writing() as session:
        account = Accounts(session).find("email", ADDRESS)
        assert account
        Accounts(session).change(account.id, {"role": role})


def test_an_admin_from_before_with_an_app_is_led_to_add_a_passkey(here: Office) -> None:
    person, _ = with_app(here)
    give_role(here)
    assert person.see(QUEUE).location == NEEDED
    page = words_on(person.see(NEEDED))
    assert "Add a passkey first" in page
    assert "directory clear-second-step" in page
    add(person, SoftPasskey())
    assert person.see(QUEUE).status_code == 200
    assert person.see(NEEDED).location == QUEUE


def test_with_a_password_alone_one_is_led_there_too(here: Office) -> None:
    person = signed_in(here)
    give_role(here, "reader")
    assert person.see(QUEUE).location == NEEDED


def test_signing_in_with_the_app_beside_a_passkey_asks_for_the_passkey(here: Office) -> None:
    person, phone = with_app(here)
    give_role(here)
    passkey = SoftPasskey()
    add(person, passkey)
    here.clock.passed += timedelta(minutes=1)
    other = at_second_step(here)
    give_code(other, phone.code())
    assert other.see(QUEUE).location == NEEDED
    assert "/account/verify?next=%2Fadmin%2Fqueue" in other.see(NEEDED).text
    page = "/account/verify"
    post(other, page, VERIFY, credential=passkey.used(asked(other, page, VERIFY)))
    assert other.see(QUEUE).status_code == 200


def test_the_last_passkey_that_goes_closes_the_pages(here: Office) -> None:
    person = signed_in(here)
    give_role(here)
    set_up_app(here, person)
    add(person, SoftPasskey())
    with here.directory.database.reading() as session:
        account = Accounts(session).find("email", ADDRESS)
    assert account
    person.submit(f"/account/security/passkeys/{account.passkeys[0].id}/remove")
    assert person.see(QUEUE).location == NEEDED


def test_a_new_password_leaves_open_what_a_passkey_opened(here: Office) -> None:
    person = signed_in(here)
    give_role(here)
    add(person, SoftPasskey())
    person.submit("/account/password", password="another long pass phrase")
    assert person.see(QUEUE).status_code == 200
