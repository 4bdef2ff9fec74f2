"""What was seen of pages: each as it was answered, and the routes that led there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from directory.web.patient import BLUEPRINTS
from directory.web.patient.visit import COOKIE
from tests.web.walking import hidden_fields

# The way out ends the visit, so whoever follows links leaves it alone.
WAY_OUT = "/leave"
COOKIES = (COOKIE, "session", "language", "shortlist")
# What these lead to is one thing for one person and another for the next.
PRIVATE = ("/account", "/my", "/claim", "/admin")


@dataclass(frozen=True)
class Seen:
    """One page as the server sent it; pages of one kind differ in their words only."""

    name: str
    kind: str
    address: str
    status: int
    headers: Headers
    html: str
    route: str = ""
    language: str = "en"
    dead_links: tuple[str, ...] = ()

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(self.html)
        return tree, [f"{code} at {place}: {facts}" for place, code, facts in parser.errors]

    @property
    def tree(self) -> Element:
        return self._parsed[0]

    @property
    def parse_errors(self) -> list[str]:
        """What the HTML standard calls a parse error."""
        return self._parsed[1]

    def elements(self, *tags: str) -> list[Element]:
        return [e for e in self.tree.iter() if not tags or e.tag in tags]

    @property
    def main(self) -> Element:
        main = self.tree.find(".//main")
        assert main is not None, self.name
        return main

    def links(self) -> Iterator[str]:
        """Yield the addresses on this site that the page links to, but not those within itself."""
        for link in self.elements("a"):
            href = link.get("href") or "#"
            address = urlsplit(urljoin(self.address, href))
            if not (href.startswith("#") or address.scheme or address.netloc):
                yield address.path + (f"?{address.query}" if address.query else "")


def patient_rules(app: Flask) -> list[Rule]:
    """Return the routes that a patient's browser may ask for."""
    ours = {blueprint.name for blueprint in BLUEPRINTS}
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint.partition(".")[0] in ours
    ]


@dataclass
class Sight:
    """Everything seen so far in one language, of the routes that are looked for."""

    app: Flask
    language: str = "en"
    looked_for: Callable[[Flask], list[Rule]] = patient_rules
    pages: dict[str, Seen] = field(default_factory=dict)
    rules: set[str] = field(default_factory=set)
    _led: dict[tuple[str, str], bool] = field(default_factory=dict)

    def visitor(self, like: FlaskClient | None = None) -> FlaskClient:
        """Return a new visitor, or one with the cookies of another."""
        client = self.app.test_client()
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = self.language
        for name in COOKIES if like else ():
            if like and (cookie := like.get_cookie(name)):
                client.set_cookie(name, cookie.value)
        return client

    def look(self, client: FlaskClient, address: str, name: str = "", kind: str = "") -> Seen:
        """Look at a page, following redirects within the site, and keep it under its name."""
        response = client.get(address, follow_redirects=True)
        return self.keep(client, response, name or address, kind)

    def keep(self, client: FlaskClient, response: TestResponse, name: str, kind: str = "") -> Seen:
        """Keep what was answered; a page of HTML is looked through for dead links too."""
        path = response.request.path
        rule = self.rule_of(path)
        if rule and response.status_code == 200:
            self.rules.add(rule.rule)
        address = response.request.full_path.rstrip("?")
        html = response.get_data(as_text=True) if response.mimetype == "text/html" else ""
        facts = (response.status_code, response.headers, html, rule.rule if rule else "")
        seen = Seen(name, kind or name, address, *facts, language=self.language)
        if not html:
            response.close()  # a file, which stays open else
            return seen
        seen = replace(seen, dead_links=self._dead(client, seen))
        return self.pages.setdefault(name, seen)

    def rule_of(self, path: str) -> Rule | None:
        """Return the route looked for that answers a GET of this path."""
        adapter = self.app.url_map.bind("localhost")
        if not adapter.test(path, "GET"):
            return None
        rule, _ = adapter.match(path, "GET", return_rule=True)
        return rule if rule in self.looked_for(self.app) else None

    def _dead(self, client: FlaskClient, seen: Seen) -> tuple[str, ...]:
        who = seen.name.partition(":")[0]
        links = dict.fromkeys(seen.links())
        return tuple(link for link in links if not self._leads(client, link, who))

    def _leads(self, client: FlaskClient, address: str, who: str) -> bool:
        if address == WAY_OUT or address.startswith("/static/"):
            return True
        path, _, query = address.partition("?")
        visit = client.get_cookie(COOKIE)
        # Searches with the same names are alike: one of them is asked for.
        alike = f"{path}?{','.join(names_of(query))}" if path == "/search" else address
        signed_in = client.get_cookie("session") if path.startswith(PRIVATE) else None
        whose = visit if visit and path.startswith("/triage") else signed_in
        # To all of one role a room is the same, so whoever looks there is asked for once.
        is_room = path.startswith("/admin")
        key = (alike, who if is_room else whose.value if whose else "")
        if key not in self._led:
            with self.visitor(client).get(address) as answer:
                self._led[key] = answer.status_code in {200, 302, 303}
        return self._led[key]


def names_of(query: str) -> list[str]:
    """Return the names that a query gives values to."""
    return sorted(set(re.findall(r"(?:^|&)(\w+)=", query)))


def sent(client: FlaskClient, page: Seen, to: str, **answers: object) -> TestResponse:
    """Send a form of a page with its hidden fields, and follow to where it leads."""
    data = {**hidden_fields(page.html), **answers}
    return client.post(to, data=data, follow_redirects=True)
