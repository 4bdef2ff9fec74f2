"""Nobody learns from an answer whether an address has an account."""

import re

import pytest
from werkzeug.test import TestResponse

from tests.account.people import ADDRESS, begin, sign_in, sign_up
from tests.web.mailing import Office

STRANGER = "noor.adams@practice.example"
_SECRET = re.compile(r'value="[^"]{60,}"')


def told(answer: TestResponse, address: str) -> tuple[object, ...]:
    """Return an answer without its tokens and without the address."""
    page = _SECRET.sub("", answer.text).replace(address, "ADDRESS")
    names = [name for name, _ in answer.headers]
    fixed = [item for item in answer.headers if item[0] not in {"Set-Cookie", "Content-Length"}]
    return answer.status_code, answer.location, page, names, fixed


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("/account/sign-in", {"password": "a wrong password here"}),
        ("/account/sign-up", {"password": "a good long password"}),
        ("/account/forgotten", {}),
        ("/account/confirm", {}),
    ],
)
def test_known_and_unknown_addresses_are_answered_alike(
    here: Office, form: str, typed: dict[str, str]
) -> None:
    sign_up(here)
    before = len(here.mails())
    answers = []
    for address in (ADDRESS, STRANGER):
        person = here.person()
        answer = person.submit(form, email=address, **typed)
        after = person.see("/account/mail-sent")
        answers.append((told(answer, address), told(after, address)))
    assert answers[0] == answers[1]
    mails = here.mails()[before:]
    assert [mail["To"] for mail in mails] in ([ADDRESS, STRANGER], [])


def test_who_signs_up_again_is_told_by_mail_alone(here: Office) -> None:
    sign_up(here)
    begin(here.person())
    assert here.mails()[-1]["Subject"] == "You already have an account"


def test_signing_up_again_changes_no_password(here: Office) -> None:
    person = sign_up(here)
    begin(here.person(), password="a password of somebody else")
    assert sign_in(person).status_code == 303


def test_a_password_laid_under_an_address_that_nobody_confirmed_is_forgotten(here: Office) -> None:
    begin(here.person(), password="a password of somebody else")
    person = sign_up(here)
    assert sign_in(person, password="a password of somebody else").status_code == 422
    assert sign_in(person).status_code == 303
