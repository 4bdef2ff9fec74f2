"""What the real pages answer: nothing tells a foreign thing from a missing one, and reading is
only reading."""

import re
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from directory.web.access import EXTENSION
from tests.permissions.database import what_changed
from tests.permissions.oracle import PEOPLE, STRANGER, expected
from tests.permissions.world import address_for, kind_of, rules, things_of, visitor

_TOKEN = re.compile(r'name="csrf_token" value="[^"]+"')
_OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("person", [STRANGER, *PEOPLE])
def test_a_foreign_thing_and_a_missing_one_are_answered_alike(app: Flask, person: str) -> None:
    client = visitor(app, person)
    for rule in rules(app):
        told: dict[tuple[str, str], set[object]] = {}
        for whose, arguments in things_of(rule):
            wanted = expected(kind_of(rule, arguments), person, "just now", whose)
            if wanted not in {"not found", "sign-in"}:
                continue
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                address = address_for(app, rule, arguments)
                answer = client.open(address, method=method, headers=_OURS)
                key = (method, arguments.get("section", ""))
                told.setdefault(key, set()).add(_told(answer))
        for which, answers in told.items():
            assert len(answers) == 1, (rule.rule, which)


@pytest.mark.parametrize("person", ["keeper", "manager", "claimant", "bystander", "owner"])
def test_reading_a_page_changes_nothing_in_the_database(app: Flask, person: str) -> None:
    client = visitor(app, person)
    database = app.extensions[EXTENSION].database
    for rule in rules(app):
        if "GET" not in (rule.methods or ()):
            continue
        for whose, arguments in things_of(rule):
            if whose in {"own", "nothing"}:
                with what_changed(database) as changed:
                    client.get(address_for(app, rule, arguments)).close()
                assert not changed, (rule.rule, changed)


def _told(answer: TestResponse) -> object:
    """Return all that an answer tells, but for what stands in the address that was asked for."""
    path = answer.request.path
    text = _TOKEN.sub("", answer.text).replace(path, "PATH").replace(quote(path, safe=""), "PATH")
    location = answer.headers.get("Location", "").replace(quote(path, safe=""), "PATH")
    headers = {k: v for k, v in answer.headers.items() if k not in {"Set-Cookie", "Location"}}
    return answer.status_code, text, location, tuple(sorted(headers.items()))
