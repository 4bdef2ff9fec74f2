"""The gate before every route: it asks what the policies say, and answers whoever is kept out."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from urllib.parse import urlencode

from flask import Flask, redirect, request
from flask_wtf.csrf import CSRFError
from sqlmodel import Session
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.web.access import current_directory
from directory.web.account.configuration import FRESH_FOR
from directory.web.account.current import SignedIn, current_account
from directory.web.errors import http_error
from directory.web.held_form import held_form, is_from_our_page
from directory.web.permissions import Decision, Visitor, decide, policy_of
from directory.web.policies import Who
from directory.workflows.claims.claim_rights import is_claimant
from directory.workflows.keeping.keeping import (
    is_change_of,
    is_invitation_of,
    joined,
    keeps,
    manages,
    may_keep,
    owns_passkey,
)

_WAYS_IN: Mapping[Decision, str] = {
    "sign_in": "/account/sign-in",
    "strengthen": "/account/security",
    "use_passkey": "/account/security/passkey",
    "refresh": "/account/verify",
}
_Question = Callable[[Session, str, str], bool]
# What each of these is: the argument of the address that names the thing, and what to ask of it
# and of the account.
_ROLES: Mapping[Who, tuple[str, _Question]] = {
    "keeper": ("listing", may_keep),
    "sole_keeper": ("listing", keeps),
    "practice_manager": ("practice", manages),
    "passkey_owner": ("passkey", owns_passkey),
    "claimant": ("claim", is_claimant),
}
# What else an address names has to belong to the first thing.
_PARTS: Mapping[tuple[str, str], _Question] = {
    ("practice", "listing"): joined,
    ("practice", "invitation"): is_invitation_of,
    ("listing", "change"): is_change_of,
}
# Arguments that name nothing that is anybody's own.
PLAIN = frozenset({"section", "fact", "token", "upload", "batch", "which"})


def init_app(app: Flask) -> None:
    """Ask at every request, before anything else is done with it."""
    app.before_request(_ask)
    app.register_error_handler(CSRFError, _token_grown_old)


def asking_account() -> SignedIn:
    """Return the account that asks for a page which the gate opens to accounts alone."""
    account = current_account()
    if account is None:
        raise NotFound("there is no such page")
    return account


def _ask() -> Response | str | tuple[str, int] | None:
    """Let a request through, or answer it."""
    if request.endpoint is None:
        return None  # there is no such address, as the answer will say
    arguments = request.view_args or {}
    policy = policy_of(request.endpoint, arguments)
    if policy is not None and policy.who == "anyone":
        return None
    account = current_account()
    relation = _relation(policy.who, account, arguments) if policy and account else frozenset()
    decision = decide(policy, _visitor(account), relation)
    return None if decision == "allow" else _answer(decision)


def _answer(decision: Decision) -> Response | tuple[str, int]:
    if decision == "not_found":
        raise NotFound("there is no such page")
    way_in = _WAYS_IN[decision]
    if request.method not in {"GET", "HEAD"} and is_from_our_page():
        # What a room says of something too large is for those who may come in.
        with suppress(RequestEntityTooLarge):
            return held_form(decision, way_in), 403
    address = request.full_path.rstrip("?") if request.method == "GET" else "/my/listing"
    return redirect(f"{way_in}?{urlencode({'next': address})}", 303)


def _token_grown_old(error: CSRFError) -> Response | tuple[str, int]:
    """Show a private form again whose token is of an earlier session; nothing typed is lost."""
    policy = policy_of(request.endpoint or "", request.view_args or {})
    if policy and policy.who != "anyone" and is_from_our_page():
        return held_form("again", ""), 400
    return http_error(error)


def _visitor(account: SignedIn | None) -> Visitor | None:
    if account is None:
        return None
    age = current_directory().clock() - account.verified_at
    return Visitor(account.role, account.has_second_factor, account.by_passkey, age < FRESH_FOR)


def _relation(who: Who, account: SignedIn, arguments: Mapping[str, object]) -> frozenset[Who]:
    """Return what an account is to the things that an address names, as far as that is asked."""
    if who not in _ROLES:
        return frozenset()
    first, question = _ROLES[who]
    named = {name: str(value) for name, value in arguments.items() if name not in PLAIN}
    thing = named.pop(first, None)
    if thing is None:
        return frozenset()
    with current_directory().database.reading() as session:
        is_so = question(session, account.id, thing) and all(
            (first, name) in _PARTS and _PARTS[first, name](session, thing, part)
            for name, part in named.items()
        )
    return frozenset({who}) if is_so else frozenset()
