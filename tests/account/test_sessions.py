"""Where an account is signed in: listed, ended from elsewhere, dead when ended."""

import re
from datetime import timedelta

import pytest

from directory.web.account.sessions.browsers import browser_name
from tests.account.people import (
    ADDRESS,
    is_signed_in,
    link_in_last_mail,
    sign_in,
    sign_out,
    sign_up,
    signed_in,
)
from tests.web.mailing import Office, Person, words_on

SESSIONS = "/account/sessions"
_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
_IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
    " Gecko) Version/19.1 Mobile/15E148 Safari/604.1"
)
_EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
)


def elsewhere(here: Office, browser: str = _IPHONE) -> Person:
    """Return the same person in another browser, signed in."""
    person = here.person(address="203.0.113.9", user_agent=browser)
    assert sign_in(person).status_code == 303
    return person


def end(person: Person, number: int = 0) -> None:
    """Sign another browser out, as listed."""
    ids = re.findall(r'name="session" value="([^"]+)"', person.see(SESSIONS).text)
    person.submit(f"{SESSIONS}", session=ids[number])


def press(person: Person, action: str, **fields: str) -> None:
    token = re.search(r'name="csrf_token" value="([^"]+)"', person.see(SESSIONS).text)
    assert token
    answer = person.client.post(f"{SESSIONS}/{action}", data={"csrf_token": token[1], **fields})
    assert answer.status_code == 303


def others(person: Person) -> list[str]:
    return re.findall(r'name="session" value="([^"]+)"', person.see(SESSIONS).text)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (_WINDOWS, "Firefox on Windows"),
        (_IPHONE, "Safari on an iPhone"),
        (_EDGE, "Edge on Windows"),
        ("curl/8.5.0", "A browser"),
        ("", "A browser"),
        ("<script>alert(1)</script> Linux", "A browser on Linux"),
    ],
)
def test_a_browser_is_named_in_plain_words(said: str, words: str) -> None:
    assert browser_name(said) == words


def test_every_browser_is_listed_in_plain_words(here: Office) -> None:
    person = signed_in(here)
    elsewhere(here)
    words = words_on(person.see(SESSIONS))
    assert "Safari on an iPhone . Signed in today, last used today" in words
    assert "203.0.113.9" not in words


def test_nothing_is_kept_of_the_address_somebody_comes_from(here: Office) -> None:
    signed_in(here)
    elsewhere(here)
    assert b"203.0.113" not in here.kept()


def test_a_session_that_is_ended_is_dead_at_once(here: Office) -> None:
    person = signed_in(here)
    phone, laptop = elsewhere(here), elsewhere(here, _WINDOWS)
    press(person, "end", session=others(phone)[0] if others(phone) else "")
    assert [is_signed_in(one) for one in (person, phone, laptop)].count(True) == 2


def test_one_press_signs_out_everywhere_else(here: Office) -> None:
    person = signed_in(here)
    phone, laptop = elsewhere(here), elsewhere(here, _WINDOWS)
    press(person, "end-others")
    assert is_signed_in(person)
    assert not is_signed_in(phone)
    assert not is_signed_in(laptop)


def test_nobody_ends_the_session_of_another_account(here: Office) -> None:
    person = signed_in(here)
    ours = others(elsewhere(here))
    stranger = signed_in(here, "otto@practice.example")
    press(stranger, "end", session=ours[0])
    assert is_signed_in(person)


def test_a_copied_cookie_is_dead_after_signing_out(here: Office) -> None:
    person = signed_in(here)
    copied = person.client.get_cookie("session")
    assert copied
    sign_out(person)
    thief = here.person()
    thief.client.set_cookie("session", copied.value)
    assert not is_signed_in(thief)


def test_a_cookie_from_before_the_sign_in_does_not_come_to_be_signed_in(here: Office) -> None:
    person = sign_up(here)
    person.see("/account/sign-in")
    before = person.client.get_cookie("session")
    assert before
    sign_in(person)
    thief = here.person()
    thief.client.set_cookie("session", before.value)
    assert not is_signed_in(thief)


def test_signing_in_anew_ends_the_session_before(here: Office) -> None:
    person = signed_in(here)
    sign_out(person)
    sign_in(person)
    assert others(person) == []


def test_a_session_ends_after_twelve_hours_without_use(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed += timedelta(hours=11)
    assert is_signed_in(person)
    here.clock.passed += timedelta(hours=11)
    assert is_signed_in(person)
    here.clock.passed += timedelta(hours=12)
    assert not is_signed_in(person)


def test_a_session_ends_after_seven_days_of_use(here: Office) -> None:
    person = signed_in(here)
    for _ in range(15):
        assert is_signed_in(person)
        here.clock.passed += timedelta(hours=11)
    assert is_signed_in(person)
    here.clock.passed += timedelta(hours=3)
    assert not is_signed_in(person)


def test_a_new_password_ends_every_session(here: Office) -> None:
    person = signed_in(here)
    forgetful = here.person()
    forgetful.submit("/account/forgotten", email=ADDRESS)
    forgetful.submit(link_in_last_mail(here), password="a row of words nobody guesses")
    assert not is_signed_in(person)


def test_pages_for_patients_do_not_ask_who_is_signed_in(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed += timedelta(hours=11)
    for page in ("/", "/search", "/crisis", "/about", "/triage"):
        person.see(page)
    here.clock.passed += timedelta(hours=2)
    assert not is_signed_in(person)
