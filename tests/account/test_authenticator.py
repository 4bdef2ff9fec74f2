"""Codes of an authenticator app: setting it up, signing in with it, and what is refused."""

from datetime import timedelta

from tests.account.people import ADDRESS, PASSWORD, is_signed_in, sign_in, sign_out, signed_in
from tests.account.phones import (
    APP,
    at_second_step,
    give_code,
    make_recovery_codes,
    set_up_app,
    with_app,
)
from tests.web.mailing import Office, Person, text_of, words_on

STEP = timedelta(seconds=30)


def test_an_account_with_an_app_signs_in_with_its_code(here: Office) -> None:
    _, phone = with_app(here)
    person = at_second_step(here)
    assert not is_signed_in(person)
    here.clock.passed += STEP
    assert give_code(person, phone.code()).location == "/my/listing"
    assert is_signed_in(person)


def test_after_signing_in_people_come_to_where_they_wanted(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += STEP
    person = here.person()
    wanted = "/account/sessions"
    person.submit(f"/account/sign-in?next={wanted}", email=ADDRESS, password=PASSWORD, next=wanted)
    assert give_code(person, phone.code()).location == wanted


def test_a_code_works_once(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += STEP
    code = phone.code()
    give_code(at_second_step(here), code)
    thief = at_second_step(here)
    assert "was used before" in words_on(give_code(thief, code))
    assert not is_signed_in(thief)


def test_the_code_that_set_the_app_up_is_used_up(here: Office) -> None:
    _, phone = with_app(here)
    assert give_code(at_second_step(here), phone.code()).status_code == 422


def test_an_older_code_than_the_last_one_is_refused(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += 3 * STEP
    older = phone.code(-1)
    give_code(at_second_step(here), phone.code())
    assert give_code(at_second_step(here), older).status_code == 422


def test_a_phone_may_be_half_a_minute_fast_or_slow(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += 10 * STEP
    assert give_code(at_second_step(here), phone.code(-1)).status_code == 303
    assert give_code(at_second_step(here), phone.code(1)).status_code == 303


def test_a_phone_that_is_far_off_is_refused(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += 10 * STEP
    assert give_code(at_second_step(here), phone.code(-3)).status_code == 422


def test_a_code_may_be_typed_with_a_space(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += STEP
    code = phone.code()
    assert give_code(at_second_step(here), f"{code[:3]} {code[3:]}").status_code == 303


def test_five_wrong_codes_are_enough_for_a_quarter_of_an_hour(here: Office) -> None:
    _, phone = with_app(here)
    here.clock.passed += STEP
    person = at_second_step(here)
    for _ in range(5):
        assert "not right" in words_on(give_code(person, "000000"))
    assert "Wait 15 minutes" in words_on(give_code(person, phone.code()))
    elsewhere = at_second_step(here)
    assert "Wait 15 minutes" in words_on(give_code(elsewhere, phone.code()))
    assert not is_signed_in(elsewhere)


def test_right_codes_do_not_count_as_tries(here: Office) -> None:
    _, phone = with_app(here)
    for _ in range(7):
        here.clock.passed += STEP
        assert give_code(at_second_step(here), phone.code()).status_code == 303


def test_the_second_step_is_awaited_for_ten_minutes(here: Office) -> None:
    with_app(here)
    person = at_second_step(here)
    here.clock.passed += timedelta(minutes=10)
    assert person.see("/account/code").location == "/account/sign-in"


def test_nobody_comes_to_the_second_step_without_a_password(here: Office) -> None:
    with_app(here)
    stranger = here.person()
    assert stranger.see("/account/code").location == "/account/sign-in"
    assert stranger.see("/account/recovery-code").location == "/account/sign-in"


def test_a_wrong_first_code_sets_nothing_up(here: Office) -> None:
    person = signed_in(here)
    assert "not right" in words_on(person.submit(APP, code="000000"))
    sign_out(person)
    assert sign_in(person).location == "/my/listing"


def test_the_key_stays_the_same_until_it_is_confirmed(here: Office) -> None:
    person = signed_in(here)
    first = key_on(person)
    person.submit(APP, code="000000")
    assert key_on(person) == first
    assert b"otpauth" not in here.kept()


def key_on(person: Person) -> str:
    return person.see(APP).text.partition('<code class="address">')[2].partition("<")[0]


def test_the_key_is_kept_encrypted(here: Office) -> None:
    person = signed_in(here)
    key = key_on(person).replace(" ", "")
    set_up_app(here, person)
    assert key.encode() not in here.kept()


def test_a_new_phone_takes_the_place_of_the_old_one(here: Office) -> None:
    person, old = with_app(here)
    here.clock.passed += STEP
    new = set_up_app(here, person)
    here.clock.passed += STEP
    assert give_code(at_second_step(here), old.code()).status_code == 422
    assert give_code(at_second_step(here), new.code()).status_code == 303


def test_removing_the_only_second_step_says_what_that_means(here: Office) -> None:
    person, _ = with_app(here)
    make_recovery_codes(person)
    assert "cannot change your listing" in words_on(person.see(f"{APP}/remove"))
    person.submit(f"{APP}/remove")
    sign_out(person)
    assert sign_in(person).location == "/my/listing"
    assert "You have 10 left" not in words_on(person.see("/account/security"))


def test_whoever_adds_or_removes_an_app_is_told_by_mail(here: Office) -> None:
    person, _ = with_app(here)
    assert "authenticator app was added" in here.mails()[-1]["subject"]
    person.submit(f"{APP}/remove")
    assert "authenticator app was removed" in here.mails()[-1]["subject"]
    assert "Was this not you?" in text_of(here.mails()[-1])


def test_other_browsers_are_signed_out_when_an_app_is_set_up(here: Office) -> None:
    person = signed_in(here)
    other = here.person()
    sign_in(other)
    set_up_app(here, person)
    assert is_signed_in(person)
    assert not is_signed_in(other)


def test_the_picture_loads_nothing(here: Office) -> None:
    page = signed_in(here).see(APP).text
    assert "<svg" in page
    assert "data:" not in page
