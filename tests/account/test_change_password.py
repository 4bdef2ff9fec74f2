"""Choosing a new password while one is signed in."""

from tests.account.people import PASSWORD, is_signed_in, sign_in, signed_in
from tests.account.phones import with_app
from tests.web.mailing import Office

NEW = "seven purple kettles sing"


def test_the_new_password_opens_and_this_browser_stays_signed_in(here: Office) -> None:
    person = signed_in(here)
    elsewhere = here.person()
    sign_in(elsewhere)
    assert person.submit("/account/password", password=NEW).location == "/account"
    assert is_signed_in(person)
    assert not is_signed_in(elsewhere)
    assert sign_in(here.person(), password=PASSWORD).status_code == 422
    assert sign_in(here.person(), password=NEW).status_code == 303
    assert here.mails()[-1]["Subject"] == "Your password was changed"


def test_a_second_step_that_was_used_counts_on(here: Office) -> None:
    person, _ = with_app(here)
    person.submit("/account/password", password=NEW)
    assert person.see("/my/practice/new").status_code == 200


def test_a_weak_password_is_refused(here: Office) -> None:
    person = signed_in(here)
    assert person.submit("/account/password", password="short").status_code == 422
    assert sign_in(here.person()).status_code == 303
