"""What Flask-Security writes: only what changed, and never over what another request wrote."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import event

from directory.storage import Accounts
from directory.web.account.datastore import AccountStore
from directory.web.account.people import Person
from tests.account.people import ADDRESS
from tests.conftest import NOW
from tests.web.mailing import Office


def store_with(here: Office) -> AccountStore:
    """Return the accounts, of which there is one."""
    store = AccountStore(here.directory)
    store.put(store.new_person(ADDRESS, "a hash"))
    return store


def read(store: AccountStore) -> Person:
    found = store.find_user(email=ADDRESS)
    assert found
    return found


def test_only_what_changed_is_written(here: Office) -> None:
    store = store_with(here)
    person, said = read(store), list[str]()
    person.confirmed_at = NOW

    @event.listens_for(here.directory.database.engine, "before_cursor_execute")
    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    store.put(person)
    store.put(person)
    updates = [one for one in said if one.startswith("UPDATE account")]
    assert updates == ["UPDATE account SET confirmed_at=? WHERE account.id = ?"]


def test_of_two_requests_neither_undoes_the_other(here: Office) -> None:
    store = store_with(here)
    one, other = read(store), read(store)
    one.password = "another hash"
    other.role = "reader"
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(store.put, (one, other)))
    now = read(store)
    assert (now.password, now.role) == ("another hash", "reader")


def test_a_list_that_was_changed_in_place_is_written(here: Office) -> None:
    store = store_with(here)
    person = read(store)
    person.mf_recovery_codes = ["one", "two"]
    store.put(person)
    person.mf_recovery_codes.remove("one")
    store.put(person)
    assert read(store).mf_recovery_codes == ["two"]


def test_an_address_is_found_in_capitals_and_kept_in_small_letters(here: Office) -> None:
    store = store_with(here)
    assert store.find_user(email=ADDRESS.upper())
    person = read(store)
    person.email = "ANA@PRACTICE.EXAMPLE"
    store.put(person)
    assert store.find_user(email="ana@practice.example")


def test_nothing_secret_is_shown_where_an_account_is_printed(here: Office) -> None:
    person = read(store_with(here))
    person.tf_totp_secret = "totp secret"
    person.mf_recovery_codes = ["recovery code"]
    for shown in (repr(person), repr(person.record())):
        for secret in (ADDRESS, "a hash", "totp secret", "recovery code", person.fs_uniquifier):
            assert secret not in shown


def test_accounts_that_nobody_confirmed_are_forgotten_and_others_stay(here: Office) -> None:
    store = store_with(here)
    kept = store.new_person("noor@practice.example", "a hash")
    kept.confirmed_at = NOW
    store.put(kept)
    with here.directory.database.writing() as session:
        Accounts(session).delete_unconfirmed(NOW + timedelta(days=3))
    assert store.find_user(email=ADDRESS) is None
    assert store.find_user(email="noor@practice.example")
