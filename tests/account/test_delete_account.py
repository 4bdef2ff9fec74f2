"""Deleting an account, and what stays."""

import pytest
from sqlmodel import Session

from directory.providers.claims import Claim, State
from directory.providers.corrections import Correction
from directory.providers.drafts import SectionDraft
from directory.providers.history import Author
from directory.storage import (
    Accounts,
    Changes,
    Claims,
    Corrections,
    Drafts,
    Keepers,
    Practices,
    Providers,
    Reminders,
    StoredAccount,
)
from directory.workflows.listing_changes import record_change
from tests.account.people import ADDRESS, is_signed_in, sign_in, sign_up, signed_in
from tests.conftest import NOW
from tests.factories import make_provider
from tests.permissions.database import dump
from tests.web.mailing import Office, words_on

LISTING = "ana-lopez"


def account_of(here: Office, address: str = ADDRESS) -> StoredAccount | None:
    with here.directory.database.reading() as session:
        return Accounts(session).find("email", address)


def keep_listing(session: Session, account_id: str) -> None:
    """Store a listing that an account keeps, and a history that names the account's address."""
    before = make_provider(id=LISTING, email=None)
    author = Author("provider", account_id)
    record_change(session, None, before, author, NOW)
    after = before.model_copy(update={"email": ADDRESS.upper()})
    record_change(session, before, after, author, NOW)
    Keepers(session).add(LISTING, account_id, NOW)


def claim_of(account_id: str, state: State) -> Claim:
    return Claim(
        id="claim",
        provider_id=LISTING,
        account_id=account_id,
        asked_at=NOW,
        way="email",
        sent_to=ADDRESS,
        state=state,
        since=NOW,
    )


def tables_with(here: Office, text: str) -> set[str]:
    """Return the tables that hold a text anywhere."""
    return {name for name, rows in dump(here.directory.database).items() if text in str(rows)}


def test_the_account_goes_and_the_listing_stays_as_it_is(here: Office) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        keep_listing(session, account.id)
        was = Providers(session).get(LISTING)
    said = words_on(person.see("/account/delete"))
    assert "as patients see it now" in said
    assert person.submit("/account/delete").location == "/account/sign-in"
    assert account_of(here) is None
    assert not is_signed_in(person)
    assert sign_in(here.person()).status_code == 422
    with here.directory.database.reading() as session:
        assert not Keepers(session).is_kept(LISTING)
        assert Providers(session).get(LISTING) == was
        changes = Changes(session).of_listing(LISTING)
    assert len(changes) == 2
    assert ADDRESS not in str(changes).lower()
    assert here.mails()[-1]["Subject"] == "Your account is deleted"


def test_no_byte_of_the_address_stays(here: Office) -> None:
    person = signed_in(here)
    person.submit("/account/address", email="ana@new-home.example")
    person.submit("/account/delete")
    here.directory.database.close()
    kept = (here.folder / "directory.db").read_bytes()
    assert ADDRESS.encode() not in kept
    assert b"ana@new-home.example" not in kept


def test_a_practice_that_nobody_else_manages_closes(here: Office) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        Practices(session).add("riverside", "Riverside Therapy", NOW)
        Practices(session).add_manager("riverside", account.id, NOW)
    assert "the practice Riverside Therapy" in words_on(person.see("/account/delete"))
    person.submit("/account/delete")
    with here.directory.database.reading() as session:
        assert Practices(session).get("riverside") is None


def test_the_only_admin_cannot_go(here: Office) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        Accounts(session).change(account.id, {"role": "owner"})
    assert "You are the only admin" in words_on(person.see("/account/delete"))
    person.submit("/account/delete")
    assert account_of(here)


@pytest.mark.parametrize(
    ("state", "why"), [("frozen", "Somebody says"), ("approved", "less than seven days old")]
)
def test_nobody_goes_while_others_may_object(here: Office, state: State, why: str) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        keep_listing(session, account.id)
        Claims(session).save(claim_of(account.id, state))
    assert why in words_on(person.see("/account/delete"))
    person.submit("/account/delete")
    assert account_of(here)


def test_nothing_anywhere_names_the_account_but_its_number_in_the_history(here: Office) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        keep_listing(session, account.id)
        Claims(session).save(claim_of(account.id, "settled"))
        Corrections(session).save(Correction("one", LISTING, account.id, NOW, name="Ana L."))
        Reminders(session).note(LISTING, account.id, NOW.date())
        Drafts(session).put(LISTING, SectionDraft("words", {"bio": "half a"}, NOW, False))
    person.submit("/account/address", email="ana@new-home.example")
    assert person.submit("/account/delete").status_code == 303
    assert tables_with(here, account.id) == {"listing_change"}
    assert tables_with(here, "half a") == set()


def test_a_listing_that_nobody_has_seen_goes_along(here: Office) -> None:
    person = signed_in(here)
    account = account_of(here)
    assert account
    with here.directory.database.writing() as session:
        hidden = make_provider(id=LISTING, published=False, claimed=True)
        record_change(session, None, hidden, Author("provider", account.id), NOW)
        Keepers(session).add(LISTING, account.id, NOW)
    assert "which nobody else has seen yet" in words_on(person.see("/account/delete"))
    person.submit("/account/delete")
    with here.directory.database.reading() as session:
        assert Providers(session).get(LISTING) is None
        assert not Changes(session).of_listing(LISTING)


def test_the_address_is_free_again(here: Office) -> None:
    signed_in(here).submit("/account/delete")
    assert sign_in(sign_up(here)).status_code == 303
