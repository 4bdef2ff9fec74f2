"""Changing the address of an account, and stopping that from the old one."""

from datetime import datetime, timedelta

import pytest

from directory.storage import Accounts, StoredPasskey
from tests.account.people import ADDRESS, PASSWORD, is_signed_in, sign_in, sign_up, signed_in
from tests.account.test_forgotten import choose
from tests.conftest import NOW
from tests.web.mailing import Office, Person, text_of, words_on

NEW = "ana@new-home.example"
OTHER = "noor.adams@practice.example"


def ask(here: Office, person: Person, address: str = NEW) -> tuple[str, str]:
    """Ask for another address; return the links to confirm it and to stop it."""
    assert person.submit("/account/address", email=address).location == "/account"
    links = {}
    for mail in here.mails():
        for line in text_of(mail).splitlines():
            for kind in ("confirm", "stop"):
                if f"/account/address/{kind}/" in line:
                    links[kind, mail["To"]] = line.removeprefix("https://directory.example")
    return links["confirm", address], links["stop", ADDRESS]


def passkey(account_id: str, name: str, added: datetime) -> StoredPasskey:
    return StoredPasskey(
        id=name,
        user_id=account_id,
        name=name,
        credential_id=name.encode(),
        public_key=b"key",
        sign_count=0,
        transports=None,
        backup_state=False,
        device_type="single_device",
        extensions=None,
        usage="first",
        created_at=added,
        lastuse_datetime=added,
    )


def test_the_new_address_signs_in_once_it_is_confirmed(here: Office) -> None:
    person = signed_in(here)
    confirm, _ = ask(here, person)
    assert f"We sent a mail to {NEW}" in words_on(person.see("/account"))
    assert sign_in(here.person()).status_code == 303
    assert here.person().submit(confirm).location == "/account/sign-in"
    assert sign_in(here.person(), ADDRESS).status_code == 422
    assert sign_in(here.person(), NEW).status_code == 303


def test_a_new_address_ends_every_session_and_every_link_to_the_old(here: Office) -> None:
    person = signed_in(here)
    here.person().submit("/account/forgotten", email=ADDRESS)
    reset = next(
        line.removeprefix("https://directory.example")
        for line in text_of(here.mails()[-1]).splitlines()
        if "/account/reset/" in line
    )
    confirm, _ = ask(here, person)
    here.person().submit(confirm)
    assert not is_signed_in(person)
    assert here.person().see(reset).status_code == 404


def test_looking_at_a_link_changes_nothing(here: Office) -> None:
    confirm, stop = ask(here, signed_in(here))
    assert here.person().see(confirm).status_code == 200
    assert here.person().see(stop).status_code == 200
    assert sign_in(here.person(), ADDRESS).status_code == 303


def test_a_link_to_confirm_works_once_and_for_a_day(here: Office) -> None:
    confirm, _ = ask(here, signed_in(here))
    here.clock.passed = timedelta(hours=25)
    assert here.person().see(confirm).status_code == 404
    here.clock.passed = timedelta()
    here.person().submit(confirm)
    assert here.person().see(confirm).status_code == 404


def test_only_the_newest_wish_can_be_confirmed(here: Office) -> None:
    person = signed_in(here)
    first, _ = ask(here, person, "first@new-home.example")
    second, _ = ask(here, person, NEW)
    assert here.person().see(first).status_code == 404
    assert here.person().see(second).status_code == 200


@pytest.mark.parametrize("is_done", [False, True])
def test_the_old_address_stops_the_change_before_and_after(here: Office, is_done: bool) -> None:
    thief = signed_in(here)
    confirm, stop = ask(here, thief)
    if is_done:
        here.person().submit(confirm)
        thief = here.person()
        assert sign_in(thief, NEW).status_code == 303
    owner = here.person()
    assert owner.submit(stop).location == "/account/forgotten"
    assert not is_signed_in(thief)
    assert here.person().see(confirm).status_code == 404
    assert sign_in(here.person(), NEW).status_code == 422
    assert sign_in(here.person(), ADDRESS).status_code == 422
    owner.submit("/account/forgotten", email=ADDRESS)
    link = [line for line in text_of(here.mails()[-1]).splitlines() if "/account/reset/" in line]
    choose(here, link[0].removeprefix("https://directory.example"))
    assert sign_in(here.person(), ADDRESS, "seven purple kettles sing").status_code == 303


def test_a_second_change_does_not_close_the_way_back(here: Office) -> None:
    thief = signed_in(here)
    confirm, stop = ask(here, thief)
    here.person().submit(confirm)
    thief = here.person()
    sign_in(thief, NEW)
    thief.submit("/account/address", email="further@new-home.example")
    here.person().submit(
        next(
            line.removeprefix("https://directory.example")
            for line in text_of(
                next(one for one in here.mails() if one["To"] == "further@new-home.example")
            ).splitlines()
            if "/confirm/" in line
        )
    )
    assert here.person().submit(stop).location == "/account/forgotten"
    assert sign_in(here.person(), "further@new-home.example").status_code == 422


def test_after_seven_days_nothing_is_stopped_any_more(here: Office) -> None:
    _, stop = ask(here, signed_in(here))
    here.clock.passed = timedelta(days=7)
    assert here.person().see(stop).status_code == 404


def test_an_address_with_an_account_is_asked_for_like_any_other(here: Office) -> None:
    sign_up(here, OTHER)
    person = signed_in(here)
    answer = person.submit("/account/address", email=OTHER)
    assert answer.location == "/account"
    assert f"We sent a mail to {OTHER}" in words_on(person.see("/account"))
    told = {mail["To"]: mail["Subject"] for mail in here.mails()[-2:]}
    assert told[OTHER] == "This address has an account already"
    assert told[ADDRESS] == "The email address of your account will change"
    assert sign_in(here.person(), OTHER).status_code == 303


def test_whoever_signed_in_long_ago_first_shows_that_it_is_them(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed = timedelta(minutes=16)
    for page in ("/account/address", "/account/password", "/account/delete"):
        assert person.see(page).location == f"/account/verify?next=%2Faccount%2F{page[9:]}"
    person.submit("/account/verify?next=/account/address", password=PASSWORD)
    assert person.see("/account/address").status_code == 200


def test_what_is_no_address_is_shown_again(here: Office) -> None:
    answer = signed_in(here).submit("/account/address", email="ana at home")
    assert answer.status_code == 422
    assert 'value="ana at home"' in answer.text


def test_a_passkey_that_was_added_around_a_stopped_change_lets_nobody_in_again(
    here: Office,
) -> None:
    thief = signed_in(here)
    with here.directory.database.writing() as session:
        found = Accounts(session).find("email", ADDRESS)
        assert found
        for name, days in (("older", 30), ("thief's", 0)):
            Accounts(session).add_passkey(passkey(found.id, name, NOW - timedelta(days=days)))
    _, stop = ask(here, thief)
    here.person().submit(stop)
    with here.directory.database.reading() as session:
        after = Accounts(session).get(found.id)
    assert after
    assert [passkey.name for passkey in after.passkeys] == ["older"]
