"""Calls for tests: listings that can be called, a clock that goes on, and an admin who notes."""

from dataclasses import replace
from datetime import datetime

from directory.accuracy.calls import Heard, said_by
from directory.accuracy.samples import Sample, SampledCall
from directory.providers import Provider
from directory.providers.view_counts import week_of
from directory.roles import Admin
from directory.storage import CallSamples, Providers
from directory.workflows import Directory
from directory.workflows.accuracy.note_call import note_call
from tests.factories import make_npi, make_provider

ADMIN = Admin("account-admin", "verifier")
ALL_RIGHT = Heard("yes", "yes", "yes", 3, "yes", "yes")


def people(count: int) -> list[Provider]:
    """Return listings that can be called."""
    return [make_provider(id=f"person-{n:03}", npi=make_npi(n)) for n in range(count)]


def at(directory: Directory, moment: datetime) -> Directory:
    """Return the same directory at another time."""
    return replace(directory, clock=lambda: moment)


def sample_of(directory: Directory) -> tuple[Sample | None, tuple[SampledCall, ...]]:
    """Return this week's sample with its calls."""
    week = week_of(directory.today())
    with directory.database.reading() as session:
        return CallSamples(session).sample(week), CallSamples(session).calls(week)


def stored(directory: Directory, call: SampledCall) -> SampledCall:
    """Return a call as it is stored."""
    with directory.database.reading() as session:
        found = CallSamples(session).call(call.id)
    assert found
    return found


def listing_of(directory: Directory, call: SampledCall) -> Provider:
    """Return the listing of a call."""
    with directory.database.reading() as session:
        return Providers(session).one(call.provider_id)


def note(
    directory: Directory, call: SampledCall, heard: Heard = ALL_RIGHT, confirms: bool = False
) -> SampledCall:
    """Note today what was heard in a call, as a page that was just opened would."""
    seen = said_by(listing_of(directory, call), call.plan).mark
    return note_call(directory, ADMIN, call.id, heard, directory.today(), seen, confirms)
