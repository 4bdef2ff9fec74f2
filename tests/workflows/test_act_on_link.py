"""The links in reminders: what each lets one say, and when it is over."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.errors import Invalid, NotFound
from directory.providers.claims import Claim
from directory.storage import Claims, Keepers
from directory.workflows.keeping.act_on_link import act_on_link, open_link, write_less
from directory.workflows.keeping.keep_links import LASTS, SAYINGS, KeepLink, read_link, write_link
from tests.conftest import NOW
from tests.factories import remove, store
from tests.workflows.keeping import TODAY, House, house, keep, said

SECRET = "a key for tests alone"
OF_THE_LISTING = tuple(saying for saying in SAYINGS if saying != "fewer")
OPENINGS = {"accepting": "yes", "next_opening_days": 5, "confirmed_at": TODAY}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as opened:
        yield keep(opened, said(availability=OPENINGS), said(id="other"))


def token(saying: str = "full", listing: str = "ana-lopez", account: str = "ana") -> str:
    return write_link(KeepLink(listing, account, saying, TODAY), SECRET)  # type: ignore[arg-type]


@pytest.mark.parametrize("saying", SAYINGS)
def test_looking_changes_nothing(here: House, saying: str) -> None:
    before = here.listing()
    found = open_link(here.directory, token(saying))
    assert found
    assert found.provider == before
    assert here.listing() == before
    assert here.history() == []


def test_still_true_confirms_everything_and_changes_nothing_else(here: House) -> None:
    here.calendar.pass_days(30)
    act_on_link(here.directory, token("true"))
    after = here.listing()
    assert set(after.confirmed.values()) == {here.calendar.today, TODAY}  # no groups are stated
    assert after.availability.confirmed_at == here.calendar.today
    assert after.availability.accepting == "yes"
    assert here.history() == [("mail", {"availability", "confirmed"})]


def test_now_full_takes_nobody_and_forgets_the_next_opening(here: House) -> None:
    act_on_link(here.directory, token("full"))
    openings = here.listing().availability
    assert (openings.accepting, openings.next_opening_days) == ("no", None)


def test_a_pause_needs_a_day_and_keeps_it(here: House) -> None:
    until = TODAY + timedelta(weeks=4)
    with pytest.raises(Invalid):
        act_on_link(here.directory, token("pause"))
    act_on_link(here.directory, token("pause"), until)
    assert here.listing().availability.paused_until == until


@pytest.mark.parametrize("saying", OF_THE_LISTING)
def test_saying_it_twice_is_saying_it_once(here: House, saying: str) -> None:
    here.calendar.pass_days(3)
    until = TODAY + timedelta(weeks=4)
    once = act_on_link(here.directory, token(saying), until)
    assert act_on_link(here.directory, token(saying), until) == once
    assert len(here.history()) == 1


@pytest.mark.parametrize("accepting", ["no", "unknown", "waitlist"])
@pytest.mark.parametrize("saying", OF_THE_LISTING)
def test_no_link_ever_says_more(here: House, saying: str, accepting: str) -> None:
    store(here.directory, said(availability={"accepting": accepting, "confirmed_at": TODAY}))
    after = act_on_link(here.directory, token(saying), TODAY + timedelta(days=9))
    assert after.availability.accepting in {accepting, "no"}
    assert after.availability.next_opening_days is None


def test_a_link_for_fewer_mails_changes_no_listing_and_no_other_link_changes_mails(
    here: House,
) -> None:
    with pytest.raises(NotFound):
        act_on_link(here.directory, token("fewer"))
    with pytest.raises(NotFound):
        write_less(here.directory, token("true"), is_quiet=True)
    write_less(here.directory, token("fewer"), is_quiet=True)
    assert here.history() == []
    found = open_link(here.directory, token("fewer"))
    assert found
    assert found.is_quiet


def test_a_link_lasts_sixty_days(here: House) -> None:
    here.calendar.pass_days(LASTS.days)
    assert open_link(here.directory, token())
    here.calendar.pass_days(1)
    assert open_link(here.directory, token()) is None
    with pytest.raises(NotFound):
        act_on_link(here.directory, token())


def test_a_link_is_over_when_its_keeper_keeps_the_listing_no_more(here: House) -> None:
    here.let_keep("ben", "ana-lopez")
    with here.directory.database.writing() as session:
        Keepers(session).remove("ana-lopez", "ana")
    assert open_link(here.directory, token()) is None
    assert open_link(here.directory, token(account="ben"))
    remove(here.directory, "ana-lopez")
    assert open_link(here.directory, token(account="ben")) is None


def test_a_link_is_over_while_somebody_objects_to_its_keeper(here: House) -> None:
    objection = Claim("c", "ana-lopez", "ana", NOW, "letter", "on file", "frozen", NOW)
    with here.directory.database.writing() as session:
        Claims(session).save(objection)
    assert open_link(here.directory, token()) is None
    with pytest.raises(NotFound):
        act_on_link(here.directory, token())


def test_a_link_is_for_one_listing_and_one_keeper(here: House) -> None:
    here.let_keep("ben", "other")
    assert open_link(here.directory, token(listing="other", account="ben"))
    assert open_link(here.directory, token(listing="ana-lopez", account="ben")) is None


@given(st.text(max_size=60), st.integers(0, 200))
def test_what_we_did_not_write_opens_nothing(words: str, place: int) -> None:
    assert read_link(words, SECRET, TODAY) is None
    whole = token()
    place %= len(whole)
    changed = whole[:place] + ("A" if whole[place] != "A" else "B") + whole[place + 1 :]
    found = read_link(changed, SECRET, TODAY)
    assert found is None or found == read_link(
        whole, SECRET, TODAY
    )  # spare bits of the last letter
    assert read_link(whole, "another key", TODAY) is None
