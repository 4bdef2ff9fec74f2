"""Who keeps a listing, and what became of it."""

from directory.providers.history import SYSTEM, Author
from directory.storage import Changes, Keepers, Providers
from directory.workflows import Directory
from directory.workflows.listing_changes import record_change
from tests.conftest import NOW
from tests.factories import make_provider


def test_a_listing_is_kept_by_whom_it_was_given_to(directory: Directory) -> None:
    with directory.database.writing() as session:
        keepers = Keepers(session)
        keepers.add("ana-lopez", "account-1", NOW)
        keepers.add("ana-lopez", "account-1", NOW)
    with directory.database.reading() as session:
        keepers = Keepers(session)
        assert keepers.of_listing("ana-lopez") == ("account-1",)
        assert keepers.of_account("account-1") == ("ana-lopez",)
        assert keepers.keeps("account-1", "ana-lopez")
        assert not keepers.keeps("account-2", "ana-lopez")


def test_whoever_is_taken_out_keeps_it_no_longer(directory: Directory) -> None:
    with directory.database.writing() as session:
        keepers = Keepers(session)
        keepers.add("ana-lopez", "account-1", NOW)
        keepers.remove("ana-lopez", "account-1")
        assert not keepers.is_kept("ana-lopez")


def test_a_change_is_noted_with_what_was_and_what_became(directory: Directory) -> None:
    before = make_provider()
    after = before.model_copy(update={"languages": ("en", "es")})
    author = Author("provider", "account-1")
    with directory.database.writing() as session:
        record_change(session, None, before, SYSTEM, NOW)
        record_change(session, before, after, author, NOW)
        record_change(session, after, after, author, NOW)
    with directory.database.reading() as session:
        newest, first = Changes(session).of_listing(before.id)
        assert Providers(session).get(before.id) == after
    assert (newest.before, newest.after) == ({"languages": ["en"]}, {"languages": ["en", "es"]})
    assert newest.author == author
    assert first.before == {}
    assert first.after["name"] == "Ana Lopez"
