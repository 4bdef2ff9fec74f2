"""Keeping a listing true: behind the links in reminders, and signed in."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from directory.providers import Provider
from directory.storage import Accounts, Keepers, Providers
from directory.workflows.keeping.keep_fresh import keep_fresh
from tests.account.people import ADDRESS, office, sign_in, signed_in
from tests.conftest import NOW
from tests.factories import store
from tests.web.mailing import Office, Person, text_of, words_on
from tests.workflows.keeping import TODAY, account_of, said

OWN = "/my/listing/ana-lopez"
OVER = "A link works for 60 days"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as opened:
        openings = {"accepting": "yes", "next_opening_days": 5, "confirmed_at": TODAY}
        store(opened.directory, said(availability=openings))
        yield opened


def listing(here: Office) -> Provider:
    with here.directory.database.reading() as session:
        found = Providers(session).get("ana-lopez")
    assert found
    return found


def links(here: Office) -> list[str]:
    """Let the listing be kept and two weeks pass; return the links of the reminder that came."""
    with here.directory.database.writing() as session:
        Accounts(session).add(account_of("ana"))
        Keepers(session).add("ana-lopez", "ana", NOW)
    here.clock.passed = timedelta(days=14)
    keep_fresh(here.directory)
    here.person().see("/")  # what waits is sent after a request
    return re.findall(r"(?m)^https://directory\.example(/keep/\S+)$", text_of(here.mails()[-1]))


def keeper(here: Office) -> Person:
    """Return somebody who is signed in and keeps the listing, without a second factor."""
    person = signed_in(here)
    with here.directory.database.writing() as session:
        account = Accounts(session).find("email", ADDRESS)
        assert account
        Keepers(session).add("ana-lopez", account.id, NOW)
    return person


def press(person: Person, address: str, **typed: str) -> TestResponse:
    """Press a button on a page, and follow to where it leads."""
    answer = person.submit(address, **typed)
    return person.see(answer.location) if answer.status_code == 303 else answer


def test_now_full_is_one_press_from_the_mail_and_shows_at_once(here: Office) -> None:
    full = links(here)[1]
    person = here.person()
    assert "I am full now" in person.see(full).text
    assert listing(here).availability.accepting == "yes"
    answer = person.client.post(full)
    assert (answer.status_code, answer.location) == (303, full)
    assert "Your listing says that you are full" in words_on(person.see(full))
    found = person.client.get("/api/v1/providers?accepting=no").json
    assert found
    assert [one["id"] for one in found["results"]] == ["ana-lopez"]


def test_still_true_shows_what_is_confirmed_and_then_that_it_is(here: Office) -> None:
    true = links(here)[0]
    before = words_on(here.person().see(true))
    assert "Insurance Aetna Confirmed 14 days ago, good until January 5, 2027" in before
    here.person().client.post(true)
    after = here.person().see(true)
    assert "Thank you. It is all confirmed" in words_on(after)
    assert "All of it is still true" not in words_on(after)
    assert listing(here).confirmed["payers"] == TODAY + timedelta(days=14)


@pytest.mark.parametrize(("weeks", "day"), [("2", "December 19"), ("8", "January 30")])
def test_a_pause_is_one_press_on_its_length(here: Office, weeks: str, day: str) -> None:
    pause = links(here)[2]
    person = here.person()
    person.client.post(pause, data={"weeks": weeks})
    assert f"a pause until {day}" in words_on(person.see(pause))
    assert "until " + day in words_on(person.see("/providers/ana-lopez"))


def test_a_pause_until_a_day_of_ones_own(here: Office) -> None:
    pause = links(here)[2]
    here.person().client.post(pause, data={"until": "2027-03-01"})
    assert str(listing(here).availability.paused_until) == "2027-03-01"


@pytest.mark.parametrize("until", ["", "2020-01-01", "2031-01-01", "soon"])
def test_a_day_that_cannot_be_is_told_and_stays(here: Office, until: str) -> None:
    pause = links(here)[2]
    answer = here.person().client.post(pause, data={"until": until})
    assert answer.status_code == 422
    assert words_on(answer).count("Choose a day after today, and within a year") == 2
    assert f'value="{until}"' in answer.text or not until
    assert listing(here).availability.paused_until is None


def test_fewer_mails_are_one_press_and_so_is_the_way_back(here: Office) -> None:
    fewer = links(here)[3]
    person = here.person()
    assert "Write only on the day" in person.see(fewer).text
    person.client.post(fewer, data={"mails": "few"})
    assert "You get fewer of these emails" in words_on(person.see(fewer))
    person.client.post(fewer, data={"mails": "all"})
    assert "Write only on the day" in person.see(fewer).text
    assert person.client.post(fewer, data={"mails": "none"}).status_code == 400


@pytest.mark.parametrize("address", ["/keep/x", "/keep/" + "A" * 200])
def test_what_is_no_link_of_ours_opens_nothing(here: Office, address: str) -> None:
    for answer in (here.person().see(address), here.person().client.post(address)):
        assert answer.status_code == 404
        assert OVER in words_on(answer)


def test_a_link_of_somebody_who_left_is_over(here: Office) -> None:
    full = links(here)[1]
    with here.directory.database.writing() as session:
        Keepers(session).remove("ana-lopez", "ana")
    assert here.person().client.post(full).status_code == 404
    assert listing(here).availability.accepting == "yes"


def test_a_keeper_confirms_one_fact_or_all_without_a_second_factor(here: Office) -> None:
    store(here.directory, said(TODAY - timedelta(days=1)))
    person = keeper(here)
    assert "Insurance: confirmed today." in words_on(press(person, f"{OWN}/confirm", said="payers"))
    assert {fact for fact, day in listing(here).confirmed.items() if day == TODAY} == {"payers"}
    assert "It is all confirmed today." in words_on(press(person, f"{OWN}/confirm", said="all"))
    assert listing(here).confirmed["bio"] == TODAY
    page = words_on(press(person, f"{OWN}/confirm", said="full"))
    assert "Your listing says that you take nobody new." in page
    assert "I am full now" not in page


def test_a_keeper_pauses_and_learns_how_to_end_it(here: Office) -> None:
    page = press(keeper(here), f"{OWN}/pause", weeks="4")
    assert "You pause until December 19, 2026." in words_on(page)
    assert f"{OWN}/availability" in page.text
    slip = keeper_again(here).submit(f"{OWN}/pause", until="2020-01-01")
    assert (slip.status_code, 'value="2020-01-01"' in slip.text) == (422, True)


def keeper_again(here: Office) -> Person:
    person = here.person()
    sign_in(person)
    return person


def test_openings_that_are_not_known_are_not_confirmed_but_told(here: Office) -> None:
    store(here.directory, said(availability={"accepting": "unknown"}))
    page = keeper(here).see(f"{OWN}/confirm")
    assert "Say how it is" in page.text
    assert 'value="availability"' not in page.text


def test_a_button_that_is_not_on_the_page_is_refused(here: Office) -> None:
    assert keeper(here).submit(f"{OWN}/confirm", said="more").status_code == 400
    assert listing(here) == said(availability=listing(here).availability)


def test_a_stranger_finds_nothing(here: Office) -> None:
    stranger = signed_in(here, "nobody@practice.example")
    assert stranger.see(f"{OWN}/confirm").status_code == 404
    assert stranger.see(f"{OWN}/pause").status_code == 404
    assert here.person().see(f"{OWN}/confirm").status_code == 303
