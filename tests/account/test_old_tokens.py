"""Forms that were open when the browser forgot, or got, a session."""

import pytest

from tests.account.people import (
    ADDRESS,
    PASSWORD,
    begin,
    is_signed_in,
    link_in_last_mail,
    sign_up,
    signed_in,
)
from tests.account.test_change_address import ask
from tests.permissions.database import what_changed
from tests.web.mailing import Office, words_on

OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("form", ["sign-in", "sign-up", "forgotten", "confirm"])
def test_a_form_with_an_old_token_comes_back_with_what_was_typed(here: Office, form: str) -> None:
    sign_up(here)
    person, mails = here.person(), len(here.mails())
    typed = {"email": ADDRESS, "password": PASSWORD, "csrf_token": "of yesterday"}
    answer = person.client.post(f"/account/{form}", data=typed, headers=OWN)
    assert answer.status_code == 422
    assert "This page had been open for a while" in words_on(answer)
    assert "CSRF" not in answer.text
    assert f'value="{ADDRESS}"' in answer.text
    assert PASSWORD not in answer.text
    assert len(here.mails()) == mails
    assert not is_signed_in(person)


def test_a_form_from_another_site_does_nothing_and_is_not_shown(here: Office) -> None:
    sign_up(here)
    typed = {"email": ADDRESS, "password": PASSWORD}
    answer = here.person().client.post(
        "/account/sign-in", data=typed, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 400
    assert ADDRESS not in answer.text


def test_signing_out_with_an_old_token_asks_for_one_more_press(here: Office) -> None:
    person = signed_in(here)
    answer = person.client.post("/account/sign-out", data={"csrf_token": "old"}, headers=OWN)
    assert answer.status_code == 400
    assert "Please press the button once more" in words_on(answer)
    assert is_signed_in(person)


def test_an_account_is_not_deleted_with_an_old_token(here: Office) -> None:
    person = signed_in(here)
    person.client.post("/account/delete", data={"csrf_token": "old"}, headers=OWN)
    assert is_signed_in(person)


def test_no_form_of_an_account_does_anything_with_an_old_token(here: Office) -> None:
    """Their pages are shown again in place of a refusal, so each form has to ask by itself."""
    person = signed_in(here)
    here.person().submit("/account/forgotten", email=ADDRESS)
    links = {"reset_password": link_in_last_mail(here)}
    links["confirm_address"], links["stop_address"] = ask(here, person)
    begin(here.person(), "noor.adams@practice.example")
    links["confirm_email"] = link_in_last_mail(here)
    typed = {"email": "x@y.example", "password": "a good long password", "csrf_token": "old"}
    for rule in here.app.url_map.iter_rules():
        room, _, name = rule.endpoint.partition(".")
        if room == "account" and "POST" in (rule.methods or ()):
            path = links[name] if rule.arguments else rule.rule
            with what_changed(here.directory.database) as changed:
                person.client.post(path, data=typed, headers=OWN)
            assert set(changed) <= {"rate_count"}, path
    assert is_signed_in(person)
