"""Finding any listing: by name, NPI, license number or id, hidden ones too."""

import pytest

from tests.claim.people import LISTING, as_account
from tests.desk.desk import PAGE, send, verify
from tests.factories import make_coach, make_provider, make_unclaimed, store
from tests.web.mailing import Office, words_on


def found(here: Office, asked: str) -> str:
    return str(as_account(here, "boss").see(f"/admin/listings{asked}").text)


@pytest.mark.parametrize("text", ["Una", "claimed+una", "1234567893", LISTING, "12345"])
def test_a_hidden_listing_is_found(here: Office, text: str) -> None:
    store(here.directory, make_coach())
    page = found(here, f"?text={text}")
    assert f'href="{PAGE}"' in page
    assert "Cora Reed" not in page


@pytest.mark.parametrize("text", ["%25", "_", "%22", "nobody", "1234567890"])
def test_signs_of_the_database_are_letters_like_others(here: Office, text: str) -> None:
    assert "No listing was found." in found(here, f"?text={text}")


def test_lists_can_be_narrowed(here: Office) -> None:
    store(here.directory, make_provider())
    assert PAGE in found(here, "?shown=hidden")
    assert PAGE in found(here, "?shown=new")
    assert PAGE not in found(here, "?shown=public")
    assert "ana-lopez" in found(here, "?shown=unchecked")
    verify(here)
    assert PAGE not in found(here, "?shown=unchecked")
    assert PAGE not in found(here, "?shown=new")
    send(here, f"{PAGE}/hide", reason="No.")
    assert PAGE in found(here, "?shown=held")
    assert PAGE in found(here, "?shown=no-such-thing")


def test_many_listings_are_shown_some_at_a_time(here: Office) -> None:
    store(here.directory, *(make_unclaimed(id=f"s-{n:03}", npi=None) for n in range(60)))
    first = found(here, "")
    assert "More listings" in first
    assert found(here, "?after=s-048").count("/admin/listings/s-0") == 11


def test_a_listing_that_is_not_there_is_not_found(here: Office) -> None:
    assert as_account(here, "boss").see("/admin/listings/nobody").status_code == 404


def test_the_page_says_why_a_listing_is_hidden(here: Office) -> None:
    assert "Hidden. Patients do not see it." in words_on(as_account(here, "boss").see(PAGE))
    verify(here)
    send(here, f"{PAGE}/hide", reason="The number is somebody else’s.")
    assert "somebody else’s" in words_on(as_account(here, "boss").see(PAGE))
