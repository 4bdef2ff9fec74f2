"""Corrections of what is locked: a keeper asks, an admin decides."""

import re

from directory.providers.standing import standing
from directory.storage import Corrections, Keepers
from tests.claim.people import (
    CLAIMANT,
    LISTING,
    approved,
    as_account,
    findings,
    listing,
    press,
    recipients,
)
from tests.factories import make_coach, make_npi, store
from tests.web.mailing import Office, text_of, words_on

FORM = f"/my/listing/{LISTING}/correct"


def ask(here: Office, **typed: str) -> str:
    """Ask for a correction; return its id."""
    approved(here)
    assert as_account(here, "una").submit(FORM, **typed).status_code == 303
    with here.directory.database.reading() as session:
        (asked,) = Corrections(session).waiting()
    return asked.id


def test_a_new_name_goes_in_once_an_admin_agrees(here: Office) -> None:
    id = ask(here, name="Una Married", words="I married in May.")
    found = listing(here)
    assert found
    assert found.name == "Una Claimed"
    boss = as_account(here, "boss")
    assert f"/admin/corrections/{id}" in boss.see("/admin/queue").text
    page = f"/admin/corrections/{id}"
    assert "I married in May." in boss.see(page).text
    assert press(boss, page, "make", **findings()).status_code == 303
    changed = listing(here)
    assert changed
    assert changed.name == "Una Married"
    assert recipients(here)[-1] == CLAIMANT
    assert press(boss, page, "make", **findings()).status_code == 422  # decided already


def test_a_license_of_another_state_is_mended(here: Office) -> None:
    id = ask(here, words="It is from Oregon.")
    typed = findings(state="OR", number="L9")
    press(as_account(here, "boss"), f"/admin/corrections/{id}", "make", **typed)
    found = listing(here)
    assert found
    assert [(held.state, held.number) for held in found.licenses] == [("OR", "L9")]


def test_a_refusal_says_why(here: Office) -> None:
    id = ask(here, npi=make_npi(9))
    boss = as_account(here, "boss")
    press(boss, f"/admin/corrections/{id}", "refuse", reason="That NPI is somebody else’s.")
    assert "somebody else" in text_of(here.mails()[-1])
    assert "somebody else" in words_on(as_account(here, "una").see(FORM))


def test_an_empty_wish_and_a_wrong_npi_are_refused(here: Office) -> None:
    approved(here)
    una = as_account(here, "una")
    assert una.submit(FORM).status_code == 422
    answer = una.submit(FORM, npi="123", words="The old one is wrong")
    assert answer.status_code == 422
    assert "The old one is wrong" in answer.text


def test_nobody_else_asks_for_a_correction(here: Office) -> None:
    approved(here)
    assert as_account(here, "eve").see(FORM).status_code == 404
    assert re.search("sign-in", here.person().see(FORM).headers["Location"])


def test_a_coach_who_is_licensed_becomes_what_the_license_says(here: Office) -> None:
    coach = make_coach(id="cora-coach", offers_conversion_practices=False)
    store(here.directory, coach)
    with here.directory.database.writing() as session:
        Keepers(session).add(coach.id, "una", here.clock())
    una, boss = as_account(here, "una"), as_account(here, "boss")
    una.submit(f"/my/listing/{coach.id}/correct", words="I am an LCSW in California.")
    with here.directory.database.reading() as session:
        (asked,) = Corrections(session).waiting()
    assert press(boss, f"/admin/corrections/{asked.id}", "make", **findings()).status_code == 303
    found = listing(here, coach.id)
    assert found
    assert (found.license, found.licenses[0].status) == ("lcsw", "active")
    today = here.directory.today()
    assert found.confirmed["licenses"] == today  # by whoever has just looked it up
    assert "licenses" not in standing(found, True, today).lapsed
