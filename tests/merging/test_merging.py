"""Merging two listings, and taking that back."""

from dataclasses import replace

import pytest
from sqlmodel import SQLModel

from directory.errors import Conflict, Invalid, NotFound
from directory.providers.claims import Claim
from directory.providers.removals import Removal, Tombstone
from directory.storage import (
    Claims,
    Imports,
    Keepers,
    Practices,
    Removals,
    Tombstones,
)
from directory.storage.attachment_rules import RULES
from directory.workflows import Directory
from directory.workflows.merging.merge_listings import merge_listings, prepare_merge
from directory.workflows.merging.undo_merge import prepare_undo, undo_merge
from tests.conftest import NOW
from tests.factories import make_license, store
from tests.merging.hanging import ACCOUNT, hang_everything, rows_of, whole_database
from tests.merging.merging import (
    EDITOR,
    NPI,
    OWN,
    REGISTER,
    keep,
    merge,
    one,
    own_listing,
    register_listing,
    stored,
)

_NAMES_OF_LISTINGS = {"provider_id", "listing_id", "listing"}
# What knows of merges by itself.
_OWN = {"merge", "merge_part", "duplicate"}


def claim(id: str, state: str, **changes: object) -> Claim:
    asked = Claim("c1", id, "account-ben", NOW, "email", "x@example.org", "asked", NOW)
    return replace(asked, state=state, **changes)  # type: ignore[arg-type]


def hindrances(directory: Directory, kept: str = OWN, gone: str = REGISTER) -> tuple[str, ...]:
    return prepare_merge(directory, kept, gone).hindrances


def test_every_table_that_names_a_listing_has_a_rule() -> None:
    naming = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        if _NAMES_OF_LISTINGS & set(table.columns.keys()) and table.name not in _OWN
    }
    assert naming - set(RULES) == set(), "say in attachment_rules.py what a merge does with these"
    assert set(RULES) - naming == set(), "these tables are gone"


def test_the_listing_that_stays_takes_what_it_lacks(two: Directory) -> None:
    merge(two)
    found = one(two, OWN)
    assert (found.npi, found.phone, found.name) == (NPI, "+14155550188", "Bob Hale")
    assert stored(two, REGISTER) is None


def test_what_is_chosen_is_taken(two: Directory) -> None:
    stamp = prepare_merge(two, OWN, REGISTER).stamp
    merge_listings(two, EDITOR, OWN, REGISTER, {"name": "other", "npi": "kept"}, stamp)
    found = one(two, OWN)
    assert (found.npi, found.name) == (None, "Robert Hale")


def test_a_license_that_both_name_stays_as_it_was_checked(two: Directory) -> None:
    merge(two)
    assert one(two, OWN).licenses == own_listing().licenses


def test_licenses_of_both_are_put_together(two: Directory) -> None:
    nevada = make_license(
        state="NV", number="77", status="unverified", expires=None, verified_at=None
    )
    held = [*register_listing().model_dump(mode="json")["licenses"], nevada]
    store(two, register_listing(licenses=held))
    merge(two)
    assert [license.state for license in one(two, OWN).licenses] == ["CA", "NV"]


def test_facts_that_do_not_fit_together_are_named(two: Directory) -> None:
    store(
        two,
        own_listing(
            id="other-hale",
            license="coach",
            licenses=[],
            modalities=[],
            services=["support"],
            service_intent="support",
            concerns=[],
        ),
    )
    stamp = prepare_merge(two, OWN, "other-hale").stamp
    with pytest.raises(Invalid):
        merge_listings(two, EDITOR, OWN, "other-hale", {"license": "other"}, stamp)
    assert stored(two, "other-hale")


def test_a_merge_of_what_changed_meanwhile_is_refused(two: Directory) -> None:
    stamp = prepare_merge(two, OWN, REGISTER).stamp
    store(two, register_listing(phone="+14155550177"))
    with pytest.raises(Conflict, match="changed since"):
        merge_listings(two, EDITOR, OWN, REGISTER, {}, stamp)


def test_undoing_a_merge_restores_everything_that_hung_on_both(two: Directory) -> None:
    with two.database.writing() as session:
        Imports(session).begin("batch", "csv", NOW)
        Practices(session).add("practice", "Green House", NOW)
        for id, mark in ((REGISTER, "one"), (OWN, "two")):
            hang_everything(session, id, mark)
    before = whole_database(two)
    with two.database.writing() as session:
        Claims(session).forget_listing(REGISTER)
        Claims(session).forget_listing(OWN)
    without_claims = whole_database(two)
    assert before != without_claims
    number = merge(two)
    assert whole_database(two) != without_claims
    undo_merge(two, EDITOR, number)
    assert whole_database(two) == without_claims


