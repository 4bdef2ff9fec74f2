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
from directory.storage import Keepers, Practices, Providers
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.prepare import initialise
from tests.conftest import NOW
from tests.factories import make_npi, make_provider
from tests.permissions.oracle import STRANGER

SIDES = {"own": "aaaa", "foreign": "bbbb", "missing": "zzzz"}
# The things that an address names, by the name of the argument.
THINGS = {"listing": "listing-{}", "practice": "practice-{}"}
# What else an address holds: nothing that is anybody's.
PLAIN = {
    "filename": ("no-such-file",),
    "id": ("listing-aaaa",),
    "name": ("concerns",),
    "number": ("1",),
    "section": ("services", "license"),
    "token": ("x" * 43,),
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
        Keepers(session).add(listing, account_of(f"{other}keeper"), NOW)
        Practices(session).add(practice, f"House {name}", NOW)
        Practices(session).add_manager(practice, account_of(f"{other}manager"), NOW)
        Practices(session).join(practice, listing, NOW)


def account_of(person: str) -> str:
    """Return the id of a person's account."""
    return f"account-{person.replace(' ', '-')}"


def visitor(app: Flask, person: str, standing: str) -> FlaskClient:
    """Return a browser in which a person is signed in, as well as their standing says."""
    client = app.test_client()
    if person != STRANGER:
        with client.session_transaction() as session:
            verified = NOW - timedelta(hours=1 if standing == "long ago" else 0)
            session["stand_in"] = {
                "id": account_of(person),
                "email": f"{account_of(person)}@example.org",
                "is_admin": person == "admin",
                "has_second_factor": standing != "no second factor",
                "verified_at": verified.isoformat(),
            }
    return client


def things_of(rule: Rule) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every combination of things for the arguments of a route, and whose they are."""
    named = sorted(name for name in rule.arguments if name in THINGS)
    plain = sorted(name for name in rule.arguments if name not in THINGS)
    unknown = [name for name in plain if name not in PLAIN]
    assert not unknown, f"{rule.rule}: tests/permissions/world.py knows no {unknown}"
    for sides in product(SIDES, repeat=len(named)):
        chosen = zip(named, sides, strict=True)
        things = {name: THINGS[name].format(SIDES[side]) for name, side in chosen}
        for values in product(*(PLAIN[name] for name in plain)):
            whose = "nothing" if not sides else sides[0] if len({*sides}) == 1 else "mixed"
            yield whose, things | dict(zip(plain, values, strict=True))
