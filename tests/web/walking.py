"""Walking through the questions as a browser without JavaScript would: form by form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Given = str | Sequence[str]
CALM: Mapping[str, Given] = {
    "danger_now": "false",
    "for": "self",
    "age": "34",
    "state": "CA",
    "zip": "94110",
    "text": "panic attacks on the subway",
    "concerns": ["panic", "gad"],
    "concerns[0]": "panic",
    "wants": "both",
    "duration": "3_to_12_months",
    "seeks": "unsure",
    "tried_coping": "not_enough",
    "difficulty": "somewhat",
    "red_flags": "none",
    "formats": ["individual"],
    "delivery": ["video"],
    "coverage.payer": "aetna",
    "on_medication": "false",
}


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.hidden: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        name = facts.get("name")
        if tag not in {"input", "select", "textarea", "button"} or not name:
            return
        if facts.get("type") == "hidden":
            self.hidden[name] = facts.get("value") or ""
        else:
            self.names.add(name)


@dataclass
class Walk:
    """Where a walk has come to, and the questions that were asked on the way."""

    client: FlaskClient
    at: str = "/triage"
    asked: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.client.get(self.at).get_data(as_text=True)

    @property
    def page_key(self) -> str:
        """The key of the question that is open."""
        return hidden_fields(self.text)["question"]

    def begin(self) -> "Walk":
        self.at = self.post("/triage", {}).location
        return self

    def post(self, address: str, answers: Mapping[str, Given]) -> TestResponse:
        hidden = hidden_fields(self.client.get(self.at).get_data(as_text=True))
        return self.client.post(address, data={**hidden, **answers})

    def answer(self, answers: Mapping[str, Given]) -> "Walk":
        """Answer the question that is open, with what these answers say about it."""
        form = _read(self.text)
        self.asked.append(form.hidden["question"])
        given = {name: answer_to(name, answers) for name in form.names}
        response = self.post(self.at, {name: a for name, a in given.items() if a})
        assert response.status_code == 303
        self.at = response.location
        return self

    def to_the_end(self, **answers: Given) -> "Walk":
        """Answer question by question until no more are asked."""
        while re.fullmatch(r"/triage/\d+", self.at):
            before = self.at
            self.answer({**CALM, **answers})
            assert self.at != before, f"stuck at {self.asked[-1]}"
        return self


def answer_to(name: str, answers: Mapping[str, Given]) -> Given:
    return answers.get(name, "0" if name.startswith("instruments.") else "")


def values_of(name: str, answers: Mapping[str, Given]) -> list[str]:
    """Return what is to be chosen or written for a name, one value or several."""
    given = answer_to(name, answers)
    return [value for value in ([given] if isinstance(given, str) else given) if value]


def hidden_fields(page: str) -> dict[str, str]:
    return _read(page).hidden


def _read(page: str) -> _Form:
    form = _Form()
    form.feed(page)
    return form


def walk(client: FlaskClient) -> Walk:
    return Walk(client).begin()
