"""Visiting every page that a patient can see, found by themselves: routes, links, forms, the walk.

Routes come from the application's own map, so a page that is new is visited without a word here.
Only what no page can know is told: a place in the triage, and sample values to write.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, Rule
from werkzeug.test import TestResponse

from directory.web.access import EXTENSION
from directory.web.languages import COOKIE
from directory.web.patient import BLUEPRINTS
from tests.web.mailing import mails_in, text_of
from tests.web.removing import TOO_LONG, asking_for_removal
from tests.web.walking import CALM, Given, Walk, hidden_fields, walk
from tests.words.html import Form, Page
from tests.words.walks import ALSO, WALKS

BY_MAIL = "mail-1"
# Not for patients' eyes: programs, health checks, files, and the way out, which shows no page.
NOT_PAGES = ("/api/", "/fhir/", "/openapi", "/static/", "/healthz", "/readyz", "/leave")
# Searches that look different: none found, a slip, many filters, the next page.
SEARCHES = (
    "/search?q=panic&state=CA&license=lcsw&modality=CBT&format=individual&payer=aetna",
    "/search?q=anxeity",
    "/search?q=nothing-like-this&license=coach",
    "/search?zip=00000&max_fee=much&within_miles=5",
    "/search?zip=94110&within_miles=25&sort=nearest&sliding_scale=true&max_fee=120",
    "/search?page_size=2",
)
ERRORS = ("/no/such/page", "/providers/nobody", "/reply/nothing")
LISTINGS = ("lcsw-1", "lmft-1", "psychiatrist-1", "coach-1", "stale-1", "register-1", BY_MAIL)
WRITTEN = {
    "email": "somebody@example.org",
    "textarea": "I would like to talk.",
    "text": "I would like to talk.",
    "number": "5",
    "tel": "415-555-0199",
    "search": "panic",
    "url": "https://example.org",
}
# What the visitor types, as pages may repeat it; `anxiety` is what was meant.
TYPED = (
    "panic",
    "anxeity",
    "anxiety",
    "nothing-like-this",
    str(CALM["text"]),
    TOO_LONG,
    *WRITTEN.values(),
)
_MOST_OF_A_KIND = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as somebody saw it, and how they came there."""

    rule: str
    way: str
    status: int
    html: str

    @property
    def page(self) -> Page:
        return Page(self.html)


@dataclass
class Visitor:
    """Somebody who looks at everything."""

    client: FlaskClient
    below: str = "/"
    seen: list[Seen] = field(default_factory=list)
    _visited: set[str] = field(default_factory=set)
    _of_a_kind: dict[str, int] = field(default_factory=dict)
    _queue: deque[tuple[str, str]] = field(default_factory=deque)

    @property
    def _map(self) -> MapAdapter:
        return self.client.application.url_map.bind("localhost")

    def rule_of(self, address: str) -> str:
        """Return the rule of a route, `none` where there is no such route."""
        try:
            rule, _ = self._map.match(urlsplit(address).path, return_rule=True)
        except HTTPException:
            return "none"
        return str(rule.rule)

    def look(self, address: str, way: str) -> str:
        """Look at a page, wherever it leads; return where that is."""
        response = self.client.get(address)
        return self._note(self._follow(response), way)

    def note(self, response: TestResponse, way: str) -> str:
        """Take in the answer to a form, wherever it leads; return where that is."""
        return self._note(self._follow(response), way)

    def _follow(self, response: TestResponse) -> TestResponse:
        for _ in range(5):
            if response.status_code not in {301, 302, 303, 307, 308}:
                break
            if urlsplit(response.location).netloc not in {"", "localhost"}:
                break
            response = self.client.get(response.location)
        return response

    def _note(self, response: TestResponse, way: str) -> str:
        path = response.request.full_path.rstrip("?")
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303}:
            html = response.get_data(as_text=True)
            rule = self.rule_of(path) if response.status_code < 400 else str(response.status_code)
            self.seen.append(Seen(rule, way, response.status_code, html))
        return path

    def wander(self, *starts: str) -> None:
        """Follow every link and send every form, a few of each kind."""
        self._queue.extend((start, start) for start in starts)
        while self._queue:
            address, way = self._queue.popleft()
            if address in self._visited or not self._is_new_enough(address):
                continue
            self._visited.add(address)
            before = len(self.seen)
            at = self.look(address, way)
            for seen in self.seen[before:]:
                self._go_on(seen.page, at)

    def _go_on(self, page: Page, at: str) -> None:
        for href in page.links():
            if href.startswith(self.below) and not href.startswith(NOT_PAGES):
                self._queue.append((href.partition("#")[0], href.partition("#")[0]))
        for form in page.forms():
            self._send(form, at)

    def _is_new_enough(self, address: str) -> bool:
        parts = urlsplit(address)
        names = sorted({pair.partition("=")[0] for pair in parts.query.split("&")})
        kind = f"{self.rule_of(address)} {names}"
        self._of_a_kind[kind] = self._of_a_kind.get(kind, 0) + 1
        return self._of_a_kind[kind] <= _MOST_OF_A_KIND

    def _send(self, form: Form, at: str) -> None:
        """Send a form by each of its buttons, as it stands and with something written in it."""
        action = form.action or at
        is_elsewhere = not action.startswith(self.below)
        if (
            form.method != "post"
            or is_elsewhere
            or re.fullmatch(r"/triage(/\d+)?", urlsplit(action).path)
        ):
            return
        for name, value in form.buttons or [("", "")]:
            kind = f"POST {self.rule_of_post(action)} {name} {sorted(form.sent)}"
            self._of_a_kind[kind] = self._of_a_kind.get(kind, 0) + 1
            if self._of_a_kind[kind] > 2:
                continue
            written = {key: [WRITTEN[kind]] for key, kind in form.written.items()}
            ticked = {key: values[:3] for key, values in form.ticks.items()}
            for sent in (form.sent, {**form.sent, **ticked}, {**form.sent, **written}):
                data = {**sent, **({name: [value]} if name else {})}
                at_last = self.note(self.client.post(action, data=data), f"POST {action} {name}")
                self._queue.append((at_last, f"{at_last} after {action}"))

    def rule_of_post(self, address: str) -> str:
        """Return the rule that takes a form."""
        try:
            rule, _ = self._map.match(urlsplit(address).path, method="POST", return_rule=True)
        except HTTPException:
            return "none"
        return str(rule.rule)


