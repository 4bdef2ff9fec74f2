"""Drawing whom to call, through the worker and a real database."""

from dataclasses import replace
from datetime import timedelta

from directory.accuracy.samples import CallPlan
from directory.accuracy.sampling import draw
from directory.storage import AuditLog, CallSamples
from directory.workflows import Directory
from directory.workflows.accuracy.draw_calls import draw_calls
from directory.workflows.accuracy.plan_calls import choose_size
from directory.workflows.working.keep_measuring import keep_measuring
from tests.accuracy.noting import ADMIN, at, note, people, sample_of
from tests.conftest import NOW
from tests.factories import make_provider, store


def test_the_worker_draws_ten_a_week_once(directory: Directory) -> None:
    store(directory, *people(30))
    keep_measuring(directory)
    keep_measuring(directory)
    sample, calls = sample_of(directory)
    assert sample
    assert (len(calls), sample.population) == (10, 30)
    assert [call.place for call in calls] == [*range(1, 11)]


def test_whoever_comes_later_in_the_week_changes_nothing_of_a_whole_sample(
    directory: Directory,
) -> None:
    store(directory, *people(30))
    keep_measuring(directory)
    sample, calls = sample_of(directory)
    store(directory, make_provider(id="later"))
    tomorrow = at(directory, NOW + timedelta(days=1))
    keep_measuring(tomorrow)
    assert sample
    assert sample_of(tomorrow) == (replace(sample, looked_on=tomorrow.today()), calls)


def test_anybody_can_draw_the_sample_again_from_its_seed(directory: Directory) -> None:
    listings = people(30)
    store(directory, *listings)
    keep_measuring(directory)
    sample, calls = sample_of(directory)
    assert sample
    again = draw(sample.seed, (listing.id for listing in listings), 10)
    assert again.ids == tuple(call.provider_id for call in calls)


def test_only_public_listings_of_real_people_with_a_phone_are_drawn(directory: Directory) -> None:
    silent = make_provider(id="silent", phone=None)
    tricky = make_provider(id="tricky", phone=None, bio='They say "phone":"+1" and "demo":true.')
    desk = {"city": "Reno", "state": "NV", "phone": "+14155550111"}
    store(
        directory,
        make_provider(id="own"),
        make_provider(id="office", phone=None, locations=[desk], bio='"demo":true, they joke'),
        silent,
        tricky,
        make_provider(id="made-up", demo=True),
        make_provider(id="taken-down", published=False),
        make_provider(id="rests", hidden_since="2026-11-01"),
    )
    keep_measuring(directory)
    sample, calls = sample_of(directory)
    assert {call.provider_id for call in calls} == {"own", "office"}
    assert sample
    assert (sample.population, sample.uncallable) == (2, 2)


def test_an_empty_directory_is_looked_at_again_the_next_day(directory: Directory) -> None:
    monday = at(directory, NOW - timedelta(days=5))
    keep_measuring(monday)
    store(directory, *people(3))
    keep_measuring(monday)
    assert sample_of(monday)[1] == ()
    keep_measuring(at(directory, NOW - timedelta(days=4)))
    assert len(sample_of(directory)[1]) == 3


def test_who_was_called_within_a_quarter_is_left_in_peace(directory: Directory) -> None:
    store(directory, *people(12))
    keep_measuring(directory)
    first = sample_of(directory)[1]
    for call in first:
        note(directory, call)
    later = at(directory, NOW + timedelta(weeks=2))
    keep_measuring(later)
    names = {call.provider_id for call in sample_of(later)[1]}
    assert len(names) == 2
    assert names.isdisjoint(call.provider_id for call in first)
    much_later = at(directory, NOW + timedelta(weeks=13))
    keep_measuring(much_later)
    assert len(sample_of(much_later)[1]) == 10


def test_who_was_drawn_and_never_called_can_be_drawn_again(directory: Directory) -> None:
    store(directory, *people(4))
    keep_measuring(directory)
    next_week = at(directory, NOW + timedelta(weeks=1))
    keep_measuring(next_week)
    assert sample_of(next_week)[1] == ()
    after = at(directory, NOW + timedelta(weeks=2))
    keep_measuring(after)
    assert len(sample_of(after)[1]) == 4


def test_asking_for_more_adds_to_this_week_and_for_none_stops(directory: Directory) -> None:
    store(directory, *people(30))
    choose_size(directory, ADMIN, 5)
    keep_measuring(directory)
    first = sample_of(directory)[1]
    choose_size(directory, ADMIN, 8)
    assert draw_calls(directory, ADMIN) == 3
    assert sample_of(directory)[1][:5] == first
    choose_size(directory, ADMIN, 0)
    later = at(directory, NOW + timedelta(weeks=1))
    keep_measuring(later)
    assert sample_of(later) == (None, ())
    with directory.database.reading() as session:
        assert CallSamples(session).plan() == CallPlan(0)
        actions = [entry.action for entry in AuditLog(session).newest()]
    assert actions.count("call_plan.resized") == 3
    assert actions.count("calls.drawn") == 2


def test_a_plan_to_ask_about_is_drawn_with_the_listing(directory: Directory) -> None:
    store(directory, make_provider(id="with", payers=["self_pay", "aetna"]))
    store(directory, make_provider(id="without", payers=["self_pay"]))
    keep_measuring(directory)
    assert {call.provider_id: call.plan for call in sample_of(directory)[1]} == {
        "with": "aetna",
        "without": "",
    }
