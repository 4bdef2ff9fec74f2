"""Beginning an account, confirming its address, signing in and out."""

from pathlib import Path

from tests.account.people import (
    ADDRESS,
    PASSWORD,
    begin,
    is_signed_in,
    link_in_last_mail,
    office,
    sign_in,
    sign_out,
    sign_up,
    signed_in,
)
from tests.web.mailing import Office, text_of, words_on


def test_somebody_signs_up_confirms_and_signs_in(here: Office) -> None:
    person = here.person()
    assert begin(person).status_code == 303
    assert person.submit(link_in_last_mail(here)).location == "/account/sign-in"
    assert sign_in(person).location == "/my/listing"
    assert ADDRESS in words_on(person.see("/account"))


def test_nobody_signs_in_before_the_address_is_confirmed(here: Office) -> None:
    person = here.person()
    begin(person)
    assert "confirm your email address first" in words_on(sign_in(person))
    assert not is_signed_in(person)


def test_a_link_that_confirms_works_once(here: Office) -> None:
    person = here.person()
    begin(person)
    link = link_in_last_mail(here)
    person.submit(link)
    assert person.see(link).status_code == 404


def test_looking_at_a_link_does_not_use_it_up(here: Office) -> None:
    person = here.person()
    begin(person)
    link = link_in_last_mail(here)
    assert person.see(link).status_code == person.see(link).status_code == 200


def test_a_wrong_password_is_refused_and_the_address_is_kept(here: Office) -> None:
    person = sign_up(here)
    answer = sign_in(person, password="green submarines sleep well")
    assert answer.status_code == 422
    assert f'value="{ADDRESS}"' in answer.text
    assert "green submarines" not in answer.text
    assert not is_signed_in(person)


def test_an_address_is_the_same_in_capitals(here: Office) -> None:
    person = sign_up(here)
    assert sign_in(person, address=f" {ADDRESS.upper()}").location == "/my/listing"


def test_who_signs_out_is_signed_out(here: Office) -> None:
    person = signed_in(here)
    assert is_signed_in(person)
    sign_out(person)
    assert not is_signed_in(person)


def test_the_mail_waits_sealed_and_is_gone_when_it_is_sent(here: Office) -> None:
    begin(here.person())
    assert "/account/confirm/" in text_of(here.mails()[-1])
    assert b"/account/confirm/" not in here.kept()


def test_passwords_are_kept_as_argon2_alone(tmp_path: Path) -> None:
    with office(tmp_path) as here:
        sign_up(here)
        kept = here.kept()
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in kept
    assert PASSWORD.encode() not in kept
