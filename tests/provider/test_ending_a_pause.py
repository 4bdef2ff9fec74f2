"""Whoever pauses takes people again by saying so in the section of the openings."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from directory.providers import Provider
from directory.storage import Providers
from directory.web.access import EXTENSION
from tests.conftest import NOW
from tests.factories import make_provider
from tests.permissions.forms import forms_on
from tests.provider.visiting import ANA, directory_of, keeper, kept_app

SECTION = f"/my/listing/{ANA}/availability"
UNTIL = NOW.date() + timedelta(days=28)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    openings = {"accepting": "no", "confirmed_at": NOW.date(), "paused_until": UNTIL}
    app = kept_app(tmp_path, make_provider(availability=openings))
    yield app
    app.extensions[EXTENSION].close()


def say(app: Flask, accepting: str) -> Provider:
    """Save the section as its page shows it, with another answer."""
    browser = keeper(app)
    page = browser.get(SECTION).text
    (form, *_) = (one for one in forms_on(SECTION, page) if "accepting" in one.shown)
    said = {"accepting": accepting, "next_opening": "", "open_places": ""}
    answer = browser.post(form.action, data=dict(form.typed) | said)
    assert answer.status_code == 303, answer.text
    with directory_of(app).database.reading() as session:
        found = Providers(session).get(ANA)
    assert found
    return found


@pytest.mark.parametrize("accepting", ["yes", "waitlist"])
def test_whoever_takes_people_again_ends_the_pause_and_is_found_at_once(
    app: Flask, accepting: str
) -> None:
    openings = say(app, accepting).availability
    assert (openings.accepting, openings.paused_until) == (accepting, None)
    assert "paused until" not in keeper(app).get(f"/my/listing/{ANA}").text


def test_whoever_is_full_anyway_goes_on_pausing(app: Flask) -> None:
    assert say(app, "no").availability.paused_until == UNTIL
