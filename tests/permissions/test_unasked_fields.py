"""Forms take no field that they do not show: what else is sent along changes nothing.

Every form on every page of those who have an account is found, filled in and sent twice from the
same state: as it is, and with every field of a listing and of an account beside it. The database
has to be the same afterwards.
"""

import itertools
import secrets
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from directory.providers import Provider
from directory.web.access import EXTENSION
from directory.web.policies import POLICIES
from directory.workflows.keeping.keep_links import SAYINGS, KeepLink, write_link
from tests.conftest import NOW
from tests.factories import make_npi
from tests.permissions.database import Rows, Snapshot, differences, dump
from tests.permissions.forms import Form, forms_on, links_on
from tests.permissions.oracle import STRANGER
from tests.permissions.sides import account_of
from tests.permissions.world import (
    EVERY_SECTION,
    SECRET,
    address_for,
    policy_for,
    rules,
    things_of,
    visitor,
)

_OURS = {"Sec-Fetch-Site": "same-origin"}
# Who comes to the pages and forms of a kind.
_WHO = {
    "anyone": STRANGER,
    "account": "keeper",
    "keeper": "keeper",
    "sole_keeper": "keeper",
    "passkey_owner": "keeper",
    "practice_manager": "manager",
    "claimant": "claimant",
    "reader": "reader",
    "verifier": "verifier",
    "editor": "editor",
    "owner": "owner",
}
UNASKED = {
    **dict.fromkeys(Provider.model_fields, "1"),
    "id": "listing-zzzz",
    "name": "Mallory Moss",
    "npi": make_npi(77),
    "license": "psychiatrist",
    "licenses": '[{"license": "psychiatrist", "title": "MD", "state": "CA", "status": "active"}]',
    "licenses-0-status": "active",
    "licenses-0-verified_at": "2026-11-22",
    "licenses-0-license": "psychiatrist",
    "modalities-0-verified_at": "2026-11-22",
    "verified_at": "2026-11-22",
    "status": "approved",
    "state": "approved",
    "claimed": "true",
    "published": "true",
    "demo": "true",
    "confirmed": '{"payers": "2026-11-22"}',
    "email": "mallory@evil.example",
    "is_admin": "true",
    "role": "owner",
    "admin": "true",
    "account_id": "account-bystander",
    "user_id": "account-bystander",
    "provider_id": "listing-bbbb",
    "listing": "listing-bbbb",
    "practice": "practice-bbbb",
    "practice_id": "practice-bbbb",
    "kind": "manager",
    "author": "admin",
    "confirmed_at": "2026-11-22",
    "tf_primary_method": "authenticator",
    "tf_totp_secret": "x",
    "second_factor": "true",
    "roles": "admin",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A form, and who found it."""

    person: str
    endpoint: str
    form: Form


def test_what_no_form_shows_changes_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(_forms(app))
    snapshot = Snapshot(app.extensions[EXTENSION].database)
    changed = []
    for one in found:
        more = tuple(_unasked(one.form))
        plain = _after(app, snapshot, one, (), monkeypatch)
        laden = _after(app, snapshot, one, more, monkeypatch)
        if more_changed := differences(plain, laden):
            changed.append((one.endpoint, one.form.action, more_changed))
    snapshot.restore()
    snapshot.close()
    assert not changed


def _unasked(form: Form) -> Iterator[tuple[str, str]]:
    """Yield what a form does not show; a field of a row only beside others of that row."""
    for name, value in UNASKED.items():
        row, dash, _ = name.rpartition("-")
        is_odd = dash and not any(shown.startswith(f"{row}-") for shown in form.shown)
        if name not in form.shown and not is_odd:
            yield name, value


def _after(
    app: Flask,
    snapshot: Snapshot,
    one: Found,
    more: tuple[tuple[str, str], ...],
    monkeypatch: pytest.MonkeyPatch,
) -> Rows:
    """Send a form with more fields beside its own, and return what then stands in the database."""
    snapshot.restore()
    numbers = itertools.count()
    with monkeypatch.context() as patch:
        for name in ("token_hex", "token_urlsafe"):
            patch.setattr(secrets, name, lambda _length=0: f"{next(numbers):043}")
        patch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=next(numbers)))
        client = visitor(app, one.person)
        data: dict[str, list[str]] = {}
        for name, value in one.form.typed + more:
            data.setdefault(name, []).append(value)
        client.post(one.form.action, data=data, headers=_OURS).close()
    return dump(snapshot.database, masked=True)


def _forms(app: Flask) -> Iterator[Found]:
    """Yield every form of every page that is not for patients, once.

    A route whose form no page shows just now comes with an empty one.
    """
    seen = set()
    for person, address, html in _pages(app):
        for form in forms_on(address, html):
            endpoint = _endpoint(app, form.action, "POST")
            if endpoint in POLICIES and (person, form) not in seen:
                seen.add((person, form))
                yield Found(person, endpoint, form)
    found = {_endpoint(app, form.action, "POST") for _, form in seen}
    for rule in rules(app):
        if rule.endpoint not in found:
            for address in _addresses(app, rule, "POST"):
                yield Found(_WHO[policy_for(rule).who], rule.endpoint, Form(address))


def _pages(app: Flask) -> Iterator[tuple[str, str, str]]:
    """Yield who sees which page: each by its address, and where a link leads that asks for more."""
    browsers = {person: visitor(app, person) for person in set(_WHO.values())}
    waiting = [
        (_WHO[policy_for(rule).who], one) for rule in rules(app) for one in _addresses(app, rule)
    ]
    seen = set(waiting)
    for person, address in waiting:
        page = browsers[person].get(address)
        if page.mimetype == "text/html":
            yield person, address, page.text
            links = {(person, link) for link in links_on(address, page.text)} - seen
            led = sorted(one for one in links if _endpoint(app, one[1], "GET") in POLICIES)
            seen.update(led)
            waiting.extend(led)
        page.close()


def _addresses(app: Flask, rule: Rule, method: str = "GET") -> Iterator[str]:
    """Yield the addresses of a private route, with the things of one's own side."""
    if method not in (rule.methods or ()) or rule.endpoint not in POLICIES:
        return
    for whose, arguments in things_of(rule, EVERY_SECTION):
        if whose in {"own", "nothing"}:
            yield address_for(app, rule, arguments)
    if rule.endpoint == "keep.show":
        for saying in SAYINGS:
            link = KeepLink("listing-aaaa", account_of("keeper"), saying, NOW.date())
            yield f"/keep/{write_link(link, SECRET)}"


def _endpoint(app: Flask, address: str, method: str) -> str:
    path = address.partition("?")[0]
    try:
        return str(app.url_map.bind("localhost").match(path, method=method)[0])
    except HTTPException:
        return ""
