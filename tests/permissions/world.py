"""Two sides that must not see one another: each with a listing, a practice and a claim."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from directory.app import create_app
from directory.config import Settings
from directory.providers.claims import Claim
from directory.providers.corrections import Correction
from directory.providers.history import Author
from directory.providers.photo import Photo
from directory.providers.removals import Removal
from directory.storage import (
    Claims,
    Corrections,
    Keepers,
    Photos,
    PracticeInvitation,
    PracticeInvitations,
    Practices,
    Providers,
    Removals,
)
from directory.web.access import EXTENSION
from directory.web.permissions import Policy, policy_of
from directory.workflows import Directory
from directory.workflows.invite_to_practice import place_of
from directory.workflows.listing_changes import record_change
from directory.workflows.prepare import initialise
from tests.accounts import sign_in, store_account
from tests.conftest import NOW
from tests.factories import make_npi, make_provider
from tests.permissions.oracle import PEOPLE, STRANGER

# Of an invitation into the own practice, which anybody may answer who has it.
TOKEN = "x" * 43
SIDES = {"own": "aaaa", "foreign": "bbbb", "missing": "zzzz"}
# The things that an address names, by the name of the argument.
THINGS = {
    name: {side: f"{name}-{ending}" for side, ending in SIDES.items()}
    for name in ("listing", "practice", "invitation", "claim", "removal", "correction")
} | {"change": {"own": "1", "foreign": "2", "missing": "9"}}
# What else an address holds: nothing that is anybody's.
PLAIN = {
    "filename": ("no-such-file",),
    "id": ("listing-aaaa",),
    "name": ("concerns",),
    "number": ("1",),
    "passkey": ("ab12",),
    "section": ("services", "license"),
    "token": (TOKEN,),
}


@contextmanager
def world(folder: Path) -> Iterator[Flask]:
    """Open an application in which both sides have everything that they can have."""
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
        "RATE_LIMIT": "off",
    }
    app = create_app(Settings.from_environment(environ), clock=lambda: NOW)
    app.config["WTF_CSRF_ENABLED"] = False
    directory: Directory = app.extensions[EXTENSION]
    initialise(directory)
    with directory.database.writing() as session:
        for person in PEOPLE:
            store_account(session, account_of(person), address_of(person), person == "admin")
    for number, side in enumerate(("own", "foreign")):
        _fill(directory, number, side)
    yield app
    directory.close()


def _fill(directory: Directory, number: int, side: str) -> None:
    name, other = SIDES[side], "" if side == "own" else "other "
    listing, practice = f"listing-{name}", f"practice-{name}"
    with directory.database.writing() as session:
        at = {"id": practice, "name": f"House {name}"}
        listed = make_provider(id=listing, npi=make_npi(number), practice=at)
        Providers(session).save(listed)
        Photos(session).put(listing, Photo(b"large", b"small"), NOW)
        Keepers(session).add(listing, account_of(f"{other}keeper"), NOW)
        changed = listed.model_copy(update={"bio": "Earlier words."})
        author = Author("provider", account_of(f"{other}keeper"))
        record_change(session, changed, listed, author, NOW)
        practices = Practices(session)
        practices.add(practice, f"House {name}", NOW)
        practices.add_manager(practice, account_of(f"{other}manager"), NOW)
        practices.join(practice, listing, NOW)
        ends, id = NOW + timedelta(days=9), f"invitation-{name}"
        invitation = PracticeInvitation(id, practice, "listing", "a@example.org", None, ends)
        PracticeInvitations(session).put(invitation)
        claimant = account_of(f"{other}claimant")
        claim = Claim(f"claim-{name}", listing, claimant, NOW, "by_hand", "", "asked", NOW)
        Claims(session).save(claim)
        keeper = account_of(f"{other}keeper")
        Corrections(session).save(Correction(f"correction-{name}", listing, keeper, NOW, "Ann"))
        Removals(session).save(Removal(f"removal-{name}", listing, NOW, "details", "wrong"))
        if side == "own":
            open_to_all = replace(invitation, id=place_of(TOKEN), email="b@example.org")
            PracticeInvitations(session).put(open_to_all)


def account_of(person: str) -> str:
    """Return the id of a person's account."""
    return f"account-{person.replace(' ', '-')}"


def address_of(person: str) -> str:
    """Return the mail address of a person."""
    return f"{person.replace(' ', '-')}@example.org"


def visitor(app: Flask, person: str, standing: str = "just now") -> FlaskClient:
    """Return a browser in which a person is signed in, as well as their standing says."""
    if person == STRANGER:
        return app.test_client()
    verified = NOW - timedelta(hours=1 if standing == "long ago" else 0)
    return sign_in(app, account_of(person), verified, standing != "no second factor")


def things_of(rule: Rule) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every combination of things for the arguments of a route, and whose they are."""
    named = sorted(name for name in rule.arguments if name in THINGS)
    plain = sorted(name for name in rule.arguments if name not in THINGS)
    unknown = [name for name in plain if name not in PLAIN]
    assert not unknown, f"{rule.rule}: tests/permissions/world.py knows no {unknown}"
    for sides in product(SIDES, repeat=len(named)):
        chosen = zip(named, sides, strict=True)
        things = {name: THINGS[name][side] for name, side in chosen}
        for values in product(*(PLAIN[name] for name in plain)):
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
    assert policy, f"{rule.rule}: add a policy in directory/web/permissions.py"
    return policy


def kind_of(rule: Rule, arguments: Mapping[str, str]) -> tuple[str, bool, bool]:
    """Return what a route says whom it is for; a license is its keeper's own."""
    policy = policy_for(rule)
    is_license = policy.who == "keeper" and arguments.get("section") == "license"
    return ("sole_keeper" if is_license else policy.who, policy.strong, policy.fresh)