def test_sums_add_up_and_are_parted_again(two: Directory) -> None:
    with two.database.writing() as session:
        Imports(session).begin("batch", "csv", NOW)
        Practices(session).add("practice", "Green House", NOW)
        for id, mark in ((REGISTER, "one"), (OWN, "two")):
            hang_everything(session, id, mark)
        Claims(session).forget_listing(REGISTER)
    number = merge(two)
    assert [row["count"] for row in rows_of(two, "view_count", OWN)] == [6]
    assert rows_of(two, "view_count", REGISTER) == []
    undo_merge(two, EDITOR, number)
    assert [row["count"] for row in rows_of(two, "view_count", OWN)] == [3]
    assert [row["count"] for row in rows_of(two, "view_count", REGISTER)] == [3]


def test_what_was_edited_since_stays_when_a_merge_is_taken_back(two: Directory) -> None:
    number = merge(two)
    store(two, one(two, OWN).model_copy(update={"bio": "Now with more words."}))
    assert prepare_undo(two, number).edited == ("bio",)
    undo_merge(two, EDITOR, number)
    found = one(two, OWN)
    assert (found.bio, found.npi, found.phone) == ("Now with more words.", None, None)
    assert one(two, REGISTER) == register_listing()


def test_merges_are_taken_back_the_last_one_first(two: Directory) -> None:
    store(two, own_listing(id="third", name="R. Hale"))
    first, second = merge(two), merge(two, OWN, "third")
    with pytest.raises(Conflict, match=f"number {second} first"):
        undo_merge(two, EDITOR, first)
    undo_merge(two, EDITOR, second)
    undo_merge(two, EDITOR, first)
    assert one(two, OWN) == own_listing()


def test_a_merge_is_taken_back_once(two: Directory) -> None:
    number = merge(two)
    undo_merge(two, EDITOR, number)
    with pytest.raises(NotFound):
        undo_merge(two, EDITOR, number)


def test_the_listing_that_somebody_keeps_stays(two: Directory) -> None:
    keep(two, REGISTER, ACCOUNT)
    assert "let that one stay" in hindrances(two)[0]
    assert not hindrances(two, REGISTER, OWN)[:-1]


def test_what_a_keeper_wrote_is_not_overwritten(two: Directory) -> None:
    keep(two, OWN, ACCOUNT)
    choices = prepare_merge(two, OWN, REGISTER).choices
    assert choices["name"] == ("kept",)
    assert choices["phone"] == ("other", "kept")


def test_two_who_keep_a_listing_each_are_not_joined(two: Directory) -> None:
    keep(two, OWN, ACCOUNT)
    keep(two, REGISTER, "account-ben")
    assert "Different people keep" in hindrances(two)[0]
    with pytest.raises(Conflict):
        merge(two)


def test_one_person_who_keeps_both_listings_keeps_the_one_that_stays(two: Directory) -> None:
    keep(two, OWN, ACCOUNT)
    keep(two, REGISTER, ACCOUNT)
    number = merge(two)
    with two.database.reading() as session:
        assert Keepers(session).of_account(ACCOUNT) == (OWN,)
    undo_merge(two, EDITOR, number)
    with two.database.reading() as session:
        assert Keepers(session).of_account(ACCOUNT) == (OWN, REGISTER)


def test_an_open_claim_goes_on_with_the_listing_that_stays(two: Directory) -> None:
    with two.database.writing() as session:
        Claims(session).save(claim(REGISTER, "asked"))
    number = merge(two)
    with two.database.reading() as session:
        assert [found.id for found in Claims(session).of_listing(OWN)] == ["c1"]
    undo_merge(two, EDITOR, number)
    with two.database.reading() as session:
        assert [found.id for found in Claims(session).of_listing(REGISTER)] == ["c1"]


@pytest.mark.parametrize("state", ["frozen", "approved"])
def test_a_claim_that_others_may_contest_comes_first(two: Directory, state: str) -> None:
    with two.database.writing() as session:
        Claims(session).save(claim(REGISTER, state))
    assert hindrances(two)


def test_a_wish_for_removal_comes_first(two: Directory) -> None:
    with two.database.writing() as session:
        Removals(session).save(Removal("r1", REGISTER, NOW, "all", "wrong"))
    assert "asked to remove" in hindrances(two)[0]


def test_a_street_that_somebody_had_removed_does_not_come_back(two: Directory) -> None:
    place = {"street": "9 Elm Court", "city": "Reno", "state": "NV", "zip": "89501"}
    store(
        two,
        register_listing(locations=[place]),
        register_listing(id="second", npi=None, phone=None),
    )
    with two.database.writing() as session:
        Tombstones(session).raise_over(Tombstone("second", None, "details"), NOW)
    before = whole_database(two)
    number = merge(two, "second", REGISTER)
    found = one(two, "second")
    assert found.phone is None
    assert all(place.street is None for place in found.locations)
    undo_merge(two, EDITOR, number)
    assert whole_database(two) == before
