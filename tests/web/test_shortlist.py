"""The shortlist as a record: at most twelve, each once, and what was just done is said once."""

from datetime import date

from directory.web.patient.shortlist.shortlist import MOST_KEPT, Shortlist, Told

DAY = date(2026, 11, 22)
THREE = Shortlist().keeping("ana").keeping("ben").keeping("carla")


def test_people_are_kept_once_and_in_the_order_of_keeping() -> None:
    assert THREE.keeping("ana").kept == ("ana", "ben", "carla")
    said = THREE.keeping("ana").said_of("ana")
    assert said is not None
    assert said.what == "kept"
    assert THREE.said_of("ana") is None


def test_a_full_list_takes_nobody_more_and_says_so() -> None:
    full = Shortlist(kept=tuple(f"p-{n}" for n in range(MOST_KEPT)))
    more = full.keeping("one-too-many")
    assert more.kept == full.kept
    assert more.said is not None
    assert more.said.what == "full"
    assert full.keeping("p-3").kept == full.kept


def test_who_is_removed_is_no_longer_compared() -> None:
    left = THREE.comparing(["ana", "ben"]).without("ana")
    assert left.kept == ("ben", "carla")
    assert left.compared == ("ben",)
    assert left.said_of("ana") is not None


def test_nothing_is_remembered_of_who_was_not_on_the_list() -> None:
    assert THREE.without("x" * 900_000) is THREE


def test_two_to_four_of_the_list_can_be_compared() -> None:
    assert THREE.comparing(["carla", "ana", "stranger"]).compared == ("ana", "carla")
    assert THREE.comparing(["carla", "ana"]).said is None
    five = Shortlist(kept=tuple("abcde"))
    for ticked in ((), ("a",), tuple("abcde")):
        said = five.comparing(ticked).said
        assert said is not None
        assert said.what == "choose"


def test_the_last_word_about_a_call_counts() -> None:
    first, then = (Told(id="ana", kind=kind, day=DAY) for kind in ("full", "reached"))
    told = THREE.telling(first).telling(then)
    assert told.told == (then,)
    assert told.told_of("ana") == then
    assert told.told_of("ben") is None


def test_a_shortlist_does_not_print_whom_it_holds() -> None:
    assert "ana" not in repr(THREE)
