"""A practice looks after listings whose clinicians agreed, and not a moment longer."""

from datetime import timedelta

import pytest

from directory.providers import Practice, Provider
from directory.providers.history import Author
from directory.storage import Providers
from directory.workflows.listing_changes import record_change
from tests.conftest import NOW
from tests.permissions.forms import forms_on
from tests.practices.house import House, Human
from tests.web.mailing import words_on


def join(house: House, practice: str, who: Human, listing: str) -> None:
    house.mia.press(f"{practice}/invite", who=who.address)
    answer = who.press(f"{who.invitation()}/accept", listing=listing)
    assert answer.status_code == 303, answer.text


def test_whoever_begins_a_practice_manages_it(house: House) -> None:
    practice = house.begin()
    page = house.mia.see(practice)
    assert "Green House" in page.text
    assert house.mia.address in page.text
    assert house.mia.see("/my/practice").headers["Location"] == practice


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "x" * 81,
        "Cheap https://pills.example",
        "ask@pills.example",
        "www.pills",
        "pills.example now",
    ],
)
def test_a_practice_cannot_be_called_just_anything(house: House, name: str) -> None:
    answer = house.mia.press("/my/practice/new", name=name)
    assert answer.status_code == 422
    assert "Please check this" in answer.text
    assert house.practices_of(house.mia.id) == 0


