"""`python -m benchmarks.enumeration`: whether time tells which addresses have an account.

Each form is sent 1,000 times with the address of an account and 1,000 times with one that nobody
has, in turns, through the whole application with a database of its own.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from flask import Flask
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.web.access import EXTENSION
from directory.web.account.security import current_store
from directory.workflows import Directory
from directory.workflows.prepare import initialise

GOAL_MS = 5.0
TRIES = 1_000
# What is sent beside the address.
FORMS = {
    "sign-in": {"password": "a wrong password here"},
    "sign-up": {"password": "a good long password"},
    "forgotten": {},
    "confirm": {},
}
_KNOWN = "known.person@practice.example"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Medians:
    """How long a form takes in the middle, in milliseconds."""

    known: float
    unknown: float

    @property
    def difference(self) -> float:
        """Return by how much an account takes longer."""
        return self.known - self.unknown


def compare(app: Flask, form: str, tries: int) -> Medians:
    """Send a form with both kinds of addresses, each pair in an order drawn by lot."""
    draw, browser = Random(form), app.test_client()
    found = _TOKEN.search(browser.get(f"/account/{form}").text)
    if found is None:
        raise SystemExit(f"/account/{form} shows no form")
    typed = {"csrf_token": found[1], **FORMS[form]}
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for number in range(tries):
        for is_known in draw.sample((True, False), 2):
            email = _KNOWN if is_known else f"{form}.{number}@nobody.example"
            seconds[is_known].append(_seconds(browser, form, {**typed, "email": email}))
    return Medians(median(seconds[True]) * 1000, median(seconds[False]) * 1000)


def _seconds(browser: FlaskClient, form: str, typed: dict[str, str]) -> float:
    began = perf_counter()
    answer = browser.post(f"/account/{form}", data=typed)
    took = perf_counter() - began
    if answer.status_code != (422 if form == "sign-in" else 303):
        raise SystemExit(f"/account/{form} answered with {answer.status_code}")
    return took


@contextmanager
def site(folder: Path) -> Iterator[Flask]:
    """Open an application with one account, whose mails fall into a folder."""
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for this measurement alone",
        "RATE_LIMIT": "off",
    }
    app = create_app(Settings.from_environment(environ))
    directory: Directory = app.extensions[EXTENSION]
    initialise(directory)
    _begin_account(app)
    yield app
    directory.close()


def _begin_account(app: Flask) -> None:
    browser = app.test_client()
    found = _TOKEN.search(browser.get("/account/sign-up").text)
    token = found[1] if found else ""
    typed = {"csrf_token": token, "email": _KNOWN, **FORMS["sign-up"]}
    browser.post("/account/sign-up", data=typed)
    with app.app_context():
        store = current_store()
        person = store.find_user(email=_KNOWN)
        if person is None:
            raise SystemExit("no account could be begun")
        person.confirmed_at = store.now()
        store.put(person)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the medians; return 1 where a difference is above the goal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.enumeration", description=__doc__)
    parser.add_argument("--tries", type=int, default=TRIES, help="of each kind of address")
    tries = parser.parse_args(arguments).tries
    with TemporaryDirectory() as folder, site(Path(folder)) as app:
        found = {form: compare(app, form, tries) for form in FORMS}
    print(f"median of {tries} tries, in ms:  known  unknown  difference")
    for form, one in found.items():
        print(f"{form:>29}  {one.known:5.1f}  {one.unknown:7.1f}  {one.difference:+10.2f}")
    return int(any(abs(one.difference) >= GOAL_MS for one in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
