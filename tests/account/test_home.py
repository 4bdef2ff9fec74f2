"""The first page of an account."""

from directory.storage import Accounts, Keepers
from tests.account.people import ADDRESS, signed_in
from tests.account.phones import with_app
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.web.mailing import Office, words_on


def test_it_tells_the_address_and_leads_to_all_that_can_be_changed(here: Office) -> None:
    page = signed_in(here).see("/account")
    assert ADDRESS in words_on(page)
    for address in ("address", "password", "security", "sessions", "delete"):
        assert f'href="/account/{address}"' in page.text


def test_it_tells_whether_a_second_step_is_set_up(here: Office) -> None:
    assert "Not set up yet" in words_on(signed_in(here).see("/account"))


def test_it_no_longer_asks_for_a_second_step_that_is_there(here: Office) -> None:
    person, _ = with_app(here)
    assert "Not set up yet" not in words_on(person.see("/account"))


def test_it_leads_to_ones_listings_and_to_nobody_elses(here: Office) -> None:
    person = signed_in(here)
    assert "You keep no listing yet" in words_on(person.see("/account"))
    store(here.directory, make_provider(), make_provider(id="noor", name="Noor Adams"))
    with here.directory.database.writing() as session:
        account = Accounts(session).find("email", ADDRESS)
        assert account
        Keepers(session).add("ana-lopez", account.id, NOW)
    page = person.see("/account")
    assert 'href="/my/listing/ana-lopez"' in page.text
    assert "Noor Adams" not in page.text
