"""Every page: complete, calm, private, and leading on."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import brotli
import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from directory.web.headers import CONTENT_SECURITY_POLICY
from tests.reading_grade import reading_grade
from tests.web.walking import walk

PAGES = (
    "/",
    "/search",
    "/search?q=panic&state=CA&license=lcsw",
    "/search?q=nothing-like-this&license=coach",
    "/search?zip=00000&max_fee=much",
    "/search?state=CA&view=map",
    "/providers/lcsw-1",
    "/providers/lmft-1",
    "/providers/coach-1",
    "/providers/stale-1",
    "/providers/register-1",
    "/crisis",
    "/about",
    "/about/privacy",
    "/about/therapy-or-psychotherapy",
    "/about/licenses",
    "/about/triage",
    "/about/matching",
    "/shortlist",
    "/triage",
    "/api/v1/docs",
    "/no/such/page",
)
PLAIN_PAGES = (
    "/",
    "/crisis",
    "/about",
    "/about/privacy",
    "/triage",
    "/shortlist",
    "/search?q=zzz",
)
TEMPLATES = Path(__file__).parents[2] / "templates"
STATIC = TEMPLATES.parent / "static"


class Page(HTMLParser):
    """The parts of a page that the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.tags.append((tag, facts))
        self._inside.append(tag)
        if facts.get("id"):
            self.ids.append(str(facts["id"]))

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "option", "title"} & set(self._inside):
            self.words.append(data)

    def sentences(self) -> str:
        """Return what is said in sentences, without labels, names and lists of facts."""
        text = " ".join(self.words)
        return " ".join(re.findall(r"[A-Z][^.!?]{15,}[.!?]", re.sub(r"\s+", " ", text)))


def page(client: FlaskClient, address: str) -> Page:
    return Page(client.get(address).get_data(as_text=True))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_title_one_heading_a_language_and_landmarks(
    client: FlaskClient, address: str
) -> None:
    html = client.get(address).get_data(as_text=True)
    tags = [tag for tag, _ in page(client, address).tags]
    assert re.search(r"<title>\s*\S.* – Find your kind of help</title>", html)
    assert '<html lang="en"' in html
    assert tags.count("h1") == 1
    assert {"header", "main", "footer"} <= set(tags)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_shows_help_right_now_and_a_way_out(client: FlaskClient, address: str) -> None:
    links = {facts.get("href") for tag, facts in page(client, address).tags if tag == "a"}
    assert {"tel:988", "sms:988", "tel:911", "/crisis", "/leave"} <= links


@pytest.mark.parametrize("address", PAGES)
def test_no_page_loads_anything_from_elsewhere_or_runs_anything_of_its_own(
    client: FlaskClient, address: str
) -> None:
    for tag, facts in page(client, address).tags:
        loaded = facts.get("src") or (facts.get("href") if tag == "link" else None)
        assert not loaded or loaded.startswith(("/static/", "/manifest.webmanifest"))
        assert "style" not in facts
        assert not [name for name in facts if name.startswith("on")]
        assert tag != "style"
        assert tag != "script" or facts.get("src")


@pytest.mark.parametrize("address", PAGES)
def test_no_id_is_used_twice_and_every_label_has_its_control(
    client: FlaskClient, address: str
) -> None:
    found = page(client, address)
    assert len(found.ids) == len(set(found.ids))
    labels = {str(facts["for"]) for tag, facts in found.tags if tag == "label"}
    assert labels <= set(found.ids)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_inside_the_site_leads_somewhere(client: FlaskClient, address: str) -> None:
    hrefs = {str(f["href"]) for tag, f in page(client, address).tags if tag == "a"}
    for href in sorted(href for href in hrefs if href.startswith("/")):
        assert client.get(href).status_code in {200, 303}, href


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_forbids_what_we_do_not_need(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.seed_rule("SR52")
@pytest.mark.parametrize("address", PLAIN_PAGES)
def test_what_we_say_to_patients_is_easy_to_read(client: FlaskClient, address: str) -> None:
    assert reading_grade(page(client, address).sentences()) <= 6


def test_the_questions_are_easy_to_read(client: FlaskClient) -> None:
    way = walk(client).to_the_end()
    numbers = range(1, len(way.asked) + 1)
    text = " ".join(page(client, f"/triage/{number}").sentences() for number in numbers)
    assert reading_grade(text) <= 6


def test_every_template_parses_and_uses_all_that_it_imports(app: Flask) -> None:
    for file in TEMPLATES.rglob("*.html"):
        name = file.relative_to(TEMPLATES).as_posix()
        source = file.read_text(encoding="utf-8")
        app.jinja_env.get_template(name)
        for names in re.findall(r"{% from \S+ import ([\w, ]+) %}", source):
            for imported in names.split(", "):
                assert len(re.findall(rf"\b{imported}\b", source)) > 1, f"{name}: {imported}"


def test_no_template_has_words_for_the_machine(app: Flask) -> None:
    for file in TEMPLATES.rglob("*.html"):
        assert not re.search(r"(?<!{)\b(T[O]DO|F[I]XME|lorem)\b", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["400", "404", "429", "500"])
def test_every_error_page_leads_on(app: Flask, name: str) -> None:
    with app.test_request_context("/x"):
        html = render_template(f"errors/{name}.html")
    links = {facts.get("href") for tag, facts in Page(html).tags if tag == "a"}
    assert {"/search", "/triage", "/crisis", "/leave"} <= links


@pytest.mark.parametrize("name", ["directory.css", "directory.rtl.css", "leave.js", "mark.svg"])
def test_what_is_served_compressed_is_what_was_built(name: str) -> None:
    plain = (STATIC / name).read_bytes()
    assert brotli.decompress((STATIC / f"{name}.br").read_bytes()) == plain
    assert gzip.decompress((STATIC / f"{name}.gz").read_bytes()) == plain


def test_styles_ask_nothing_of_other_hosts_and_bear_nobody_elses_brand() -> None:
    css = (STATIC / "directory.css").read_text(encoding="utf-8")
    assert "url(" not in css
    assert "@import" not in css
    assert not re.search("gds|crown|transport", css, re.IGNORECASE)
    assert len(css) < 120_000


def test_crawlers_are_kept_out_of_private_pages(client: FlaskClient) -> None:
    robots = client.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /triage" in robots
    assert 'name="robots" content="noindex"' in client.get("/triage").get_data(as_text=True)


def test_the_site_map_lists_public_pages_and_published_listings(client: FlaskClient) -> None:
    sitemap = client.get("/sitemap.xml").get_data(as_text=True)
    assert "/providers/lcsw-1</loc>" in sitemap
    assert "/about/privacy</loc>" in sitemap
    assert not re.search("//[^/]+/triage", sitemap)


def test_an_unknown_listing_is_a_calm_404(client: FlaskClient) -> None:
    response = client.get("/providers/nobody")
    assert response.status_code == 404
    assert "We cannot find that page" in response.get_data(as_text=True)


@pytest.mark.parametrize("address", ["/", "/search", "/providers/lcsw-1/message", "/triage/1"])
def test_no_browser_sends_what_is_typed_to_its_maker_to_check_the_spelling(
    client: FlaskClient, address: str
) -> None:
    walk(client)
    html = client.get(address).text
    assert re.search(r'<body[^>]* spellcheck="false"', html)
    assert 'spellcheck="true"' not in html
