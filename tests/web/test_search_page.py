"""The search page: the API's parameters in an address that can be shared."""

import re
from html import unescape

from flask.testing import FlaskClient

from directory.vocabulary import CONCERNS
from directory.web.patient.search_page import facet_of


def text(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address).get_data(as_text=True))


def count(page: str) -> str:
    found = re.search(r'id="count">([^<]*)<', page)
    return found[1] if found else ""


def test_everyone_is_listed_at_first(client: FlaskClient) -> None:
    assert count(text(client, "/search")) == "14 people are listed"


def test_each_facet_count_is_what_choosing_it_gives(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic")
    options = re.findall(
        r'name="(\w+)" type="checkbox" value="([\w-]+)">\s*<label[^>]*>[^<]*'
        r'<span class="count">\((\d+)\)',
        page,
    )
    assert len(options) > 10
    for name, value, number in options:
        fits = count(text(client, f"/search?q=panic&{name}={value}"))
        assert fits.split(" ")[0] == number, (name, value)


def test_a_chip_takes_its_filter_away(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&license=lcsw&delivery=video")
    chips = re.findall(r'<a class="chip" href="([^"]+)">', page)
    assert "/search?q=panic&delivery=video" in chips
    assert "/search?q=panic&license=lcsw" in chips
    assert "/search?q=panic" in chips


def test_the_form_keeps_what_was_asked(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&state=CA&license=lcsw&max_fee=150&sort=fee&zip=94110")
    for kept in (
        'name="q" type="text" value="panic"',
        '<option value="CA" selected',
        'value="lcsw" checked',
        'value="150"',
        '<option value="fee" selected',
        'value="94110"',
    ):
        assert kept in page


def test_empty_fields_of_the_form_are_no_filters(client: FlaskClient) -> None:
    address = "/search?q=&state=&zip=&within_miles=&max_fee=&sort=best"
    assert count(text(client, address)) == "14 people are listed"


def test_distances_are_shown_and_sorted(client: FlaskClient) -> None:
    page = text(client, "/search?zip=94110&within_miles=10&sort=nearest")
    assert "1 mile away" in page
    assert "Within 10 miles of 94110" in page


def test_what_cannot_be_used_is_told_and_left_out(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&zip=00000&max_fee=much&license=shaman&sort=nearest")
    assert "We do not know this ZIP code" in page
    assert "Write the price in dollars" in page
    assert "We left out a filter that we do not know" in page
    assert "people fit" in count(page)


def test_a_slip_of_spelling_is_offered_mended(client: FlaskClient) -> None:
    assert "/search?q=panic" in text(client, "/search?q=pannic")


def test_found_words_are_marked(client: FlaskClient) -> None:
    assert "<mark>panic</mark>" in text(client, "/search?q=panic")


def test_markup_in_a_search_stays_text(client: FlaskClient) -> None:
    page = client.get("/search?q=<script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in page


def test_nothing_found_leads_on_kindly(client: FlaskClient) -> None:
    page = text(client, "/search?q=xylophone&license=coach")
    assert count(page) == "No one on this list fits all of that"
    assert "That is about this list, not about you" in page
    assert 'href="/triage"' in page


def test_a_stale_cursor_begins_at_the_first_page(client: FlaskClient) -> None:
    assert count(text(client, "/search?q=panic&cursor=old")).endswith("people fit")


def test_cards_tell_the_licence_and_what_it_may_do(client: FlaskClient) -> None:
    page = text(client, "/search")
    assert page.count('class="card"') == page.count("licence__may") == 14
    assert "Not licensed. Gives support, not treatment." in page


def test_cards_bear_honest_badges(client: FlaskClient) -> None:
    page = text(client, "/search")
    for badge in (
        "Demo: not a real person",
        "From a public list",
        "Not licensed: support only",
        "Not confirmed lately",
    ):
        assert badge in page
    assert "New patients in about 5 days" in page
    assert "Confirmed 12 days ago" in page


def test_a_long_filter_begins_with_its_most_frequent_values() -> None:
    counts = {code: place for place, code in enumerate(CONCERNS, start=1)}
    facet = facet_of("concern", counts, chosen=("panic",), is_whole=False)
    shown = [option.value for option in facet.options]
    assert shown[:10] == list(CONCERNS)[:-11:-1]
    assert shown[10:] == ["panic"]
    assert facet.more == f"Show all {len(CONCERNS)}"


def test_all_values_of_a_filter_are_one_press_away() -> None:
    facet = facet_of("concern", dict.fromkeys(CONCERNS, 1), chosen=(), is_whole=True)
    assert {option.value for option in facet.options} == set(CONCERNS)
    assert facet.is_open
    assert facet.more is None


def test_a_filter_shown_whole_stands_open_and_narrows_nothing(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&more=concern")
    assert re.search(r'class="govuk-details panel" open', page)
    assert re.search(r'class="govuk-details facet" id="filter-concern" open', page)
    assert count(page) == count(text(client, "/search?q=panic"))
    assert "more=" not in "".join(re.findall(r'href="([^"]*)"', page))
