"""A search that speaks of danger, or of help that is not listed here."""

import pytest
from flask.testing import FlaskClient


def main_part(client: FlaskClient, address: str) -> str:
    page = client.get(address, follow_redirects=True).get_data(as_text=True)
    return page[page.index("<main") : page.index("</main>")]


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=I+want+to+kill+myself",
        "/search?q=zzz+suicidal+thoughts",
        "/search?concern=suicidal",
    ],
)
def test_a_search_that_speaks_of_suicide_shows_whom_to_call_first(
    client: FlaskClient, address: str
) -> None:
    page = main_part(client, address)
    assert "Please talk to someone now" in page
    assert page.index("tel:988") < page.index("<h1")


@pytest.mark.parametrize("address", ["/search?q=my+husband+hits+me", "/search?q=domestic+violence"])
def test_a_search_that_speaks_of_a_feared_partner_shows_the_neutral_card(
    client: FlaskClient, address: str
) -> None:
    page = main_part(client, address)
    assert "People you can talk to at any hour" in page
    assert page.index("tel:18007997233") < page.index("<h1")


@pytest.mark.parametrize("words", ["", "panic+attacks", "my+brother+died+by+suicide"])
def test_other_searches_bring_no_card(client: FlaskClient, words: str) -> None:
    assert 'class="care"' not in main_part(client, f"/search?q={words}")


def test_a_search_for_help_that_is_not_listed_says_where_it_is(client: FlaskClient) -> None:
    page = main_part(client, "/search?q=speech+therapy+for+my+son")
    assert "asha.org" in page
