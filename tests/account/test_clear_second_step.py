"""Whoever lost phone, passkeys and paper is let in again by the people who run the site."""

from pathlib import Path

from click.testing import CliRunner, Result

from directory.cli import main
from tests.account.people import ADDRESS, is_signed_in, sign_in, signed_in
from tests.account.phones import APP, make_recovery_codes, set_up_app, with_app
from tests.account.soft_passkey import SoftPasskey
from tests.account.test_passkeys import add
from tests.web.mailing import Office, words_on


def clear(folder: Path, address: str) -> Result:
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
    }
    return CliRunner(env=environ).invoke(main, ["clear-second-step", address])


def test_every_second_step_is_taken_away_and_every_browser_signed_out(
    here: Office, tmp_path: Path
) -> None:
    person, _ = with_app(here)
    add(person, SoftPasskey())
    make_recovery_codes(person)
    assert clear(tmp_path, ADDRESS).exit_code == 0
    assert not is_signed_in(person)
    person = here.person()
    assert sign_in(person).location != "/account/code"
    assert "Choose one of these two" in words_on(person.see("/account/security"))
    assert set_up_app(here, person)
    assert here.mails()[-2]["subject"] == "Your second step was taken away"


def test_nothing_is_done_to_an_address_that_nobody_has(here: Office, tmp_path: Path) -> None:
    done = clear(tmp_path, "nobody@practice.example")
    assert (done.exit_code, "no account has the address" in done.output) == (1, True)


def test_a_password_alone_does_not_set_up_another_app_beside_one(here: Office) -> None:
    with_app(here)
    thief = here.person()
    sign_in(thief)
    assert thief.see(APP).location.startswith("/account/sign-in")
    assert not is_signed_in(thief)


def test_an_account_that_was_weak_is_signed_out_when_it_gets_a_second_step(here: Office) -> None:
    person = signed_in(here)
    thief = here.person()
    sign_in(thief)
    set_up_app(here, person)
    assert not is_signed_in(thief)
