"""What each role of those who run the directory may change, asked of the real pages."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from directory.roles import ROLES, Role, roles_within
from directory.web.access import EXTENSION
from tests.permissions.database import what_changed
from tests.permissions.world import address_for, policy_for, rules, things_of, visitor

_OURS = {"Sec-Fetch-Site": "same-origin"}
# Rooms, and the least role that may change anything there.
LEAST: dict[str, Role] = {
    "/admin/claims": "verifier",
    "/admin/checks": "verifier",
    "/admin/corrections": "verifier",
    "/admin/removals": "verifier",
    "/admin/imports": "editor",
    "/admin/duplicates": "editor",
    "/admin/words": "editor",
    "/admin/weights": "editor",
    "/admin/people": "owner",
}


def changing(app: Flask) -> list[Rule]:
    """Return the routes under /admin that change something."""
    return [
        rule
        for rule in rules(app)
        if rule.rule.startswith("/admin") and (rule.methods or set()) & {"POST", "PUT", "DELETE"}
    ]


@pytest.mark.parametrize("role", ["reader", "verifier", "editor"])
def test_what_is_for_a_higher_role_changes_nothing_for_a_lower_one(app: Flask, role: Role) -> None:
    client, database = visitor(app, role), app.extensions[EXTENSION].database
    above = [rule for rule in changing(app) if policy_for(rule).who not in roles_within(role)]
    assert above
    with what_changed(database) as changed:
        for rule in above:
            for _, arguments in things_of(rule):
                address = address_for(app, rule, arguments)
                answer = client.post(address, data={"role": "owner"}, headers=_OURS)
                assert answer.status_code == 404, (role, rule)
    assert not changed


def test_a_reader_can_change_nothing_at_all(app: Flask) -> None:
    assert {policy_for(rule).who for rule in changing(app)} <= set(ROLES) - {"reader"}


def test_each_room_is_changed_by_those_alone_who_may(app: Flask) -> None:
    for rule in changing(app):
        for start, least in LEAST.items():
            if rule.rule.startswith(start):
                who = policy_for(rule).who
                assert who in ROLES, rule
                assert ROLES.index(who) >= ROLES.index(least), (rule, who)


def test_every_page_of_the_admins_but_those_that_begin_a_change_is_open_to_a_reader(
    app: Flask,
) -> None:
    client = visitor(app, "reader")
    for address in ("/admin/queue", "/admin/people", "/admin/steps", "/admin/audit"):
        page = client.get(address)
        assert page.status_code == 200
        assert 'method="post"' not in page.text.partition("<main")[2], address
