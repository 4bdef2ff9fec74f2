"""Every route, method, person, standing and thing: each combination is decided, and as it should.

The routes are found in the application. A new one needs a line in directory/web/policies; if
its address holds an argument of a new name, tests/permissions/world.py has to know it, too.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from directory.roles import ROLES
from directory.web.permissions import PUBLIC, policy_of
from directory.web.policies import POLICIES
from tests.permissions.conftest import REACHED
from tests.permissions.oracle import PEOPLE, STANDINGS, STRANGER, expected
from tests.permissions.world import address_for, kind_of, policy_for, rules, things_of, visitor

_VISITORS = [(STRANGER, "just now"), *((who, how) for who in PEOPLE for how in STANDINGS)]
# With an app instead of a passkey, whoever has no role stands like anybody else.
_VISITORS = [one for one in _VISITORS if one[1] != "by an app" or one[0] in {*ROLES, "keeper"}]
_WAYS_IN = {"/account/sign-in": "sign-in", "/account/security": "security"}
_WAYS_IN |= {"/account/verify": "verify", "/account/security/passkey": "passkey"}
# Who says less about a listing, or that all is still true, or leaves, needs no second factor.
SAYING_LESS = frozenset(
    {
        "freshness.confirmed",
        "freshness.paused",
        "membership.leave_listing",
        "task_list.off",
    }
)


def methods(rule: Rule) -> Iterator[str]:
    yield from sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def test_every_route_is_named_in_the_policies_or_in_a_public_room(bare: Flask) -> None:
    unnamed = {rule.endpoint for rule in rules(bare) if policy_of(rule.endpoint, {}) is None}
    assert not unnamed, "add a policy for these in directory/web/policies"


def test_every_policy_is_of_a_route_and_every_public_room_exists(bare: Flask) -> None:
    endpoints = {rule.endpoint for rule in rules(bare)}
    assert set(POLICIES) <= endpoints
    assert {endpoint.partition(".")[0] for endpoint in endpoints} >= PUBLIC


@pytest.mark.parametrize(("person", "standing"), _VISITORS)
def test_every_route_lets_in_whom_it_should_to_what_it_should(
    bare: Flask, person: str, standing: str
) -> None:
    client = visitor(bare, person, standing)
    wrong = []
    for rule in rules(bare):
        for whose, arguments in things_of(rule):
            for method in methods(rule):
                got = _answer_to(client, method, address_for(bare, rule, arguments))
                wanted = expected(kind_of(rule, arguments), person, standing, whose)
                if got != wanted:
                    wrong.append(f"{method} {rule.rule} {whose}: {got}, not {wanted}")
    assert not wrong


def test_a_route_that_nobody_named_is_as_good_as_absent(bare: Flask) -> None:
    rule = Rule("/my/forgotten-by-its-maker", endpoint="forgotten.page", methods=["GET"])
    bare.url_map.add(rule)
    try:
        for person in (STRANGER, "keeper", "owner"):
            client = visitor(bare, person, "just now")
            assert client.get("/my/forgotten-by-its-maker").status_code == 404
    finally:
        bare.url_map._rules.remove(rule)
        bare.url_map._rules_by_endpoint.pop("forgotten.page")


def test_what_is_under_my_and_admin_is_open_to_nobody_at_large(bare: Flask) -> None:
    for rule in rules(bare):
        if f"{rule.rule}/".startswith(("/my/", "/claim/", "/admin/")):
            assert policy_for(rule).who != "anyone", rule
        if f"{rule.rule}/".startswith("/admin/"):
            assert policy_for(rule).who in ROLES, rule
            assert policy_for(rule).strong, rule
        if f"{rule.rule}/".startswith("/admin/") and "POST" in (rule.methods or ()):
            assert policy_for(rule).who != "reader", rule
            assert policy_for(rule).fresh, rule


def test_whose_address_names_a_thing_is_for_those_whose_it_is(bare: Flask) -> None:
    owners = {
        "/my/listing/<listing>": {"keeper", "sole_keeper"},
        "/my/practice/<practice>": {"practice_manager"},
        "/claims/<claim>": {"claimant"},
        "/account/security/passkeys/<passkey>": {"passkey_owner"},
    }
    for rule in rules(bare):
        for start, kinds in owners.items():
            if rule.rule.startswith(start):
                assert policy_for(rule).who in kinds, rule


def test_nothing_is_changed_without_a_second_factor_but_by_saying_less(bare: Flask) -> None:
    changing = [
        rule
        for rule in rules(bare)
        if "POST" in (rule.methods or ()) and rule.rule.startswith(("/my/", "/admin"))
    ]
    assert {rule.endpoint for rule in changing if not policy_for(rule).strong} <= SAYING_LESS


def _answer_to(client: FlaskClient, method: str, address: str) -> str:
    answer = client.open(address, method=method, headers={"Sec-Fetch-Site": "same-origin"})
    if answer.status_code == 303:
        return _WAYS_IN[answer.headers["Location"].partition("?")[0]]
    if answer.status_code == 403:
        return _way_in_of_held_form(answer)
    if answer.status_code == 404:
        return "not found"
    assert answer.text == REACHED, (method, address, answer.status)
    return "view"


def _way_in_of_held_form(answer: TestResponse) -> str:
    return next(name for way, name in _WAYS_IN.items() if f'href="{way}" target' in answer.text)
