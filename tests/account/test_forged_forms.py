"""Forms with more fields than their pages show."""

from dataclasses import asdict

import pytest

from directory.storage import Accounts, StoredAccount
from tests.account.people import ADDRESS, PASSWORD, begin, link_in_last_mail, sign_in, sign_up
from tests.account.people import signed_in as sign_up_and_in
from tests.account.test_change_address import ask
from tests.web.mailing import Office

FORGED = {
    "is_admin": "true",
    "role": "owner",
    "confirmed_at": "2026-01-01T00:00:00Z",
    "id": "another",
    "user_id": "another",
    "roles": "admin",
    "fs_uniquifier": "another",
    "tf_primary_method": "none",
    "tf_totp_secret": "another",
    "account_id": "another",
    "remember": "true",
}
NEW = "ana@new-home.example"
# What each of these forms may change.
MAY_CHANGE = {
    "/account/address": frozenset[str](),
    "/account/password": frozenset({"password", "fs_uniquifier"}),
}


def accounts(here: Office, address: str = ADDRESS) -> StoredAccount:
    with here.directory.database.reading() as session:
        found = Accounts(session).find("email", address)
    assert found
    return found


def test_who_signs_up_is_neither_admin_nor_confirmed(here: Office) -> None:
    here.person().submit("/account/sign-up", email=ADDRESS, password=PASSWORD, **FORGED)
    made = accounts(here)
    assert made.role is None
    assert made.confirmed_at is None
    assert made.id != "another"
    assert made.tf_totp_secret is None


def test_a_link_confirms_nobody_else(here: Office) -> None:
    begin(here.person(), NEW)
    begin(here.person())
    link = link_in_last_mail(here)
    here.person().submit(link, email=NEW, **FORGED)
    assert accounts(here, NEW).confirmed_at is None
    assert accounts(here).role is None


def test_signing_in_changes_nothing(here: Office) -> None:
    sign_up(here)
    before = accounts(here)
    here.person().submit("/account/sign-in", email=ADDRESS, password=PASSWORD, **FORGED)
    assert accounts(here) == before


@pytest.mark.parametrize("form", MAY_CHANGE)
def test_a_form_changes_what_it_shows_and_nothing_else(here: Office, form: str) -> None:
    sign_up(here, "noor.adams@practice.example")
    person = sign_up_and_in(here)
    mine, theirs = accounts(here), accounts(here, "noor.adams@practice.example")
    fresh = {"email": NEW, "password": "seven purple kettles sing"}
    assert person.submit(form, **fresh, **FORGED).status_code == 303
    after = asdict(accounts(here))
    changed = {name for name, value in asdict(mine).items() if after[name] != value}
    assert changed == MAY_CHANGE[form]
    assert accounts(here, "noor.adams@practice.example") == theirs


def test_the_link_to_a_new_address_takes_no_other_address(here: Office) -> None:
    person = sign_up_and_in(here)
    confirm, _ = ask(here, person)
    here.person().submit(confirm, email="other@new-home.example", new_email="x@y.example", **FORGED)
    assert accounts(here, NEW).role is None
    assert sign_in(here.person(), NEW).status_code == 303
