"""Proving again who one is: what it takes, how long it holds, and where it leads."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest

from tests.account.people import PASSWORD, signed_in
from tests.account.phones import APP, set_up_app, with_app
from tests.web.mailing import Office, Person, words_on

VERIFY = "/account/verify"
QUARTER = timedelta(minutes=15)


def verify_by_code(person: Person, code: str, next: str = "") -> str | None:
    page = person.see(f"{VERIFY}?next={next}").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    fields = {"csrf_token": token[1], "code": code, "next": next}
    return person.client.post(f"{VERIFY}/code", data=fields).location


def test_a_sensitive_page_asks_again_after_a_quarter_of_an_hour(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed += QUARTER - timedelta(seconds=1)
    assert person.see(APP).status_code == 200
    here.clock.passed += timedelta(seconds=1)
    assert person.see(APP).location == f"{VERIFY}?next={quote(APP, safe='')}"


def test_the_password_opens_the_page_that_was_asked_for(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed += QUARTER
    assert person.submit(person.see(APP).location, password=PASSWORD, next=APP).location == APP
    assert person.see(APP).status_code == 200


def test_the_form_carries_on_where_to_go(here: Office) -> None:
    person = signed_in(here)
    assert f'name="next" value="{APP}"' in person.see(f"{VERIFY}?next={APP}").text


def test_looking_at_pages_does_not_keep_a_proof_fresh(here: Office) -> None:
    person = signed_in(here)
    for _ in range(4):
        here.clock.passed += QUARTER / 4
        person.see("/account/security")
    assert person.see(APP).status_code == 303


def test_a_code_of_the_app_is_a_proof_and_works_once(here: Office) -> None:
    person, phone = with_app(here)
    here.clock.passed += QUARTER
    code = phone.code()
    assert verify_by_code(person, code, APP) == APP
    assert verify_by_code(person, code, APP) is None


def test_a_wrong_password_proves_nothing(here: Office) -> None:
    person = signed_in(here)
    here.clock.passed += QUARTER
    answer = person.submit(VERIFY, password="green submarines")
    assert "This is not your password" in words_on(answer)
    assert "green submarines" not in answer.text
    assert person.see(APP).status_code == 303


def test_five_wrong_passwords_are_enough_for_a_quarter_of_an_hour(here: Office) -> None:
    person = signed_in(here)
    for _ in range(5):
        person.submit(VERIFY, password="green submarines")
    assert "Wait 15 minutes" in words_on(person.submit(VERIFY, password=PASSWORD))


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "evil.example",
        "https:evil.example",
    ],
)
def test_a_proof_never_leads_to_another_site(here: Office, elsewhere: str) -> None:
    person = signed_in(here)
    answer = person.submit(VERIFY, password=PASSWORD, next=elsewhere)
    assert answer.location == f"{VERIFY}/done"
    assert "evil" not in person.client.get(VERIFY, query_string={"next": elsewhere}).text


def test_a_proof_without_a_next_page_leads_back_to_the_other_tab(here: Office) -> None:
    person = signed_in(here)
    location = person.submit(VERIFY, password=PASSWORD).location
    assert location
    assert "Go back to it" in words_on(person.see(location))


def test_nobody_proves_anything_who_is_not_signed_in(here: Office) -> None:
    assert here.person().see(VERIFY).location.startswith("/account/sign-in?next=")


def test_the_page_about_security_says_in_two_sentences_why(here: Office) -> None:
    words = words_on(signed_in(here).see("/account/security"))
    assert "Your listing sends people in need to you." in words
    assert "A stolen password must not send them elsewhere." in words


def test_whoever_needed_a_second_step_goes_on_once_it_is_set_up(here: Office) -> None:
    person = signed_in(here)
    wanted = "/my/practice/new"
    location = person.see(wanted).location
    assert location
    assert location.startswith("/account/security?next=")
    person.see(location)
    set_up_app(here, person)
    assert f'href="{wanted}"' in person.see("/account/security").text
    assert person.see(wanted).status_code == 200
