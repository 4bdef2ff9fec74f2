"""Whatever somebody with a role changes through a page is noted in the log, in the same breath."""

from collections.abc import Iterator

from flask import Flask
from werkzeug.datastructures import MultiDict

from directory.web.access import EXTENSION
from tests.permissions.database import Snapshot, what_changed
from tests.permissions.forms import Form, forms_on
from tests.permissions.world import address_for, rules, things_of, visitor

_OURS = {"Sec-Fetch-Site": "same-origin"}
# What changes by itself where somebody walks about.
_BESIDE = frozenset({"account_session", "audit_head", "passkey_challenge", "rate_count"})
# Forms that keep what somebody types or brings until they confirm it, which is noted.
_BEFOREHAND = ("/admin/imports", "/admin/rosters")


def test_what_a_page_of_the_admins_changes_is_noted(app: Flask) -> None:
    snapshot, silent, count = Snapshot(app.extensions[EXTENSION].database), [], 0
    for form in set(_forms(app)):
        snapshot.restore()
        client = visitor(app, "owner")
        with what_changed(snapshot.database) as changed:
            client.post(form.action, data=MultiDict(form.typed), headers=_OURS).close()
        tables = changed.keys() - _BESIDE
        count += bool(tables)
        if tables and "audit_entry" not in tables and not form.action.startswith(_BEFOREHAND):
            silent.append((form.action, sorted(tables)))
    snapshot.restore()
    snapshot.close()
    assert not silent
    assert count > 10, "the forms do something"


def _forms(app: Flask) -> Iterator[Form]:
    """Yield the forms of every page of the admins, with the things of one's own side."""
    client = visitor(app, "owner")
    for rule in rules(app):
        if not rule.rule.startswith("/admin") or "GET" not in (rule.methods or ()):
            continue
        for whose, arguments in things_of(rule):
            if whose in {"own", "nothing"}:
                address = address_for(app, rule, arguments)
                page = client.get(address)
                if page.mimetype == "text/html":
                    yield from forms_on(address, page.text.partition("<main")[2])
                page.close()
