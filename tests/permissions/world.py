"""Two sides that must not see one another: each with a listing, a practice and a claim."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from directory.app import create_app
from directory.config import Settings
from directory.providers.sections import SECTIONS
from directory.web.access import EXTENSION
from directory.web.permissions import policy_of
from directory.web.policies import Policy
from directory.workflows import Directory
from tests.accounts import sign_in
from tests.conftest import NOW
from tests.permissions.oracle import STRANGER
from tests.permissions.sides import CALL, SIDES, THINGS, TOKEN, WEEK, account_of, fill
from tests.prepared import lay_out

SECRET = "a key for tests alone"
# What else an address holds: nothing that is anybody's.
PLAIN = {
    "call": (CALL,),
    "batch": ("no-such-batch",),
    "edition": ("0",),
    "filename": ("no-such-file",),
    "id": ("listing-aaaa",),
    "line": ("rainn",),
    "name": ("concerns",),
    "number": ("1",),
    "own_line": ("county-line",),
    "payer": ("aetna",),
    "person": ("account-reader",),
    "preview": ("1",),
    "row": ("depression-CBT-adult",),
    "section": ("services", "license"),
    "step": ("step-aaaa",),
    "term": ("panic",),
    "token": (TOKEN,),
    "week": (WEEK.isoformat(),),
    "upload": ("no-such-upload",),
    "vocabulary": ("concerns",),
    "which": ("new",),
}
_BY_PASSKEY = frozenset({"long ago", "just now"})
EVERY_SECTION = {**PLAIN, "section": tuple(SECTIONS)}


@contextmanager
def world(folder: Path) -> Iterator[Flask]:
    """Open an application in which both sides have everything that they can have."""
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": SECRET,
        "RATE_LIMIT": "off",
    }
    lay_out(folder)
    app = create_app(Settings.from_environment(environ), clock=lambda: NOW)
    app.config["WTF_CSRF_ENABLED"] = False
    directory: Directory = app.extensions[EXTENSION]
    fill(directory)
    yield app
    directory.close()


def visitor(app: Flask, person: str, standing: str = "just now") -> FlaskClient:
    """Return a browser in which a person is signed in, as well as their standing says."""
    if person == STRANGER:
        return app.test_client()
    verified = NOW - timedelta(hours=1 if standing == "long ago" else 0)
    is_strong = standing != "no second factor"
    return sign_in(app, account_of(person), verified, is_strong, standing in _BY_PASSKEY)


def things_of(
    rule: Rule, kinds: Mapping[str, tuple[str, ...]] = PLAIN
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every combination of things for the arguments of a route, and whose they are."""
    named = sorted(name for name in rule.arguments if name in THINGS)
    plain = sorted(name for name in rule.arguments if name not in THINGS)
    unknown = [name for name in plain if name not in kinds]
    assert not unknown, f"{rule.rule}: tests/permissions/world.py knows no {unknown}"
    for sides in product(SIDES, repeat=len(named)):
        chosen = zip(named, sides, strict=True)
        things = {name: THINGS[name][side] for name, side in chosen}
        for values in product(*(kinds[name] for name in plain)):
            whose = "nothing" if not sides else sides[0] if len({*sides}) == 1 else "mixed"
            yield whose, things | dict(zip(plain, values, strict=True))


def rules(app: Flask) -> list[Rule]:
    """Return every route of an application, in the order of their addresses."""
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))


def address_for(app: Flask, rule: Rule, arguments: Mapping[str, str]) -> str:
    """Return the address of a route with these things in it."""
    typed = {name: int(one) if one.isdecimal() else one for name, one in arguments.items()}
    return app.url_map.bind("localhost").build(rule.endpoint, typed)


def policy_for(rule: Rule) -> Policy:
    """Return the policy of a route, which has to have one."""
    policy = policy_of(rule.endpoint, {})
    assert policy, f"{rule.rule}: add a policy in directory/web/policies"
    return policy


def kind_of(rule: Rule, arguments: Mapping[str, str]) -> tuple[str, bool, bool]:
    """Return what a route says whom it is for; a license is its keeper's own."""
    policy = policy_for(rule)
    is_license = policy.who == "keeper" and arguments.get("section") == "license"
    return ("sole_keeper" if is_license else policy.who, policy.strong, policy.fresh)
