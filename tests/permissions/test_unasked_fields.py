"""Forms take no field that they do not show: what else is sent along changes nothing.

Every form on every page of those who have an account is found, filled in and sent twice from the
same state: as it is, and with every field of a listing and of an account beside it. The database
has to be the same afterwards.
"""

import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from directory.providers import Provider
from directory.web.access import EXTENSION
from directory.web.permissions import POLICIES
from tests.factories import make_npi
from tests.permissions.database import Rows, Snapshot, differences, dump
from tests.permissions.forms import Form, forms_on
from tests.permissions.oracle import STRANGER
from tests.permissions.world import address_for, policy_for, rules, things_of, visitor

_OURS = {"Sec-Fetch-Site": "same-origin"}
# Who comes to the pages and forms of a kind.
_WHO = {
    "anyone": STRANGER,
    "account": "keeper",
    "keeper": "keeper",
    "sole_keeper": "keeper",
    "practice_manager": "manager",
    "claimant": "claimant",
    "admin": "admin",
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
        more = tuple((k, v) for k, v in UNASKED.items() if k not in one.form.shown)
        plain = _after(app, snapshot, one, (), monkeypatch)
        laden = _after(app, snapshot, one, more, monkeypatch)
        if more_changed := differences(plain, laden):
            changed.append((one.endpoint, one.form.action, more_changed))
    snapshot.restore()
    snapshot.close()
    assert not changed


def test_every_form_of_those_with_an_account_is_found_on_a_page(app: Flask) -> None:
    found = {one.endpoint for one in _forms(app)}
    missing = {
        rule.endpoint
        for rule in rules(app)
        if "POST" in (rule.methods or ()) and rule.endpoint in POLICIES
    } - found
    assert not missing - SELDOM


# Forms that stand on pages to which only a link in a mail leads, or a step before.
SELDOM = frozenset(
    {
        "account.confirm_email",
        "account.reset_password",
    }
)


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
        client = visitor(app, one.person)
        data: dict[str, list[str]] = {}
        for name, value in one.form.typed + more:
            data.setdefault(name, []).append(value)
        client.post(one.form.action, data=data, headers=_OURS).close()
    return dump(snapshot.database, masked=True)


def _forms(app: Flask) -> Iterator[Found]:
    """Yield every form of every page that is not for patients, once."""
    seen = set()
    for rule in rules(app):
        if "GET" not in (rule.methods or ()) or rule.endpoint not in POLICIES:
            continue
        person = _WHO[policy_for(rule).who]
        for address in _addresses(app, rule):
            page = visitor(app, person).get(address)
            if page.mimetype != "text/html":
                page.close()
                continue
            for form in forms_on(address, page.text):
                endpoint = _endpoint(app, form.action)
                key = (person, endpoint, form)
                if endpoint in POLICIES and key not in seen:
                    seen.add(key)
                    yield Found(person, endpoint, form)


def _addresses(app: Flask, rule: Rule) -> Iterator[str]:
    for whose, arguments in things_of(rule):
        if whose in {"own", "nothing"}:
            yield address_for(app, rule, arguments)


def _endpoint(app: Flask, action: str) -> str:
    path = action.partition("?")[0]
    try:
        return str(app.url_map.bind("localhost").match(path, method="POST")[0])
    except HTTPException:
        return ""
