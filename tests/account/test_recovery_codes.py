"""Recovery codes: shown once, used once, and the way back to a new phone."""

from datetime import timedelta

from tests.account.people import is_signed_in, sign_in, sign_out, signed_in
from tests.account.phones import (
    at_second_step,
    give_code,
    give_recovery_code,
    make_recovery_codes,
    set_up_app,
    with_app,
)
from tests.web.mailing import Office, words_on

CODES = "/account/security/recovery-codes"


def test_ten_codes_are_shown_once(here: Office) -> None:
    person, _ = with_app(here)
    codes = make_recovery_codes(person)
    assert len(set(codes)) == 10
    assert not any(code in person.see(CODES).text for code in codes)


def test_codes_are_kept_as_hashes(here: Office) -> None:
    person, _ = with_app(here)
    kept = make_recovery_codes(person)
    assert not any(code.encode() in here.kept() for code in kept)
    assert not any(code.replace("-", "").encode() in here.kept() for code in kept)


def test_a_code_works_once(here: Office) -> None:
    person, _ = with_app(here)
    code = make_recovery_codes(person)[0]
    assert give_recovery_code(at_second_step(here), code).status_code == 303
    thief = at_second_step(here)
    assert "used before" in words_on(give_recovery_code(thief, code))
    assert not is_signed_in(thief)


def test_a_code_may_be_typed_without_dashes_and_in_capitals(here: Office) -> None:
    person, _ = with_app(here)
    code = make_recovery_codes(person)[0]
    typed = code.replace("-", " ").upper()
    assert give_recovery_code(at_second_step(here), typed).status_code == 303


def test_codes_of_another_account_are_refused(here: Office) -> None:
    with_app(here)
    other = signed_in(here, "otto@practice.example")
    set_up_app(here, other)
    code = make_recovery_codes(other)[0]
    assert give_recovery_code(at_second_step(here), code).status_code == 422


def test_new_codes_make_the_old_ones_worthless(here: Office) -> None:
    person, _ = with_app(here)
    old = make_recovery_codes(person)[0]
    make_recovery_codes(person)
    assert give_recovery_code(at_second_step(here), old).status_code == 422


def test_somebody_with_a_lost_phone_comes_back_and_sets_up_a_new_one(here: Office) -> None:
    person, lost = with_app(here)
    code = make_recovery_codes(person)[0]
    sign_out(person)
    person = at_second_step(here)
    assert give_recovery_code(person, code).location == "/account/security"
    assert "9 are left" in words_on(person.see("/account/security"))
    here.clock.passed += timedelta(seconds=60)
    new = set_up_app(here, person)
    here.clock.passed += timedelta(seconds=60)
    assert give_code(at_second_step(here), lost.code()).status_code == 422
    assert give_code(at_second_step(here), new.code()).status_code == 303


def test_a_used_code_is_told_by_mail(here: Office) -> None:
    person, _ = with_app(here)
    give_recovery_code(at_second_step(here), make_recovery_codes(person)[0])
    assert here.mails()[-1]["subject"] == "A recovery code was used"


def test_wrong_recovery_codes_and_wrong_app_codes_count_together(here: Office) -> None:
    person, phone = with_app(here)
    code = make_recovery_codes(person)[0]
    here.clock.passed += timedelta(seconds=30)
    person = at_second_step(here)
    for _ in range(3):
        give_recovery_code(person, "0000-0000-0000")
    for _ in range(2):
        give_code(person, "000000")
    assert "Wait 15 minutes" in words_on(give_recovery_code(person, code))
    assert "Wait 15 minutes" in words_on(give_code(person, phone.code()))


def test_an_account_without_a_second_step_needs_no_codes(here: Office) -> None:
    person = signed_in(here)
    assert person.see(CODES).location == "/account/security"


def test_whoever_lost_everything_is_told_what_to_do(here: Office) -> None:
    with_app(here)
    person = here.person()
    sign_in(person)
    assert "Write to the people who run" in words_on(person.see("/account/lost"))
