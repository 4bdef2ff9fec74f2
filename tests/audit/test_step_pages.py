"""The pages of steps for two."""

import re

from tests.audit.conftest import add_owner, browser
from tests.audit.test_people_pages import INVITE, press, role_of
from tests.web.mailing import Office, words_on


def asked(house: Office) -> str:
    """Ask for a new owner where there are two, and return the address of the step."""
    olga = browser(house, "olga")
    olga.submit(INVITE, email="uma@practice.example", role="owner")
    step = re.search(r"/admin/steps/\w+", olga.see("/admin/steps").text)
    assert step
    return step[0]


def test_whoever_asked_can_only_take_it_back(house: Office) -> None:
    add_owner(house)
    step, olga = asked(house), browser(house, "olga")
    page = olga.see(step).text
    assert f"{step}/withdraw" in page
    assert f"{step}/agree" not in page
    assert "Taken back" in press(olga, step, f"{step}/withdraw")
    assert "Taken back" in words_on(olga.see("/admin/steps"))


def test_another_owner_can_refuse(house: Office) -> None:
    otto = add_owner(house)
    step = asked(house)
    assert "Refused" in press(otto, step, f"{step}/refuse")
    assert "This was decided already" in press(otto, "/admin/people/ed", f"{step}/agree")
    assert role_of(house, "uma") is None


def test_a_lower_role_sees_the_step_and_decides_nothing(house: Office) -> None:
    add_owner(house)
    step, ed = asked(house), browser(house, "ed")
    assert "Your role is not enough" in words_on(ed.see(step))
    token = re.search(r'name="csrf_token" value="([^"]+)"', ed.see(step).text)
    assert token
    answer = ed.client.post(f"{step}/agree", data={"csrf_token": token[1]})
    assert answer.status_code == 404


def test_whoever_is_alone_reads_that_steps_are_done_at_once(house: Office) -> None:
    olga = browser(house, "olga")
    for name in ("ed", "rita"):
        press(olga, f"/admin/people/{name}", f"/admin/people/{name}/end")
    assert "You are the only one here" in words_on(olga.see("/admin/steps"))
