"""The chain of the audit log: whatever is done to it is found, and named."""

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from directory.audit import BEGINNING, Entry, digest
from directory.audit_chain import Fault, Head, Link, Mark, first_fault, seal_of
from tests.conftest import NOW

SECRET = "a key for tests alone"


def entry(number: int, **facts: Any) -> Entry:
    """Return what somebody did a few minutes after what was done before it."""
    usual = Entry(
        number=number,
        at=NOW + timedelta(minutes=number),
        account_id=f"account-{number % 3}",
        role="editor",
        action="listing.merged",
        subject=f"listing/npi-{number}",
        details={"into": f"npi-{number + 1}", "facts": number},
    )
    return replace(usual, **facts)


def chain(*entries: Entry, before: str = BEGINNING) -> list[Link]:
    """Return entries as they are written one after another."""
    links = []
    for one in entries:
        before = digest(before, one)
        links.append(Link(one.number, one, before))
    return links


def head_of(links: list[Link], secret: str = SECRET) -> Head:
    mark = Mark(len(links), links[-1].digest if links else BEGINNING)
    return Head(mark, seal_of(secret, mark))


def numbered(links: list[Link]) -> list[Link]:
    """Return links with numbers that leave no gap, as somebody would who covers a trace."""
    return [
        replace(one, number=number, entry=one.entry and replace(one.entry, number=number))
        for number, one in enumerate(links, 1)
    ]


LOG = chain(*map(entry, range(1, 10)))
HEAD = head_of(LOG)


def fault_in(links: list[Link], head: Head | None = HEAD, **options: Any) -> Fault | None:
    return first_fault(links, head, SECRET, **options)


def test_a_log_that_nobody_touched_is_whole() -> None:
    assert fault_in(LOG) is None
    assert fault_in([], None) is None
    assert fault_in(LOG, noted=Mark(4, LOG[3].digest)) is None


@pytest.mark.parametrize("number", [1, 5, 9])
def test_every_fact_of_an_entry_counts(number: int) -> None:
    for facts in (
        {"at": NOW},
        {"account_id": None},
        {"role": "owner"},
        {"action": "listing.hidden"},
        {"subject": "listing/npi-x"},
        {"details": {}},
        {"details": {"into": f"npi-{number + 1}", "facts": str(number)}},
    ):
        links = list(LOG)
        links[number - 1] = replace(links[number - 1], entry=entry(number, **facts))
        assert fault_in(links) == Fault("changed", number, number), facts


def test_every_character_of_every_digest_counts() -> None:
    for number, place in itertools.product((1, 5, 9), range(64)):
        links = list(LOG)
        text = links[number - 1].digest
        other = "0" if text[place] != "0" else "1"
        changed = text[:place] + other + text[place + 1 :]
        links[number - 1] = replace(links[number - 1], digest=changed)
        assert fault_in(links) == Fault("changed", number, number)


@pytest.mark.parametrize(("first", "last"), [(1, 1), (5, 5), (1, 3), (4, 7)])
def test_what_was_removed_is_named(first: int, last: int) -> None:
    left = LOG[: first - 1] + LOG[last:]
    assert fault_in(left) == Fault("removed", first, last)
    assert fault_in(numbered(left)) == Fault("removed", first, last), "numbered anew"


@pytest.mark.parametrize("count", [1, 2, 9])
def test_what_was_cut_off_from_the_end_is_named(count: int) -> None:
    assert fault_in(LOG[:-count]) == Fault("cut", 10 - count, 9)


def test_several_that_are_gone_from_several_places_are_told_from_the_first() -> None:
    assert fault_in([LOG[0], LOG[2], *LOG[6:8]]) == Fault("removed", 2, 2)


def test_every_pair_that_changed_places_is_named() -> None:
    for first, second in itertools.combinations(range(9), 2):
        links = list(LOG)
        links[first], links[second] = links[second], links[first]
        assert fault_in(numbered(links)) == Fault("moved", first + 1, second + 1)


@pytest.mark.parametrize("place", [1, 5, 9])
def test_an_entry_that_was_slipped_in_is_named(place: int) -> None:
    before = LOG[place - 2].digest if place > 1 else BEGINNING
    for slipped in (entry(place, action="role.given"), None):
        (false,) = chain(slipped, before=before) if slipped else [Link(place, None, "none")]
        links = numbered([*LOG[: place - 1], false, *LOG[place - 1 :]])
        fault = fault_in(links)
        if slipped is None:
            assert fault == Fault("inserted", place, place)
        elif place == 9:
            assert fault == Fault("not_sealed", 9, 9)
        else:  # its digest was made to fit, so the first that does not is the one after it
            assert fault == Fault("changed", place + 1, place + 1)


def test_a_number_below_one_is_no_entry_of_ours() -> None:
    assert fault_in([Link(0, entry(0), "x"), *LOG]) == Fault("inserted", 0, 0)


def test_an_entry_added_past_the_site_is_named() -> None:
    longer = [*LOG, *chain(entry(10), before=LOG[-1].digest)]
    assert fault_in(longer) == Fault("not_sealed", 10, 10)


def test_a_log_that_was_written_anew_does_not_fit_its_seal() -> None:
    other = chain(entry(1, action="listing.hidden"), *map(entry, range(2, 10)))
    assert fault_in(other) == Fault("not_sealed", 9, 9)
    assert fault_in(other, noted=Mark(4, LOG[3].digest)) == Fault("not_as_noted", 4, 4)


def test_a_head_that_was_replaced_is_named() -> None:
    shorter = LOG[:6]
    for head in (
        replace(HEAD, mark=Mark(6, LOG[5].digest)),
        Head(Mark(6, LOG[5].digest), "0" * 64),
        head_of(shorter, "another key"),
    ):
        assert fault_in(shorter, head) == Fault("seal_broken", 6, 6)
    assert fault_in(LOG, None) == Fault("not_sealed", 1, 9)
    for place in range(64):
        seal = HEAD.seal[:place] + "x" + HEAD.seal[place + 1 :]
        assert fault_in(LOG, replace(HEAD, seal=seal)) == Fault("seal_broken", 9, 9)


def test_an_older_state_that_was_put_back_whole_differs_from_a_note_kept_elsewhere() -> None:
    older = LOG[:6]
    assert fault_in(older, head_of(older)) is None, "nothing in the database can tell this"
    noted = Mark(9, LOG[8].digest)
    assert fault_in(older, head_of(older), noted=noted) == Fault("not_as_noted", 9, 9)


def test_faults_are_told_in_sentences() -> None:
    assert str(Fault("removed", 4, 7)) == "Entries 4 to 7 have been removed."
    assert str(Fault("removed", 4, 4)) == "Entry 4 has been removed."