def test_a_clinician_joins_by_mail_and_the_listing_names_the_practice(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    listing = house.listing("listing-ana")
    assert listing.practice
    assert listing.practice.name == "Green House"
    change = house.changes("listing-ana")[0]
    assert (change.author.kind, change.author.account_id) == ("provider", house.ana.id)
    assert "Ana Lake joined Green House" in house.mia.mails()
    assert "Your listing joined Green House" in house.ana.mails()
    assert "Ana Lake" in house.mia.see(practice).text


@pytest.mark.parametrize(
    "typed", ["listing-ben", "https://directory.example/providers/listing-ben", "NPI"]
)
def test_a_clinician_is_found_by_listing_or_npi_and_their_address_is_not_shown(
    house: House, typed: str
) -> None:
    practice = house.begin()
    npi = house.listing("listing-ben").npi or ""
    house.mia.press(f"{practice}/invite", who=npi if typed == "NPI" else typed)
    page = house.mia.see(practice)
    assert "Ben Lake" in page.text
    assert house.ben.address not in page.text
    assert "Green House invites you to join" in house.ben.mails()


@pytest.mark.parametrize("typed", ["", "nobody-at-all", "nobodys", "1234567890", "no mail@x", "ä"])
def test_an_invitation_that_nobody_could_accept_is_not_sent(house: House, typed: str) -> None:
    practice = house.begin()
    answer = house.mia.press(f"{practice}/invite", who=typed)
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text or not typed
    assert house.office.mails() == []


def test_an_invitation_to_one_listing_is_for_nobody_else(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", who="listing-ben")
    link = house.ben.invitation()
    assert house.ana.see(link).status_code == 404
    assert house.ana.press(f"{link}/accept", listing="listing-ana").status_code == 404
    assert house.listing("listing-ana").practice is None


def test_nobody_can_let_the_listing_of_another_join(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", who=house.ana.address)
    link = house.ana.invitation()
    assert house.ana.press(f"{link}/accept", listing="listing-ben").status_code == 422
    assert house.mia.press(f"{link}/accept", listing="listing-ben").status_code == 422
    assert house.listing("listing-ben").practice is None


def test_an_invitation_works_once(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    link = house.ana.invitation()
    house.ana.press("/my/listing/listing-ana/practice/leave")
    assert house.ana.see(link).status_code == 404
    assert house.ana.press(f"{link}/accept", listing="listing-ana").status_code == 404
    assert house.listing("listing-ana").practice is None


def test_an_invitation_is_over_after_14_days(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", who=house.ana.address)
    link = house.ana.invitation()
    house.office.clock.passed = timedelta(days=14)
    later = Human(house.office, "ana")
    assert later.see(link).status_code == 404


def test_an_invitation_can_be_declined_and_taken_back(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", who=house.ana.address)
    house.ana.press(f"{house.ana.invitation()}/decline")
    assert house.ana.see(house.ana.invitation()).status_code == 404
    house.mia.press(f"{practice}/invite", who="listing-ben")
    page = house.mia.see(practice).text
    withdraw = page.split("/withdraw")[0].rpartition('"')[2] + "/withdraw"
    house.mia.press(withdraw)
    assert house.ben.see(house.ben.invitation()).status_code == 404


def test_a_clinician_sees_who_can_edit_and_leaves_with_one_click(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    assert house.mia.address in house.ana.see("/my/listing/listing-ana/practice").text
    house.ana.press("/my/listing/listing-ana/practice/leave")
    page = house.ana.see("/my/listing/listing-ana/practice")
    assert "is in no practice" in words_on(page)
    assert house.listing("listing-ana").practice is None
    assert "Ana Lake left Green House" in house.mia.mails()


def test_when_a_clinician_has_left_the_managers_open_tab_gets_a_404(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    page = "/my/listing/listing-ana/numbers"
    assert house.mia.see(page).status_code == 200
    house.ana.press("/my/listing/listing-ana/practice/leave")
    assert house.mia.see(page).status_code == 404
    assert house.mia.see(f"{practice}/remove/listing-ana").status_code == 404
    assert house.mia.press(f"{practice}/remove/listing-ana").status_code == 404


def test_a_manager_comes_to_no_license_and_to_no_leaving_of_the_clinician(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    assert house.mia.see("/my/listing/listing-ana/practice").status_code == 404
    assert house.mia.press("/my/listing/listing-ana/practice/leave").status_code == 404
    assert house.mia.see("/my/listing/listing-ana/license").status_code == 404


def test_a_manager_edits_the_listing_and_the_history_says_for_whom(house: House) -> None:
    join(house, house.begin(), house.ana, "listing-ana")
    section = "/my/listing/listing-ana/words"
    form = next(
        one for one in forms_on(section, house.mia.see(section).text) if one.action == section
    )
    typed = dict(form.typed) | {"bio": "We have room for you on Mondays."}
    assert house.mia.press(section, section, **typed).status_code == 303
    assert house.listing("listing-ana").bio == "We have room for you on Mondays."
    author = house.changes("listing-ana")[0].author
    assert (author.kind, author.account_id) == ("practice", house.mia.id)


def test_a_manager_lets_a_listing_go_and_its_keeper_is_told(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    assert "Remove Ana Lake" in house.mia.see(f"{practice}/remove/listing-ana").text
    house.mia.press(f"{practice}/remove/listing-ana")
    assert house.listing("listing-ana").practice is None
    assert "Your listing is no longer with Green House" in house.ana.mails()
    assert house.changes("listing-ana")[0].author.kind == "practice"


def test_another_manager_is_invited_and_the_first_one_told(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/managers", email=house.noa.address)
    house.noa.press(f"{house.noa.invitation()}/accept")
    assert house.noa.see(practice).status_code == 200
    assert "noa@example.org now manages Green House, too" in house.mia.mails()


def test_when_the_last_manager_leaves_the_practice_closes_and_listings_go_on(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    house.mia.press(f"{practice}/managers", email=house.noa.address)
    house.noa.press(f"{house.noa.invitation()}/accept")
    house.mia.press(f"{practice}/invite", who=house.ben.address)
    assert house.mia.press(f"{practice}/leave").status_code == 303
    assert house.listing("listing-ana").practice
    assert "closes the practice" in house.noa.see(f"{practice}/leave").text
    house.noa.press(f"{practice}/leave")
    assert house.noa.see(practice).status_code == 404
    assert house.listing("listing-ana").practice is None
    assert house.listing("listing-ana").published
    assert "Your listing is no longer with Green House" in house.ana.mails()
    assert house.ben.see(house.ben.invitation()).status_code == 404


def test_who_joins_another_practice_leaves_the_first(house: House) -> None:
    join(house, house.begin(), house.ana, "listing-ana")
    second = house.begin(house.noa, "Blue House")
    house.noa.press(f"{second}/invite", who="listing-ana")
    house.ana.press(f"{house.ana.invitation()}/accept", listing="listing-ana")
    practice = house.listing("listing-ana").practice
    assert practice
    assert practice.name == "Blue House"
    assert house.mia.see("/my/listing/listing-ana/numbers").status_code == 404
    assert house.noa.see("/my/listing/listing-ana/numbers").status_code == 200
    assert "Ana Lake left Green House" in house.mia.mails()


def test_a_practice_named_by_an_import_gives_nobody_a_right(house: House) -> None:
    practice = house.begin()
    id = practice.rpartition("/")[2]
    with house.directory.database.writing() as session:
        named = Practice(id=id, name="Green House")
        listing = house.listing("listing-ben").model_copy(update={"practice": named})
        Providers(session).save(listing)
    assert house.mia.see("/my/listing/listing-ben/numbers").status_code == 404


def test_a_listing_names_the_practice_that_it_joined_and_no_other(house: House) -> None:
    join(house, house.begin(), house.ana, "listing-ana")
    within = house.listing("listing-ana")
    change(house, within, practice=Practice(id="named-x", name="Elsewhere"))
    assert house.listing("listing-ana").practice == within.practice
    house.ana.press("/my/listing/listing-ana/practice/leave")
    change(house, house.listing("listing-ana"), practice=within.practice)
    assert house.listing("listing-ana").practice is None
    change(house, house.listing("listing-ana"), practice=Practice(id="named-x", name="Elsewhere"))
    named = house.listing("listing-ana").practice
    assert named
    assert named.name == "Elsewhere"


def change(house: House, listing: Provider, practice: Practice | None) -> None:
    """Change a listing as an edit or a restore does."""
    after = listing.model_copy(update={"practice": practice})
    with house.directory.database.writing() as session:
        record_change(session, listing, after, Author("provider", house.ana.id), NOW)


def test_whoever_gives_rights_away_shows_once_more_who_they_are(house: House) -> None:
    practice = house.begin()
    join(house, practice, house.ana, "listing-ana")
    house.mia.press(f"{practice}/invite", who="listing-ben")
    house.office.clock.passed = timedelta(minutes=20)
    assert house.mia.press(f"{practice}/invite", who="listing-ben").status_code == 403
    assert house.mia.press(f"{practice}/managers", email="noa@example.org").status_code == 403
    accept = f"{house.ben.invitation()}/accept"
    assert house.ben.press(accept, listing="listing-ben").status_code == 403
    assert house.ana.press("/my/listing/listing-ana/practice/leave").status_code == 303
    assert house.mia.press(f"{practice}/leave").status_code == 303


def test_the_name_of_a_practice_is_locked_while_it_looks_after_the_listing(house: House) -> None:
    join(house, house.begin(), house.ana, "listing-ana")
    section, practice = "/my/listing/listing-ana/words", "/my/listing/listing-ana/practice"
    page = house.ana.see(section)
    assert "is in Green House" in words_on(page)
    assert f'href="{practice}"' in page.text
    assert 'name="practice"' not in page.text
    assert practice not in house.mia.see(section).text.partition("<main")[2]
    house.ana.press(section, section, seen=seen_on(page.text), bio="I keep bees.", practice="Mine")
    listing = house.listing("listing-ana")
    assert (listing.bio, listing.practice.name if listing.practice else "") == (
        "I keep bees.",
        "Green House",
    )
    house.ana.press(f"{practice}/leave")
    assert 'name="practice"' in house.ana.see(section).text


def seen_on(page: str) -> str:
    return page.partition('name="seen" value="')[2].partition('"')[0]
