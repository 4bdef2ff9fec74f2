"""A call: what the listing says beside what was heard."""

from hypothesis import given
from hypothesis import strategies as st

from directory.accuracy.calls import (
    CALL_FACTS,
    Heard,
    Said,
    confirmed_by,
    outcome,
    plan_to_ask,
    said_by,
    verdicts,
)
from tests.factories import make_provider, make_unclaimed

SAID = Said(("+14155550123",), "yes", 5, "aetna", ("San Francisco, CA",))
ALL_RIGHT = Heard("yes", "yes", "yes", 9, "yes", "yes")
TOLD = st.sampled_from(["yes", "no", "not_told"])
HEARD = st.builds(
    Heard,
    st.sampled_from(["yes", "no_answer", "wrong_number"]),
    TOLD,
    st.sampled_from(["yes", "waitlist", "no", "not_told"]),
    st.none() | st.integers(0, 400),
    TOLD,
    TOLD,
)
SAIDS = st.builds(
    Said,
    st.just(("+14155550123",)),
    st.sampled_from(["yes", "waitlist", "no", "unknown"]),
    st.none() | st.integers(0, 90),
    st.sampled_from(["", "aetna"]),
    st.sampled_from([(), ("Reno, NV",)]),
)


def test_a_listing_is_accurate_where_all_that_was_asked_is_right() -> None:
    assert set(verdicts(SAID, ALL_RIGHT).values()) == {"right"}
    assert outcome(verdicts(SAID, ALL_RIGHT)) == "right"


def test_who_cannot_be_reached_is_not_accurate_and_the_rest_stays_unknown() -> None:
    for reached in ("no_answer", "wrong_number"):
        found = verdicts(SAID, Heard(reached))  # type: ignore[arg-type]
        assert found.pop("reached") == "wrong"
        assert set(found.values()) == {"unknown"}
        assert outcome(verdicts(SAID, Heard(reached))) == "wrong"  # type: ignore[arg-type]


def test_where_the_person_is_not_there_nothing_else_can_be_known() -> None:
    found = verdicts(SAID, Heard("yes", "no", "yes", 5, "yes", "yes"))
    assert found["person"] == "wrong"
    assert found["plan"] == "unknown"
    assert outcome(found) == "wrong"


def test_a_waiting_list_is_not_the_room_that_was_promised() -> None:
    assert verdicts(SAID, Heard("yes", "yes", "waitlist"))["accepting"] == "wrong"


def test_what_nobody_would_tell_is_unknown_and_never_accurate() -> None:
    found = verdicts(SAID, Heard("yes", "yes", "yes", 5, "not_told", "yes"))
    assert found["plan"] == "unknown"
    assert outcome(found) == "unknown"


def test_a_wait_up_to_a_week_longer_is_right_and_decides_nothing() -> None:
    assert verdicts(SAID, Heard("yes", "yes", "yes", 12, "yes", "yes"))["wait"] == "right"
    late = verdicts(SAID, Heard("yes", "yes", "yes", 13, "yes", "yes"))
    assert late["wait"] == "wrong"
    assert outcome(late) == "right"


def test_what_a_listing_does_not_state_cannot_be_wrong() -> None:
    bare = Said(("+14155550123",))
    assert set(verdicts(bare, ALL_RIGHT)) == {"reached", "person"}


@given(SAIDS, HEARD)
def test_a_listing_is_right_only_where_somebody_was_reached_who_is_that_person(
    said: Said, heard: Heard
) -> None:
    found = verdicts(said, heard)
    assert set(found) <= set(CALL_FACTS)
    if outcome(found) == "right":
        assert (heard.reached, heard.person) == ("yes", "yes")
    if heard.reached != "yes":
        assert outcome(found) == "wrong"


def test_an_unclaimed_listing_is_asked_for_no_street_that_nobody_sees() -> None:
    place = {"city": "Reno", "state": "NV", "street": "1 Home Road"}
    said = said_by(make_unclaimed(locations=[place], phone="+14155550123"), "")
    assert said.places == ("Reno, NV",)
    assert said.accepting == "unknown"
    assert said.wait_days is None


def test_a_plan_is_asked_about_only_while_the_listing_names_it() -> None:
    listing = make_provider(payers=["aetna", "self_pay"])
    assert plan_to_ask("seed", listing) == "aetna"
    assert plan_to_ask("seed", make_provider(payers=["self_pay"])) == ""
    assert said_by(listing, "aetna").plan == "aetna"
    assert said_by(make_provider(payers=["cigna"]), "aetna").plan == ""


def test_the_mark_changes_with_what_the_listing_says() -> None:
    before, after = make_provider(), make_provider(phone="+14155550199")
    assert said_by(before, "aetna").mark == said_by(before, "aetna").mark
    assert said_by(before, "aetna").mark != said_by(after, "aetna").mark


def test_a_call_confirms_only_what_it_heard_whole() -> None:
    found = verdicts(SAID, ALL_RIGHT)
    assert confirmed_by(SAID, found, 1) == ("availability", "payers", "locations")
    two_places = Said(SAID.phones, "yes", 5, "aetna", ("Reno, NV", "Elko, NV"))
    assert confirmed_by(two_places, found, 3) == ("availability",)
    assert confirmed_by(SAID, verdicts(SAID, Heard("no_answer")), 1) == ()
