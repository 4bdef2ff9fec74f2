"""Passkeys at the boundary: what is asked, what is taken, and what is refused."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from directory.web.account.ways import AFTER_SIGN_IN
from tests.account.people import is_signed_in, office, sign_out, signed_in
from tests.account.soft_passkey import SoftPasskey
from tests.web.mailing import Office, Person, words_on

NEW = "/account/security/passkeys/new"
SIGN_IN = "/account/passkey"
VERIFY = "/account/verify/passkey"


def token_on(person: Person, page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', person.see(page).text)
    assert found
    return found[1]


def post(person: Person, page: str, address: str, **fields: str) -> TestResponse:
    """Send a form of a page as the script does, with what the device answered."""
    data = {"csrf_token": token_on(person, page), **fields}
    return person.client.post(address, data=data)


def asked(person: Person, page: str, address: str) -> dict[str, Any]:
    """Return what a page's script is told to ask the device."""
    options = post(person, page, f"{address}/options").json
    assert isinstance(options, dict)
    return options


def add(person: Person, passkey: SoftPasskey, name: str = "My phone") -> TestResponse:
    made = passkey.made(asked(person, NEW, NEW))
    return post(person, NEW, NEW, name=name, credential=made)


def use(person: Person, passkey: SoftPasskey) -> TestResponse:
    page = "/account/sign-in"
    return post(person, page, SIGN_IN, credential=passkey.used(asked(person, page, SIGN_IN)))


def with_passkey(here: Office) -> tuple[Person, SoftPasskey]:
    person, passkey = signed_in(here), SoftPasskey()
    assert add(person, passkey).status_code == 303
    return person, passkey


def test_a_passkey_has_to_find_its_account_and_check_its_owner(here: Office) -> None:
    options = asked(signed_in(here), NEW, NEW)
    wanted = options["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
    assert options["rp"] == {"id": "localhost", "name": "Find your kind of help"}


def test_in_production_passkeys_belong_to_the_host_of_the_site(tmp_path: Path) -> None:
    with office(tmp_path, DIRECTORY_ENV="production") as here:
        client, elsewhere = here.app.test_client(), "https://elsewhere.example"
        page = client.get("/account/sign-in", base_url=elsewhere).text
        data = {"csrf_token": page.partition('name="csrf_token" value="')[2].partition('"')[0]}
        options = client.post(f"{SIGN_IN}/options", data=data, base_url=elsewhere).json
        assert isinstance(options, dict)
        assert options["rpId"] == "directory.example"


def test_a_passkey_alone_signs_in(here: Office) -> None:
    _, passkey = with_passkey(here)
    person = here.person()
    assert use(person, passkey).location == AFTER_SIGN_IN
    assert is_signed_in(person)


def test_an_answer_counts_once(here: Office) -> None:
    _, passkey = with_passkey(here)
    person, page = here.person(), "/account/sign-in"
    answer = passkey.used(asked(person, page, SIGN_IN))
    kept = person.client.get_cookie("session")
    assert kept
    assert post(person, page, SIGN_IN, credential=answer).status_code == 303
    thief = here.person()
    thief.client.set_cookie("session", kept.value)
    assert post(thief, page, SIGN_IN, credential=answer).status_code == 422
    assert not is_signed_in(thief)


def test_an_answer_counts_for_five_minutes(here: Office) -> None:
    _, passkey = with_passkey(here)
    person, page = here.person(), "/account/sign-in"
    answer = passkey.used(asked(person, page, SIGN_IN))
    here.clock.passed += timedelta(minutes=5)
    assert post(person, page, SIGN_IN, credential=answer).status_code == 422


def test_an_answer_to_another_browser_is_refused(here: Office) -> None:
    _, passkey = with_passkey(here)
    page = "/account/sign-in"
    answer = passkey.used(asked(here.person(), page, SIGN_IN))
    thief = here.person()
    asked(thief, page, SIGN_IN)
    assert post(thief, page, SIGN_IN, credential=answer).status_code == 422


def test_an_answer_given_to_a_false_website_is_refused(here: Office) -> None:
    _, passkey = with_passkey(here)
    passkey.origin = "https://find-your-kind-of-he1p.example"
    assert use(here.person(), passkey).status_code == 422


def test_a_device_that_did_not_check_its_owner_is_refused(here: Office) -> None:
    person, passkey = with_passkey(here)
    passkey.is_verified = False
    assert use(here.person(), passkey).status_code == 422
    assert add(person, passkey, "Another").status_code == 422


def test_a_copied_passkey_is_found_out_by_its_count(here: Office) -> None:
    _, passkey = with_passkey(here)
    passkey.count = 5
    assert use(here.person(), passkey).status_code == 303
    passkey.count = 3
    assert use(here.person(), passkey).status_code == 422


def test_a_passkey_that_names_another_account_is_refused(here: Office) -> None:
    _, passkey = with_passkey(here)
    passkey.handle = "c29tZWJvZHkgZWxzZQ"
    assert use(here.person(), passkey).status_code == 422


def test_an_unknown_passkey_is_refused(here: Office) -> None:
    with_passkey(here)
    assert use(here.person(), SoftPasskey()).status_code == 422


def test_nonsense_in_place_of_an_answer_is_refused(here: Office) -> None:
    with_passkey(here)
    person, page = here.person(), "/account/sign-in"
    for nonsense in ("x", "{}", "[]", "null", '{"id": 1}', '{"id":"a","rawId":"b","response":{}}'):
        asked(person, page, SIGN_IN)
        assert post(person, page, SIGN_IN, credential=nonsense).status_code == 422


def test_a_passkey_is_not_added_twice(here: Office) -> None:
    person, passkey = with_passkey(here)
    assert add(person, passkey, "Another").status_code == 422
    assert asked(person, NEW, NEW)["excludeCredentials"]


def test_every_passkey_has_a_name_of_its_own(here: Office) -> None:
    person, _ = with_passkey(here)
    answer = add(person, SoftPasskey())
    assert "You have a passkey of this name" in words_on(answer)
    assert 'value="My phone"' in answer.text


def test_without_an_answer_of_the_device_nothing_is_added(here: Office) -> None:
    person = signed_in(here)
    assert "set up an app instead" in words_on(post(person, NEW, NEW, name="My phone"))


def test_a_passkey_of_another_account_proves_nothing(here: Office) -> None:
    _, passkey = with_passkey(here)
    other = signed_in(here, "otto@practice.example")
    page = "/account/verify"
    answer = passkey.used(asked(other, page, VERIFY))
    assert post(other, page, VERIFY, credential=answer).status_code == 422


def test_the_passkey_of_the_account_is_a_proof(here: Office) -> None:
    person, passkey = with_passkey(here)
    here.clock.passed += timedelta(minutes=16)
    assert person.see(NEW).status_code == 303
    page = "/account/verify"
    answer = passkey.used(asked(person, page, VERIFY))
    assert post(person, page, VERIFY, credential=answer, next=NEW).location == NEW
    assert person.see(NEW).status_code == 200


def test_nobody_removes_the_passkey_of_another_account(here: Office) -> None:
    person, _ = with_passkey(here)
    found = re.search(
        r"/account/security/passkeys/\w+/remove", person.see("/account/security").text
    )
    assert found
    other = signed_in(here, "otto@practice.example")
    assert other.see(found[0]).status_code == 404
    sign_out(person)
    assert person.see(found[0]).status_code == 303
