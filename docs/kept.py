# ruff: noqa: INP001
"""A listing of somebody who does not exist, kept by its own account, to take pictures of."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from flask import Flask

from directory.providers import Provider
from directory.providers.freshness import FACTS
from directory.providers.view_counts import VIEW_KINDS, WeekCount, whole_weeks
from directory.storage import Keepers, Providers, ViewCounts
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.accounts import sign_in, store_account
from tests.factories import make_provider
from tests.journeys.every_page import demo_app
from tests.journeys.serving import serving
from tests.web.conftest import noon

LISTING, ACCOUNT, SESSION = "rosa-garden", "account-rosa", "session"
HOME = f"/my/listing/{LISTING}"
# How often Rosa was shown, opened, kept and written to: rising by week, with a dip.
_SHOWN = (61, 64, 72, 70, 81, 88, 42, 96, 104, 117, 121, 133)
_SHARES = (1.0, 0.31, 0.14, 0.08)


@contextmanager
def served_keeper() -> Iterator[tuple[str, str]]:
    """Serve the demo listings and Rosa's; give the address and the session that keeps hers."""
    with tempfile.TemporaryDirectory() as folder:
        app = demo_app(Path(folder, "instance"))
        directory: Directory = app.extensions[EXTENSION]
        _furnish(directory)
        with serving(app) as site:
            yield site, _session(app)
        directory.close()


def _session(app: Flask) -> str:
    cookie = sign_in(app, ACCOUNT, noon(), is_strong=True).get_cookie(SESSION)
    return cookie.value if cookie else ""


def _furnish(directory: Directory) -> None:
    today = directory.today()
    counts = [
        (LISTING, WeekCount(week, kind, round(shown * share)))
        for kind, share in zip(VIEW_KINDS, _SHARES, strict=False)
        for week, shown in zip(whole_weeks(today)[-len(_SHOWN) :], _SHOWN, strict=False)
    ]
    with directory.database.writing() as session:
        store_account(session, ACCOUNT, "rosa@practice.example")
        Providers(session).save(_rosa(directory))
        Keepers(session).add(LISTING, ACCOUNT, noon())
        ViewCounts(session).add(counts)


def _rosa(directory: Directory) -> Provider:
    """Return a listing that is nearly complete, and of which two facts want confirming."""
    today = directory.today()
    days = {fact: (today - timedelta(days=12)).isoformat() for fact in FACTS}
    days |= {fact: (today - timedelta(days=60)).isoformat() for fact in ("payers", "locations")}
    return make_provider(
        id=LISTING,
        name="Rosa Garden",
        concerns=["panic", "gad", "grief"],
        formats=["individual", "group"],
        confirmed={fact: day for fact, day in days.items() if fact != "availability"},
        availability={
            "accepting": "yes",
            "next_opening_days": 5,
            "confirmed_at": (today - timedelta(days=4)).isoformat(),
        },
    )
