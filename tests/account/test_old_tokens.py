"""Forms that were open when the browser forgot, or got, a session."""

import pytest

from tests.account.people import ADDRESS, PASSWORD, is_signed_in, sign_up, signed_in
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
