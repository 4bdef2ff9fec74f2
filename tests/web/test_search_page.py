"""The search page: the API's parameters in an address that can be shared."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from directory.vocabulary import CONCERNS, DELIVERY
from directory.web.patient.search.filters import facet_of


def text(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address, follow_redirects=True).get_data(as_text=True))


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
    chips = re.findall(r'<a class="chip[^"]*" href="([^"]+)"', page)
    assert chips == [
        "/search?q=panic&delivery=video",
        "/search?q=panic&license=lcsw",
        "/search?q=panic",
    ]


def test_the_form_keeps_what_was_asked(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&state=CA&license=lcsw&max_fee=150&sort=fee&zip=94110")
    for kept in (
        'name="q" type="text" value="panic"',
        '<option value="CA" selected',
        'value="lcsw" checked',
        'value="150"',
        'name="sort" value="fee"',
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
    assert "Gives support, not treatment." in page


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


def test_a_long_filter_begins_with_its_most_frequent_values_and_those_chosen() -> None:
    counts = {code: place for place, code in enumerate(CONCERNS, start=1)}
    facet = facet_of("concern", counts, chosen=("panic",))
    shown = [option.value for option in facet.options]
    assert shown == [*list(CONCERNS)[:-5:-1], "panic"]
    assert {*shown, *(option.value for option in facet.more)} == set(CONCERNS)


def test_a_short_filter_hides_nothing() -> None:
    assert facet_of("delivery", dict.fromkeys(DELIVERY, 1), chosen=()).more == ()


def test_values_that_would_find_nobody_are_left_out_unless_chosen() -> None:
    facet = facet_of("concern", {"panic": 3}, chosen=("grief",))
    assert [(option.value, option.count) for option in facet.options] == [
        ("panic", 3),
        ("grief", 0),
    ]


def test_a_rarer_filter_in_use_is_seen_without_opening_anything(client: FlaskClient) -> None:
    at_once = text(client, "/search?license=lcsw").partition('class="govuk-details more-filters"')[
        0
    ]
    assert 'value="lcsw" checked' in at_once
    unused = text(client, "/search").partition('class="govuk-details more-filters"')
    assert 'name="license"' not in unused[0]
    assert 'name="license"' in unused[2]


def test_an_address_says_nothing_that_was_left_empty(client: FlaskClient) -> None:
    answer = client.get(
        "/search?q=+panic+&state=&zip=&max_fee=&sort=best&license=lcsw&license=lcsw"
    )
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/search?q=panic&license=lcsw"
    assert client.get("/search?q=panic&license=lcsw").status_code == 200


def test_the_order_is_one_link_away_and_kept_by_the_form(client: FlaskClient) -> None:
    page = text(client, "/search?q=panic&sort=fee")
    assert 'href="/search?q=panic&sort=soonest"' in page
    assert re.search(r'href="/search\?q=panic&sort=fee" aria-current="true">Lowest price', page)
    assert '<input type="hidden" name="sort" value="fee">' in page
    assert "sort=nearest" not in page
    assert "sort=nearest" in text(client, "/search?q=panic&zip=94110")


def test_the_count_says_who_may_treat_where(client: FlaskClient) -> None:
    assert count(text(client, "/search?state=CA&license=lcsw")) == (
        "9 people may treat you in California"
    )
    assert count(text(client, "/search?state=CA&license=lmft")) == (
        "1 person may treat you in California"
    )


def test_a_coach_is_never_said_to_treat(client: FlaskClient) -> None:
    assert count(text(client, "/search?state=CA")) == "14 people may work with you in California"


def test_a_chip_says_what_it_removes(client: FlaskClient) -> None:
    assert 'aria-label="Remove filter: Video"' in text(client, "/search?delivery=video")


def test_a_slip_stands_at_its_field_with_what_was_typed(client: FlaskClient) -> None:
    page = text(client, "/search?zip=123&within_miles=10&max_fee=lots")
    for name, typed in (("zip", "123"), ("max_fee", "lots")):
        assert re.search(rf'<p id="{name}-error" class="govuk-error-message">', page)
        assert re.search(rf'id="{name}" name="{name}" type="text" value="{typed}" aria-desc', page)
    assert "write your ZIP code too" not in page
    assert "<title>Error: Search" in re.sub(r"<title>\s*", "<title>", page)


def test_a_distance_nobody_can_walk_is_left_out_and_told(client: FlaskClient) -> None:
    page = text(client, "/search?zip=94110&within_miles=99999")
    assert "We left out a filter that we do not know" in page
    assert 'href="#filters"' in page


def test_a_distance_of_ones_own_stays_when_filters_are_applied(client: FlaskClient) -> None:
    page = text(client, "/search?zip=94110&within_miles=12.5")
    assert '<option value="12.5" selected>12.5 miles' in page


@pytest.mark.parametrize("name", ["q[]", "q[0]", "[0]", "[", "license[0]", "zip[a].b"])
def test_a_made_up_name_is_left_out_and_told_whatever_it_looks_like(
    client: FlaskClient, name: str
) -> None:
    reply = client.get("/search", query_string={name: "1"})
    assert reply.status_code == 200
    assert "We left out a filter" in reply.text


def test_the_form_shrinks_to_a_line_once_something_was_asked(client: FlaskClient) -> None:
    folds = {
        address: re.search(r'<details class="govuk-details again"( open)?>', text(client, address))
        for address in ("/search", "/search?q=panic", "/search?state=CA", "/search?zip=00000")
    }
    opened = [address for address, fold in folds.items() if fold and fold[1]]
    assert opened == ["/search", "/search?zip=00000"]
    assert 'Change <span class="given">“panic”</span>' in text(client, "/search?q=panic")


def test_one_chip_needs_no_second_way_to_clear_it(client: FlaskClient) -> None:
    assert "Clear all filters" not in text(client, "/search?license=lcsw")
    assert "Clear all filters" in text(client, "/search?license=lcsw&delivery=video")


def test_a_card_names_first_what_the_words_are_about(client: FlaskClient) -> None:
    helps = re.findall(r'class="card__for">([^<]+)', text(client, "/search?q=panic attacks"))
    named = [line for line in helps if "panic attacks" in line]
    assert named
    assert all(line.startswith("Helps with panic attacks") for line in named)
