"""How often one may try."""

from datetime import timedelta

from tests.account.people import ADDRESS, sign_in, sign_up
from tests.web.mailing import Office, words_on

WRONG = "a wrong password here"


def test_after_ten_wrong_passwords_an_account_has_to_wait(here: Office) -> None:
    sign_up(here)
    for place in range(10):
        assert sign_in(here.person(f"203.0.113.{place}"), password=WRONG).status_code == 422
    answer = sign_in(here.person("203.0.113.99"))
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "too many tries" in words_on(answer)
    assert f'value="{ADDRESS}"' in answer.text
    here.clock.passed = timedelta(minutes=16)
    assert sign_in(here.person()).status_code == 303


def test_an_address_without_an_account_has_to_wait_as_well(here: Office) -> None:
    for _ in range(10):
        assert sign_in(here.person(), password=WRONG).status_code == 422
    assert sign_in(here.person(), password=WRONG).status_code == 429


def test_signing_in_as_one_should_is_not_counted(here: Office) -> None:
    sign_up(here)
    for _ in range(12):
        assert sign_in(here.person()).status_code == 303


def test_a_mailbox_is_not_filled_with_links(here: Office) -> None:
    for place in range(5):
        person = here.person(f"203.0.113.{place}")
        assert person.submit("/account/forgotten", email=ADDRESS).status_code == 303
    answer = here.person().submit("/account/forgotten", email=ADDRESS)
    assert answer.status_code == 429
    assert f'value="{ADDRESS}"' in answer.text
    assert len(here.mails()) == 5
