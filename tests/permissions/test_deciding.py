"""The pure function that decides, case by case."""

import pytest

from directory.web.permissions import Decision, Visitor, decide, policy_of
from directory.web.policies import Policy

NOBODY = frozenset[str]()
SURE = Visitor(role=None, is_strong=True, by_passkey=True, is_fresh=True)
EDITOR = Visitor(role="editor", is_strong=True, by_passkey=True, is_fresh=True)
WEAK = Visitor(role=None, is_strong=False, by_passkey=False, is_fresh=True)
STALE = Visitor(role=None, is_strong=True, by_passkey=True, is_fresh=False)
BY_AN_APP = Visitor(role="owner", is_strong=True, by_passkey=False, is_fresh=True)
KEEPER = frozenset({"keeper"})


@pytest.mark.parametrize(
    ("policy", "visitor", "relation", "decision"),
    [
        (None, EDITOR, KEEPER, "not_found"),
        (Policy("anyone"), None, NOBODY, "allow"),
        (Policy("account"), None, NOBODY, "sign_in"),
        (Policy("account"), WEAK, NOBODY, "allow"),
        (Policy("keeper", strong=True), None, NOBODY, "sign_in"),
        (Policy("keeper", strong=True), SURE, NOBODY, "not_found"),
        (Policy("keeper", strong=True), WEAK, NOBODY, "not_found"),
        (Policy("keeper", strong=True), WEAK, KEEPER, "strengthen"),
        (Policy("keeper", strong=True), STALE, KEEPER, "allow"),
        (Policy("keeper", strong=True, fresh=True), STALE, KEEPER, "refresh"),
        (Policy("keeper", strong=True, fresh=True), SURE, KEEPER, "allow"),
        (Policy("keeper"), EDITOR, NOBODY, "not_found"),
        (Policy("reader", strong=True), SURE, KEEPER, "not_found"),
        (Policy("reader", strong=True), EDITOR, NOBODY, "allow"),
        (Policy("editor", strong=True), EDITOR, NOBODY, "allow"),
        (Policy("owner", strong=True), EDITOR, NOBODY, "not_found"),
        (Policy("reader", strong=True), BY_AN_APP, NOBODY, "use_passkey"),
        (Policy("owner", strong=True, fresh=True), BY_AN_APP, NOBODY, "use_passkey"),
        (Policy("keeper", strong=True), BY_AN_APP, KEEPER, "allow"),
    ],
)
def test_a_request_is_decided(
    policy: Policy | None, visitor: Visitor | None, relation: frozenset, decision: Decision
) -> None:
    assert decide(policy, visitor, relation) == decision


def test_what_nobody_named_has_no_policy() -> None:
    assert policy_of("unheard_of.page", {}) is None
    assert policy_of("front.home", {}) == Policy("anyone")
