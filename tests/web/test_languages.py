"""The reader's language: asked for by the browser, chosen with a button, remembered in a cookie."""

import re
from datetime import date

import pytest

from directory.sentences import Dollars, joined, say
from directory.web.languages import COOKIE, local_path
from directory.web.rendering import told


def _language_of(reply):
    return reply.text.partition('<html lang="')[2][:2]


def test_a_page_is_in_english_unless_asked_otherwise(client):
    assert _language_of(client.get("/")) == "en"


def test_the_browser_s_first_language_that_we_have_is_used(client):
    reply = client.get("/", headers={"Accept-Language": "fr,es-MX;q=0.8,en;q=0.5"})
    assert _language_of(reply) == "es"


def test_a_chosen_language_is_remembered_and_leads_back(client):
    reply = client.post("/language", data={"language": "es", "to": "/search?q=panic"})
    assert (reply.status_code, reply.headers["Location"]) == (303, "/search?q=panic")
    assert _language_of(client.get("/")) == "es"


def test_an_unknown_language_changes_nothing(client):
    reply = client.post("/language", data={"language": "xx", "to": "/"})
    assert reply.status_code == 303
    assert COOKIE not in reply.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil", "", "/a\nb"])
def test_the_way_back_never_leads_elsewhere(path):
    assert local_path(path) == "/"


def test_values_are_written_as_the_reader_s_language_does(client):
    page = (say("{cost}", cost=Dollars(21250)), say("{day}", day=date(2026, 11, 2)))
    with client.application.test_request_context():
        assert told(page) == ("$21,250", "November 2, 2026")
    with client.application.test_request_context(headers={"Accept-Language": "es"}):
        assert told(page) == ("$21,250", "2 de noviembre de 2026")


def test_a_search_in_spanish_finds_what_its_english_words_find(client):
    found = client.get("/api/v1/providers", query_string={"q": "ataques de pánico"}).json
    meant = client.get("/api/v1/providers", query_string={"q": "panic attacks"}).json
    assert found["total"] == meant["total"] > 0


@pytest.mark.parametrize(
    ("parts", "words"),
    [(("español", "inglés"), "español e inglés"), (("agua", "hielo"), "agua y hielo")],
)
def test_spanish_words_sound_right_beside_each_other(client, parts, words):
    with client.application.test_request_context(headers={"Accept-Language": "es"}):
        assert told(joined(parts)) == words
        assert told(joined(("siete", "ocho"), "or")) == "siete u ocho"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_another_site_leaves_no_trace_of_a_language(client, site):
    form = {"language": "es", "to": "/"}
    reply = client.post("/language", data=form, headers={"Sec-Fetch-Site": site})
    assert "Set-Cookie" not in reply.headers


def test_another_language_never_leads_to_an_address_that_only_takes_forms(client):
    page = client.post("/shortlist/told", data={"listing": "nobody", "kind": "full"})
    assert page.status_code == 404
    assert 'name="to" value="/"' in page.text
    page = client.post("/shortlist", data={"keep": "lcsw-1"}, headers={"Origin": "null"})
    assert 'name="to" value="/shortlist"' in page.text


def _states(page):
    listed = page.partition('name="state"')[2].partition("</select>")[0]
    return re.findall(r"<option[^>]*>\s*(.+?)\s*</option>", listed)[1:]


def test_the_states_stand_in_the_order_of_the_reader_s_alphabet(client):
    english, spanish = (
        _states(client.get("/", headers={"Accept-Language": language}).text)
        for language in ("en", "es")
    )
    assert english.index("North Carolina") == english.index("New York") + 1
    assert spanish.index("Carolina del Norte") == spanish.index("California") + 1
    assert spanish.index("Míchigan") < spanish.index("Minnesota")
