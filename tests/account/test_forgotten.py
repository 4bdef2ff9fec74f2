"""A new password for whoever forgot theirs."""

from datetime import timedelta

from tests.account.people import (
    ADDRESS,
    PASSWORD,
    begin,
    is_signed_in,
    link_in_last_mail,
    sign_in,
    sign_up,
    signed_in,
)
from tests.web.mailing import Office, Person, words_on

NEW = "seven purple kettles sing"


def ask(here: Office, address: str = ADDRESS) -> str:
    """Ask for a link and return its path."""
    here.person().submit("/account/forgotten", email=address)
    return link_in_last_mail(here)


def choose(here: Office, link: str, password: str = NEW) -> Person:
    person = here.person()
    person.submit(link, password=password)
    return person


def test_the_new_password_opens_and_the_old_one_is_dead(here: Office) -> None:
    sign_up(here)
    person = choose(here, ask(here))
    assert sign_in(person, password=PASSWORD).status_code == 422
    assert sign_in(person, password=NEW).status_code == 303


def test_a_new_password_ends_every_session(here: Office) -> None:
    elsewhere = signed_in(here)
    choose(here, ask(here))
    assert not is_signed_in(elsewhere)


def test_a_link_to_a_new_password_works_once(here: Office) -> None:
    sign_up(here)
    link = ask(here)
    choose(here, link)
    assert here.person().see(link).status_code == 404


def test_one_used_link_ends_the_others(here: Office) -> None:
    sign_up(here)
    first, second = ask(here), ask(here)
    choose(here, second)
    assert here.person().see(first).status_code == 404


def test_a_link_to_a_new_password_lasts_an_hour(here: Office) -> None:
    sign_up(here)
    link = ask(here)
    here.clock.passed = timedelta(minutes=59)
    assert here.person().see(link).status_code == 200
    here.clock.passed = timedelta(minutes=61)
    assert here.person().see(link).status_code == 404


def test_a_bent_link_opens_nothing(here: Office) -> None:
    sign_up(here)
    assert here.person().see(ask(here)[:-2] + "xx").status_code == 404


def test_whoever_follows_the_link_has_confirmed_the_address(here: Office) -> None:
    begin(here.person())
    person = choose(here, ask(here))
    assert sign_in(person, password=NEW).status_code == 303


def test_the_owner_is_told_that_the_password_changed(here: Office) -> None:
    sign_up(here)
    choose(here, ask(here))
    assert here.mails()[-1]["Subject"] == "Your password was changed"


def test_a_short_or_common_password_is_refused(here: Office) -> None:
    sign_up(here)
    link = ask(here)
    for password, why in (
        ("short", "12 characters or more"),
        ("Password1234!", "easy to guess"),
        ("123456789012", "easy to guess"),
        ("aaaaaaaaaaaaaaa", "easy to guess"),
    ):
        answer = here.person().submit(link, password=password)
        assert answer.status_code == 422
        assert why in words_on(answer)
