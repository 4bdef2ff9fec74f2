"""What comes after a merge: old ids, files that name them, removals, deleted accounts."""

from pathlib import Path

from directory.config import Settings
from directory.exchange.outcomes import Record
from directory.providers.removals import Removal
from directory.storage import (
    Attachments,
    Imports,
    Merges,
    Practices,
    Providers,
    Removals,
    Tombstones,
)
from directory.storage.attachment_rules import OUTLIVING
from directory.storage.hanging import with_anything_hanging
from directory.workflows import Directory
from directory.workflows.imports.import_files import import_files
from directory.workflows.merging.merge_listings import merge_listings, prepare_merge
from directory.workflows.merging.merged_away import led_to_survivors, survivor_of
from directory.workflows.removals.decide_removal import carry_out_removal, forget_listing
from directory.workflows.removals.removal_letters import RemovalLetters
from tests.conftest import NOW
from tests.factories import make_npi, make_provider, store
from tests.merging.hanging import ACCOUNT, hang_everything
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
)


def test_an_old_id_leads_through_every_merge_to_the_last(two: Directory) -> None:
    store(two, make_provider(id="third", name="Robert Hale"))
    merge(two)
    merge(two, "third", OWN)
    assert survivor_of(two, REGISTER) == "third"
    assert survivor_of(two, "third") is None


def test_an_old_id_leads_to_nothing_that_is_hidden(two: Directory) -> None:
    merge(two)
    store(two, one(two, OWN).model_copy(update={"published": False}))
    assert survivor_of(two, REGISTER) is None


def test_a_file_that_names_the_old_id_finds_the_listing_that_stayed(two: Directory) -> None:
    store(two, own_listing(id="third", name="Robert Hale", npi=make_npi(5)))
    merge(two, OWN, "third")
    row = own_listing(id="third", name="Robert Hale", npi=make_npi(5), payers=["cigna"])
    with two.database.reading() as session:
        [led] = led_to_survivors(session, [Record(2, row, ())])
    assert isinstance(led, Record)
    assert led.provider == one(two, OWN).model_copy(update={"payers": ("cigna",)})


def test_a_file_that_says_nothing_new_changes_nothing(two: Directory) -> None:
    stamp = prepare_merge(two, OWN, REGISTER).stamp
    merge_listings(two, EDITOR, OWN, REGISTER, {"npi": "kept"}, stamp)
    with two.database.reading() as session:
        [led] = led_to_survivors(session, [Record(2, register_listing(), ())])
    assert isinstance(led, Record)
    assert led.provider == one(two, OWN)


def test_a_listing_that_is_removed_takes_what_was_merged_into_it_along(two: Directory) -> None:
    merge(two)
    with two.database.writing() as session:
        forget_listing(session, OWN)
    with two.database.reading() as session:
        assert Merges(session).newest() == ()
        assert Providers(session).count() == 0


def test_a_listing_that_is_removed_takes_whatever_hangs_on_it_along(two: Directory) -> None:
    with two.database.writing() as session:
        Imports(session).begin("batch", "csv", NOW)
        Practices(session).add("practice", "Green House", NOW)
        hang_everything(session, OWN, "one")
        forget_listing(session, OWN)
        assert set(Attachments(session).counts(OWN)) == OUTLIVING
        assert not with_anything_hanging(session, [OWN])


def test_nothing_that_was_merged_comes_back_once_the_listing_was_removed(
    two: Directory, settings: Settings
) -> None:
    number = merge(two)
    with two.database.writing() as session:
        Removals(session).save(Removal("r1", OWN, NOW, "all", "not_asked"))
    carry_out_removal(two, RemovalLetters(settings), "r1", EDITOR)
    with two.database.reading() as session:
        stones = Tombstones(session).of((OWN, REGISTER), (NPI,))
        assert Merges(session).get(number) is None
    assert {OWN, REGISTER, NPI} <= set(stones)


def test_a_merge_forgets_an_account_that_is_deleted(two: Directory) -> None:
    own = own_listing(email="ana@example.org")
    store(two, own, register_listing(claimed=False))
    keep(two, OWN, ACCOUNT)
    keep(two, REGISTER, ACCOUNT)
    number = merge(two)
    with two.database.writing() as session:
        assert Merges(session).forget_account(ACCOUNT, "ana@example.org") == (REGISTER,)
        found = Merges(session).get(number)
        assert not any(part.account_id == ACCOUNT for part in Merges(session).parts(number))
    assert found
    assert found.survivor_before.email is None
    assert found.after.email is None


def test_importing_the_same_files_again_changes_nothing(two: Directory, tmp_path: Path) -> None:
    file = tmp_path / "both.jsonl"
    rows = (one(two, OWN), one(two, REGISTER))
    file.write_text("\n".join(row.model_dump_json() for row in rows), encoding="utf-8")
    merge(two)
    merged = one(two, OWN)
    report = import_files(two, [file])
    assert (report.created, report.updated, len(report.errors)) == (0, 0, 0)
    report.close()
    assert one(two, OWN) == merged


def test_news_in_a_file_reach_the_listing_that_stayed(two: Directory, tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    row = one(two, OWN).model_copy(update={"bio": "New words in the file."})
    file.write_text(row.model_dump_json(), encoding="utf-8")
    merge(two)
    report = import_files(two, [file])
    assert report.updated == 1
    report.close()
    found = one(two, OWN)
    assert (found.bio, found.npi, found.phone) == (row.bio, NPI, "+14155550188")
