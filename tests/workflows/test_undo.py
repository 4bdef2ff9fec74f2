"""Taking an import back: database and index are as they were before."""

import pytest

from directory.errors import Conflict, NotFound
from directory.workflows.imports.undo_import import undo_import
from directory.workflows.indexing import reindex
from tests.factories import make_npi, make_provider, make_unclaimed, remove, store
from tests.workflows.files import account, listings_file, listings_in


@pytest.fixture
def imported(directory, take_in, tmp_path):
    """Import two new listings and two changed ones beside one that stays; return the batch."""
    store(
        directory,
        make_provider(id="stays"),
        make_provider(id="changes", bio="Before."),
        make_unclaimed(id="claimed-later", npi=make_npi(5)),
    )
    file = listings_file(
        tmp_path / "a.jsonl",
        make_provider(id="stays"),
        make_provider(id="changes", bio="After."),
        make_provider(id="claimed-later", npi=make_npi(5)),
        make_provider(id="new-1"),
        make_provider(id="new-2", published=False),
    )
    before = account(directory)
    report = take_in(file)
    assert account(directory) != before
    return before, report.batch, file


def test_database_and_index_are_as_before(directory, imported):
    before, batch, _ = imported
    undone = undo_import(directory, batch)
    assert (undone.removed, undone.restored, undone.kept) == (2, 2, ())
    assert account(directory) == before
    reindex(directory)
    assert account(directory) == before


def test_an_import_that_was_taken_back_can_be_made_again(directory, take_in, imported):
    _, batch, file = imported
    reindex(directory)
    after = account(directory)
    undo_import(directory, batch)
    again = take_in(file)
    assert (again.created, again.updated, again.unchanged) == (2, 2, 1)
    reindex(directory)
    assert account(directory) == after


def test_an_import_is_taken_back_once(directory, imported):
    before, batch, _ = imported
    undo_import(directory, batch)
    with pytest.raises(Conflict, match="was taken back on 2026-11-21"):
        undo_import(directory, batch)
    assert account(directory) == before


@pytest.mark.parametrize("batch", ["", "nothing", "20261121-00000000", "' OR 1=1 --"])
def test_an_unknown_import_cannot_be_taken_back(directory, imported, batch):
    after = account(directory)
    with pytest.raises(NotFound):
        undo_import(directory, batch)
    assert account(directory) == after


def test_a_listing_that_was_edited_since_stays(directory, imported):
    _, batch, _ = imported
    edited = make_provider(id="changes", bio="Edited by hand.")
    store(directory, edited, make_provider(id="new-1", bio="Edited too."))
    undone = undo_import(directory, batch)
    assert (undone.removed, undone.restored) == (1, 1)
    assert undone.kept == ("changes", "new-1")
    assert edited.model_dump_json() in listings_in(directory)


def test_a_listing_that_was_removed_since_is_not_brought_back(directory, imported):
    _, batch, _ = imported
    remove(directory, "changes", "new-1")
    undone = undo_import(directory, batch)
    assert undone.kept == ("changes", "new-1")
    assert len(listings_in(directory)) == 2


def test_a_later_import_of_the_same_listing_stays(directory, take_in, imported, tmp_path):
    before, first, _ = imported
    file = listings_file(tmp_path / "b.jsonl", make_provider(id="changes", bio="Later."))
    second = take_in(file).batch
    assert undo_import(directory, first).kept == ("changes",)
    assert undo_import(directory, second).restored == 1
    assert account(directory)[0] != before[0]


def test_imports_taken_back_in_reverse_lead_to_the_start(directory, take_in, imported, tmp_path):
    before, first, _ = imported
    file = listings_file(tmp_path / "b.jsonl", make_provider(id="changes", bio="Later."))
    second = take_in(file).batch
    undo_import(directory, second)
    undo_import(directory, first)
    assert account(directory) == before


def test_an_import_of_nothing_new_is_taken_back_without_a_trace(directory, take_in, imported):
    _, _, file = imported
    reindex(directory)
    after = account(directory)
    undone = undo_import(directory, take_in(file).batch)
    assert (undone.removed, undone.restored, undone.kept) == (0, 0, ())
    assert account(directory) == after
