"""What patients see of freshness: the badge, how old each fact is, pauses, and who rests."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from directory.providers import Provider
from directory.providers.confirming import paused
from tests.factories import store
from tests.matching.asking import asking
from tests.web.mailing import Office, office, words_on
from tests.workflows.keeping import TODAY, said

BADGE = "Kept up to date"
RESTING = "has not checked their listing for a while"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as opened:
        yield opened


def profile(here: Office, provider: Provider, days: int = 0) -> str:
    """Return what a profile says so many days after everything was confirmed."""
    store(here.directory, provider)
    here.clock.passed = timedelta(days=days)
    return words_on(here.person().see(f"/providers/{provider.id}"))


def resting() -> Provider:
    return said().model_copy(update={"hidden_since": TODAY})


@pytest.mark.parametrize("address", ["/search?state=CA", "/providers/ana-lopez"])
def test_the_badge_falls_at_once(here: Office, address: str) -> None:
    store(here.directory, said())
    here.clock.passed = timedelta(days=21)
    assert BADGE in words_on(here.person().see(address))
    here.clock.passed = timedelta(days=22)
    page = words_on(here.person().see(address))
    assert BADGE not in page
    assert "Not confirmed lately" in page


def test_one_stale_fact_costs_the_badge_and_no_more(here: Office) -> None:
    old = {**said().confirmed, "payers": TODAY - timedelta(days=46)}
    page = profile(here, said(confirmed=old))
    assert BADGE not in page
    assert "Not confirmed lately" not in page
    assert "Insurance Aetna Last confirmed 46 days ago" in page


def test_each_fact_says_when_it_was_last_confirmed(here: Office) -> None:
    page = profile(here, said(), 40)
    assert "Ages Adult (18 to 64) Confirmed 40 days ago" in page
    assert "Last confirmed 40 days ago. Call to check" in page


def test_a_pause_says_until_when_and_stays_confirmed_so_long(here: Office) -> None:
    break_of_eight_weeks = paused(said(), TODAY + timedelta(weeks=8), TODAY)
    page = profile(here, break_of_eight_weeks, 56)
    assert "Not taking new patients, until January 16, 2027" in page
    assert "Not confirmed lately" not in page


def json_of(here: Office, address: str, **body: Any) -> Any:
    client = here.person().client
    return (client.post(address, json=body) if body else client.get(address)).json


def test_programs_read_a_pause_and_nothing_of_hiding(here: Office) -> None:
    store(here.directory, paused(said(), TODAY + timedelta(weeks=8), TODAY))
    found = json_of(here, "/api/v1/providers/ana-lopez")
    assert found["availability"]["paused_until"] == "2027-01-16"
    assert "hidden_since" not in found


def test_who_rests_is_found_nowhere(here: Office) -> None:
    store(here.directory, said(), said(id="other"))
    request = asking().model_dump(mode="json", exclude_defaults=True)
    assert json_of(here, "/api/v1/match", **request)["total"] == 2
    store(here.directory, resting())
    assert json_of(here, "/api/v1/providers")["total"] == 1
    assert json_of(here, "/api/v1/match", **request)["total"] == 1
    assert here.person().see("/api/v1/providers/ana-lopez").status_code == 404
    assert "/providers/ana-lopez<" not in here.person().see("/sitemap.xml").text
    assert here.person().see("/providers/ana-lopez/message").status_code == 404


def test_a_page_that_was_kept_says_that_the_listing_rests(here: Office) -> None:
    store(here.directory, resting())
    page = here.person().see("/providers/ana-lopez")
    assert page.status_code == 404
    assert RESTING in words_on(page)
    assert "Aetna" not in page.text
    store(here.directory, said(published=False))
    assert RESTING not in words_on(here.person().see("/providers/ana-lopez"))


def test_a_shortlist_says_that_a_listing_rests_or_that_somebody_is_gone(here: Office) -> None:
    ids = ("ana-lopez", "other", "gone")
    store(here.directory, *(said(id=id) for id in ids))
    person = here.person()
    for id in ids:
        person.client.post("/shortlist", data={"keep": id}, headers={"Sec-Fetch-Site": "none"})
    store(here.directory, resting(), said(id="gone", published=False))
    page = words_on(person.see("/shortlist"))
    assert "1 person is no longer listed here" in page
    assert "1 person has not checked their listing for a while" in page
