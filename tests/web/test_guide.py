"""The pages that explain help: complete, true to the vocabulary, and each leading on."""

import html
import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from directory.matching.phrases import TELLING_MODALITIES
from directory.vocabulary import FORMATS, KINDS, LICENSES, MODALITIES
from directory.vocabulary.lengths import USUAL_LENGTHS
from directory.web.languages import COOKIE as LANGUAGE
from directory.web.patient.about.guide import ABOUT_THE_SITE, GUIDE
from directory.web.patient.about.therapy_families import FAMILIES
from directory.web.patient.visit import COOKIE as VISIT
from tests.web.walking import walk

PAGES = tuple(link.href for link in GUIDE)


def main_of(client: FlaskClient, address: str) -> str:
    text = client.get(address).get_data(as_text=True)
    return html.unescape(text.partition("<main")[2].partition("</main>")[0])


def links_of(client: FlaskClient, address: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', main_of(client, address))


def test_the_contents_page_leads_to_every_page(client: FlaskClient) -> None:
    links = links_of(client, "/about")
    assert {link.href for link in (*GUIDE, *ABOUT_THE_SITE)} <= set(links)


@pytest.mark.parametrize(("address", "next"), list(pairwise(PAGES)))
def test_every_page_leads_to_the_next_one(client: FlaskClient, address: str, next: str) -> None:
    assert next in links_of(client, address)


@pytest.mark.parametrize("address", [*PAGES, *(link.href for link in ABOUT_THE_SITE)])
def test_every_page_leads_to_help(client: FlaskClient, address: str) -> None:
    assert {"/triage", "/search", "/about"} <= set(links_of(client, address))


def test_every_kind_of_therapy_stands_in_one_family_unless_it_tells_too_much() -> None:
    told = [code for family in FAMILIES for code in (*family.known, *family.others)]
    assert len(told) == len(set(told))
    assert set(told) == set(MODALITIES) - TELLING_MODALITIES


def test_every_kind_of_therapy_is_told_and_leads_to_who_offers_it(client: FlaskClient) -> None:
    page, links = main_of(client, "/about/kinds-of-therapy"), []
    for code in set(MODALITIES) - TELLING_MODALITIES:
        assert MODALITIES[code].about in page
        links.append(f"/search?modality={code}")
    assert set(links) <= set(links_of(client, "/about/kinds-of-therapy"))


def test_studies_are_told_as_they_are_graded(client: FlaskClient) -> None:
    page = main_of(client, "/about/kinds-of-therapy")
    told = page.partition(MODALITIES["CPT"].about)[2].partition("</li>\n</ul>")[0]
    assert "Studies show that it helps with" in told
    assert "no doctor or therapist has signed it yet" in page


def test_a_coach_needs_no_licence_and_the_page_says_so(client: FlaskClient) -> None:
    page = main_of(client, "/about/kinds-of-therapy")
    told = page.partition(MODALITIES["COACH"].about)[2].partition("</ul>")[0]
    assert "From anyone, with or without a license" in told


def test_formats_and_both_kinds_of_groups_are_told(client: FlaskClient) -> None:
    page = main_of(client, "/about/formats")
    for term in (*FORMATS.values(), *KINDS.values()):
        assert term.about in page
    assert {f"/search?format={code}" for code in FORMATS} <= set(links_of(client, "/about/formats"))


def test_whoever_is_afraid_is_led_away_from_work_as_a_couple(client: FlaskClient) -> None:
    couples = main_of(client, "/about/formats").partition('id="couples"')[2]
    couples = couples.partition("</section>")[0]
    assert "afraid of your partner" in couples
    assert "/search?format=individual" in couples
    assert "/crisis#home" in couples
    assert "afraid of your partner" in main_of(client, "/about/kinds-of-therapy")


def test_a_session_tells_what_it_is_like_and_how_long_it_goes_on(client: FlaskClient) -> None:
    page = main_of(client, "/about/a-session")
    for code in ("CBT", "EMDR", "PDT", "FT", "COACH"):
        assert MODALITIES[code].about in page
        assert USUAL_LENGTHS[code].words in page


def test_every_licence_leads_to_its_holders(client: FlaskClient) -> None:
    links = links_of(client, "/about/licenses")
    assert {f"/search?license={code}" for code in LICENSES} <= set(links)


def test_costs_name_no_figure_that_nobody_knows(client: FlaskClient) -> None:
    assert "$" not in main_of(client, "/about/costs")


def test_costs_lead_to_lower_fees_and_free_help(client: FlaskClient) -> None:
    links = links_of(client, "/about/costs")
    assert {"/search?sliding_scale=true", "/search?payer=medicaid", "tel:211", "tel:988"} <= set(
        links
    )


@pytest.mark.parametrize("address", ["/about/triage", "/about/matching", "/about/evidence"])
def test_rows_for_those_who_check_say_that_they_are_in_english(
    client: FlaskClient, address: str
) -> None:
    said = "What follows is in English only."
    assert said not in main_of(client, address)
    client.set_cookie(LANGUAGE, "es")
    spoken, _, rows = main_of(client, address).partition('<div lang="en" dir="ltr">')
    assert "govuk-inset-text" in spoken
    assert "A source with [stored] was read" in rows


def test_the_privacy_page_names_every_cookie_that_is_set(client: FlaskClient) -> None:
    page = main_of(client, "/about/privacy")
    client.post("/language", data={"language": "es", "to": "/"})
    walk(client)
    cookies = {cookie.key for cookie in client._cookies.values()}
    assert cookies == {VISIT, LANGUAGE, "session"}
    assert all(f"“{name}”" in page for name in cookies)


@pytest.mark.parametrize("address", ["/", "/crisis", "/about/privacy", "/search?q=panic", *PAGES])
def test_reading_and_searching_set_no_cookie(client: FlaskClient, address: str) -> None:
    assert "Set-Cookie" not in client.get(address).headers


def test_leaving_takes_every_cookie_along(client: FlaskClient) -> None:
    client.post("/language", data={"language": "es", "to": "/"})
    walk(client)
    client.get("/leave")
    assert not client._cookies