def page_rules(app: Flask) -> Iterator[Rule]:
    """Return every route of the application's map that shows a page to patients."""
    ours = {blueprint.name for blueprint in BLUEPRINTS}
    for rule in app.url_map.iter_rules():
        if rule.endpoint.partition(".")[0] not in ours:
            continue
        is_file = "." in rule.rule.rpartition("/")[2]
        if "GET" in (rule.methods or ()) and not is_file and not rule.rule.startswith(NOT_PAGES):
            yield rule


def addresses(app: Flask) -> Iterator[str]:
    """Return an address of every route whose values are known: none, or the id of a listing."""
    for rule in page_rules(app):
        if rule.arguments <= {"id"}:
            names = LISTINGS if rule.arguments else ("",)
            yield from (rule.rule.replace("<id>", name) for name in names)


def visit_everything(app: Flask, language: str = "en") -> list[Seen]:
    """Return every page that can be seen in a language, each as often as it was come upon."""
    seen: list[Seen] = []
    for name, answers in WALKS.items():
        seen += _walk(_visitor(app, language, below="/triage"), name, answers)
    visitor = _visitor(app, language)
    visitor.wander(*addresses(app), *SEARCHES, *ERRORS)
    visitor.wander(*links_in_mails(app))
    seen += visitor.seen + _keep_and_compare(_visitor(app, language, below="/shortlist"))
    return seen + _ask_for_removal(_visitor(app, language))


def links_in_mails(app: Flask) -> Iterator[str]:
    """Return the addresses of this site that its mails name."""
    for mail in mails_in(app.extensions[f"{EXTENSION}.settings"].instance_path):
        for address in re.findall(r"https?://\S+", text_of(mail)):
            yield urlsplit(address).path


def _visitor(app: Flask, language: str, below: str = "/") -> Visitor:
    client = app.test_client()
    client.set_cookie(COOKIE, language)
    return Visitor(client, below)


def unvisited(app: Flask, seen: list[Seen]) -> set[str]:
    """Return the routes that show a page and were not come upon."""
    return {rule.rule for rule in page_rules(app)} - {one.rule for one in seen}


def _keep_and_compare(visitor: Visitor) -> list[Seen]:
    """Keep some listings, then look at the list and at all that can be done with it."""
    for listing in LISTINGS:
        (form,) = [
            form
            for form in Page(visitor.client.get(f"/providers/{listing}").text).forms()
            if form.action == "/shortlist"
        ]
        visitor.note(visitor.client.post("/shortlist", data={**form.sent, "keep": listing}), "kept")
    visitor.look("/shortlist/print", "a list")
    visitor.look("/shortlist", "a list")
    visitor.client.post("/shortlist/compare", data={"compare": [*LISTINGS[:3]]})
    visitor.look("/shortlist/compare", "three of the list")
    visitor.wander("/shortlist")
    return visitor.seen


def _ask_for_removal(visitor: Visitor) -> list[Seen]:
    """Have a listing removed, first its street and phone, then all of it: so this comes last."""
    instance = visitor.client.application.extensions[f"{EXTENSION}.settings"].instance_path
    for what in ("details", "all"):
        for name, page in asking_for_removal(visitor.client, instance, BY_MAIL, what):
            visitor.note(page, name)
    return visitor.seen


def _walk(visitor: Visitor, name: str, answers: Mapping[str, Given]) -> list[Seen]:
    """Answer all questions, look at each, then at the check and the results and what they offer."""
    way = walk(visitor.client)
    while re.fullmatch(r"/triage/\d+", way.at):
        _ask(visitor, way, name, answers)
    ends = ("/triage/check", "/triage/results", "/triage")
    if name == "calm":
        visitor.wander(*ends)
    else:
        for address in ends:
            visitor.look(address, f"{name}: {address}")
    return visitor.seen


def _ask(visitor: Visitor, way: Walk, name: str, answers: Mapping[str, Given]) -> None:
    at = way.at
    reply = visitor.client.get(at)
    key = hidden_fields(reply.text)["question"]
    visitor.note(reply, f"{name}: {key}")
    if name == "calm":
        visitor.note(way.post(at, {}), f"{name}: {key}, nothing sent")
    way.answer({**CALM, **ALSO, **answers})
    assert way.at != at, f"stuck at {way.asked[-1]}"
