"""The map of the results: a second view of the same search, and the same as a list."""

import re
from html import unescape

from flask.testing import FlaskClient


def text(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address).get_data(as_text=True))


def points(page: str) -> list[tuple[str, str]]:
    """Return the address and the name of each dot."""
    return re.findall(r'class="map__point" href="([^"]+)" aria-label="([^"]+)"', page)


def people(page: str) -> int:
    found = re.search(r'id="count">([\d,]+) ', page)
    assert found
    return int(found[1])


def test_the_map_is_one_link_beside_the_list(client: FlaskClient) -> None:
    listed = text(client, "/search?q=panic&state=CA")
    assert re.search(r'href="/search\?q=panic&state=CA&view=map">Map', listed)
    mapped = text(client, "/search?q=panic&state=CA&view=map")
    assert re.search(r'href="/search\?q=panic&state=CA">List', mapped)
    assert 'class="results"' not in mapped
    assert people(mapped) == people(listed)


def test_each_dot_and_each_line_gives_the_people_that_it_promises(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&view=map")
    assert points(page)
    lines = re.findall(
        r'href="([^"]+)"><span class="given">([^<]+)</span>: (\d+) (?:person|people)', page
    )
    assert lines
    for href, _, promised in lines:
        assert people(text(client, href)) == int(promised)
    for href, name in points(page):
        promised = re.search(r"(\d+) (?:person|people)$", name)
        assert promised
        assert people(text(client, href)) == int(promised[1])


def test_the_picture_holds_no_street_and_asks_no_one_for_anything(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&view=map")
    picture = page[page.index('<svg class="map__picture') : page.index("</figure>")]
    assert "Main Street" not in picture
    assert not re.search(r"https?:|style=|<image|<script", picture)


def test_the_map_follows_the_filters_and_the_form_keeps_it(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&license=lmft&view=map")
    assert [name for _, name in points(page)] == ["San Francisco, CA: 1 person"]
    assert '<input type="hidden" name="view" value="map">' in page
    assert 'href="/search?state=CA&view=map" aria-label="Remove filter: ' in page


def test_a_town_is_a_filter_with_a_chip(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&town=ca-san-francisco")
    assert 'href="/search?state=CA" aria-label="Remove filter: In San Francisco, CA"' in page
    assert '<input type="hidden" name="town" value="ca-san-francisco">' in page


def test_an_unknown_town_is_left_out_and_told(client: FlaskClient) -> None:
    page = text(client, "/search?town=ca-atlantis")
    assert "We left out a filter that we do not know" in page


def test_who_is_elsewhere_is_counted_and_one_link_away(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&view=map&around=ny-new-york&miles=20")
    assert points(page) == []
    assert "No one has an office in this part of the country" in page
    assert f"{people(page)} people are not on this map: their offices are farther away" in page
    assert 'href="/search?state=CA&view=map">Back to the whole map' in page
    assert "around=us" in page


def test_the_whole_country_can_be_asked_for(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&view=map&around=us")
    assert 'aria-label="Map of the United States"' in page
    assert points(page)


def test_a_zip_code_is_the_middle_of_its_map(client: FlaskClient) -> None:
    page = text(client, "/search?zip=94110&within_miles=10&view=map")
    assert 'aria-label="Map around 94110"' in page
    assert 'class="map__home"' in page


def test_nonsense_about_the_view_is_no_error(client: FlaskClient) -> None:
    page = text(client, "/search?state=CA&view=map&around=nowhere&miles=-3x")
    assert 'aria-label="Map of California"' in page
    assert "Please check this" not in page
