"""Noting calls: they count, confirm and can be taken back."""

from datetime import date, timedelta

import pytest

from directory.accuracy.calls import Heard
from directory.accuracy.samples import SampledCall
from directory.accuracy.score import score
from directory.errors import Conflict, Invalid, NotFound
from directory.providers import Provider
from directory.storage import AuditLog, CallSamples, Notices, Providers
from directory.workflows import Directory
from directory.workflows.accuracy.draw_calls import draw_calls
from directory.workflows.accuracy.note_call import note_call, take_back_call
from directory.workflows.desk.desk_notices import close_notice
from directory.workflows.removals.decide_removal import forget_listing
from tests.accuracy.noting import ADMIN, ALL_RIGHT, at, listing_of, note, sample_of, stored
from tests.conftest import NOW
from tests.factories import make_provider, make_unclaimed, store

TODAY = NOW.date()
MONDAY = date(2026, 11, 16)


def drawn(directory: Directory, listing: Provider | None = None) -> SampledCall:
    """Store one listing, draw it, and return its call."""
    store(directory, listing or make_provider())
    assert draw_calls(directory) == 1
    return sample_of(directory)[1][0]


def test_a_call_counts_from_the_moment_it_is_noted(directory: Directory) -> None:
    call = drawn(directory)
    with directory.database.reading() as session:
        assert score(CallSamples(session).weeks(MONDAY)).made == 0
    note(directory, call)
    with directory.database.reading() as session:
        found = score(CallSamples(session).weeks(MONDAY))
    assert (found.drawn, found.made, found.overall.right) == (1, 1, 1)
    assert stored(directory, call).heard == ALL_RIGHT


def test_what_was_right_is_confirmed_only_where_somebody_wishes(directory: Directory) -> None:
    call = drawn(directory)
    note(directory, call)
    assert listing_of(directory, call).confirmed == {}
    noted = note(directory, call, confirms=True)
    listing = listing_of(directory, call)
    assert noted.confirmed_facts == ("availability", "payers", "locations")
    assert listing.confirmed == dict.fromkeys(("availability", "payers", "locations"), TODAY)
    assert listing.availability.confirmed_at == TODAY


def test_taking_a_call_back_leaves_the_listing_as_it_was(directory: Directory) -> None:
    call = drawn(directory)
    before = listing_of(directory, call)
    note(directory, call, confirms=True)
    take_back_call(directory, ADMIN, call.id)
    assert listing_of(directory, call) == before
    assert stored(directory, call) == call


def test_what_the_keeper_confirmed_since_stays_confirmed(directory: Directory) -> None:
    call = drawn(directory)
    note(directory, call, confirms=True)
    tomorrow = at(directory, NOW + timedelta(days=1))
    listing = listing_of(directory, call)
    later = {**listing.confirmed, "payers": tomorrow.today()}
    store(directory, listing.model_copy(update={"confirmed": later}))
    take_back_call(tomorrow, ADMIN, call.id)
    assert listing_of(directory, call).confirmed == {"payers": tomorrow.today()}


def test_nothing_of_an_unclaimed_listing_is_confirmed(directory: Directory) -> None:
    call = drawn(directory, make_unclaimed(phone="+14155550123"))
    noted = note(directory, call, confirms=True)
    assert noted.outcome == "right"
    assert noted.confirmed == {}
    assert listing_of(directory, call).confirmed == {}


def notices(directory: Directory) -> list[str]:
    """Return the words of what waits at the desk."""
    with directory.database.reading() as session:
        return [one.words for one in Notices(session).waiting()]


def test_what_is_wrong_waits_at_the_desk_and_counts_whatever_comes_of_it(
    directory: Directory,
) -> None:
    call = drawn(directory)
    note(directory, call, Heard("wrong_number"))
    assert notices(directory) == ["A call on November 21, 2026 found: Nobody could be reached"]
    with directory.database.reading() as session:
        (notice,) = Notices(session).waiting()
    assert notice.origin == f"call/{call.id}"
    close_notice(directory, notice.id, ADMIN, "Mended.")
    assert notices(directory) == []
    with directory.database.reading() as session:
        assert score(CallSamples(session).weeks(MONDAY)).overall.wrong == 1


def test_another_answer_takes_the_place_of_the_first_at_the_desk_too(directory: Directory) -> None:
    call = drawn(directory)
    note(directory, call, Heard("no_answer"))
    note(directory, call, Heard("yes", "no"))
    assert [words.partition(": ")[2] for words in notices(directory)] == [
        "The person does not work there"
    ]
    note(directory, call)
    assert notices(directory) == []
    note(directory, call, Heard("no_answer"))
    take_back_call(directory, ADMIN, call.id)
    assert notices(directory) == []


def test_a_listing_that_changed_meanwhile_is_looked_at_again(directory: Directory) -> None:
    call = drawn(directory)
    with pytest.raises(Conflict, match="changed"):
        note_call(directory, ADMIN, call.id, ALL_RIGHT, TODAY, "an earlier mark", False)
    assert not stored(directory, call).is_made


def test_a_listing_that_nobody_sees_any_more_is_left_out(directory: Directory) -> None:
    call = drawn(directory)
    store(directory, make_provider(published=False))
    with pytest.raises(Conflict, match="do not see"):
        note(directory, call)


def test_a_call_is_noted_until_the_week_after_its_own_is_over(directory: Directory) -> None:
    call = drawn(directory)
    note(at(directory, NOW + timedelta(days=8)), call)
    late = at(directory, NOW + timedelta(days=9))
    with pytest.raises(Conflict, match="over"):
        note(late, call)
    with pytest.raises(Conflict, match="over"):
        take_back_call(late, ADMIN, call.id)


@pytest.mark.parametrize("day", [MONDAY - timedelta(days=1), TODAY + timedelta(days=1)])
def test_a_call_was_made_between_its_monday_and_today(directory: Directory, day: date) -> None:
    call = drawn(directory)
    with pytest.raises(Invalid, match="Choose a day"):
        note_call(directory, ADMIN, call.id, ALL_RIGHT, day, "", False)
    with pytest.raises(NotFound):
        take_back_call(directory, ADMIN, "no-such-call")


def test_a_removed_listing_is_named_nowhere_and_its_call_still_counts(directory: Directory) -> None:
    call = drawn(directory)
    note(directory, call, Heard("no_answer"))
    with directory.database.writing() as session:
        forget_listing(session, call.provider_id)
        CallSamples(session).forget_account(ADMIN.account_id)
    found = stored(directory, call)
    assert (found.provider_id, found.said, found.entered_by) == ("", None, None)
    with directory.database.reading() as session:
        assert score(CallSamples(session).weeks(MONDAY)).overall.wrong == 1
        assert Notices(session).waiting() == ()
        assert Providers(session).count() == 0


def test_each_step_is_in_the_audit_log_without_what_was_heard(directory: Directory) -> None:
    call = drawn(directory)
    note(directory, call, Heard("yes", "yes", "no", None, "yes", "yes"))
    take_back_call(directory, ADMIN, call.id)
    with directory.database.reading() as session:
        entries = AuditLog(session).newest()
    assert [entry.action for entry in entries] == [
        "call.taken_back",
        "call.noted",
        "calls.drawn",
    ]
    assert entries[1].details == {"wrong": ["accepting"], "confirmed": []}
    assert entries[1].subject == f"call/{call.id}"
