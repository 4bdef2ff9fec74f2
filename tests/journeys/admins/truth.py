"""The room of the truth score: weeks of calls, and one call from its sheet to the way back."""

from dataclasses import replace

from directory.accuracy.calls import said_by
from directory.accuracy.samples import CallPlan, SampledCall
from directory.storage import CallSamples
from directory.workflows.accuracy.draw_calls import draw_calls
from directory.workflows.accuracy.note_call import note_call
from tests.accuracy.noting import ADMIN, ALL_RIGHT, listing_of, sample_of
from tests.accuracy.published import publish_calls
from tests.journeys.admins.visit import Visit

ROOM = "/admin/truth"


def see_truth(visit: Visit) -> None:
    """See the score before anybody called, and with calls of many weeks."""
    directory = visit.here.directory
    with directory.database.writing() as session:
        CallSamples(session).save_plan(CallPlan(10, None))
    visit.see("the truth score without a call", ROOM)
    publish_calls(directory)
    draw_calls(directory)
    first, second = _to_make(visit)
    visit.see("a call to make", f"{ROOM}/calls/{first.id}")
    _note(visit, first, full=True)
    _note(visit, second, full=False)
    visit.see("a call that was noted", f"{ROOM}/calls/{first.id}")
    visit.see("the truth score", ROOM)
    for week in ("", "/sheet", "/calls.csv"):
        visit.look(f"a week of calls {week}", f"{ROOM}/weeks/{first.week}{week}")
    visit.look("what was wrong", f"{ROOM}/wrong")
    visit.look("the public page before it is public", f"{ROOM}/preview")


def _to_make(visit: Visit) -> tuple[SampledCall, SampledCall]:
    _, calls = sample_of(visit.here.directory)
    first, second, *_ = (call for call in calls if not call.is_made)
    return first, second


def _note(visit: Visit, call: SampledCall, full: bool) -> None:
    directory = visit.here.directory
    seen = said_by(listing_of(directory, call), call.plan).mark
    heard = replace(ALL_RIGHT, accepting="no") if full else ALL_RIGHT
    note_call(directory, ADMIN, call.id, heard, directory.today(), seen, False)
