"""A listing from nothing: hidden until it is filled in and checked, and nobody listed twice."""

import pytest

from directory.providers import Provider
from directory.storage import Claims, Keepers, Providers
from tests.claim.people import (
    CLAIMANT,
    LISTING,
    as_account,
    findings,
    is_checked,
    listing,
    press,
    recipients,
    stored_claim,
)
from tests.factories import make_npi
from tests.provider.editing import save
from tests.web.mailing import Office, text_of, words_on

FORM = "/my/new-listing"
TYPED = {
    "name": "Nora Newman",
    "license": "lcsw",
    "state": "CA",
    "title": "LCSW",
    "number": "777",
    "npi": "",
}


def begin(here: Office, **typed: str) -> str:
    """Begin a listing; return where that leads."""
    answer = as_account(here, "una").submit(FORM, **TYPED | typed)
    assert answer.status_code == 303, words_on(answer)
    return str(answer.headers["Location"])


def own(here: Office) -> Provider:
    with here.directory.database.reading() as session:
        (id,) = Keepers(session).of_account("una")
        found = Providers(session).get(id)
    assert found
    return found


def fill_in(here: Office, id: str, **facts: object) -> None:
    """Fill in what a listing needs to be published."""
    services = {
        "services": ["support"],
        "service_intent": "support",
        "offers_conversion_practices": False,
    }
    save(here.directory, id, "services", **services | facts)


def publish(here: Office, id: str) -> str:
    person = as_account(here, "una")
    answer = press(person, f"/my/listing/{id}", "publish", offers_none="yes")
    assert answer.status_code == 303
    return words_on(person.see(f"/my/listing/{id}"))


def test_a_new_listing_is_its_makers_and_hidden(here: Office) -> None:
    address = begin(here, npi=make_npi(7))
    found = own(here)
    assert address == f"/my/listing/{found.id}"
    assert (found.claimed, found.published, found.npi) == (True, False, make_npi(7))
    assert [(held.title, held.status) for held in found.licenses] == [("LCSW", "unverified")]
    assert here.person().see(f"/providers/{found.id}").status_code == 404
    assert recipients(here) == []


def test_an_npi_that_is_here_already_leads_to_the_claim(here: Office) -> None:
    assert begin(here, npi="1234567893") == f"/claim/{LISTING}"


@pytest.mark.parametrize("npi", ["1234567890", "12", "ABCDEFGHIJ"])
def test_what_is_no_npi_is_refused(here: Office, npi: str) -> None:
    answer = as_account(here, "una").submit(FORM, **TYPED | {"npi": npi})
    assert answer.status_code == 422
    assert "Nora Newman" in answer.text


def test_whoever_has_the_same_name_in_the_state_is_shown_first(here: Office) -> None:
    una = as_account(here, "una")
    typed = TYPED | {"name": "Una M. Claimed"}
    answer = una.submit(FORM, **typed)
    assert answer.status_code == 200
    assert f'href="/claim/{LISTING}"' in answer.text
    assert 'name="is_new"' in answer.text
    assert una.submit(FORM, **typed, is_new="yes").status_code == 303


def test_the_same_name_in_another_state_is_somebody_else(here: Office) -> None:
    begin(here, name="Una Claimed", state="NY")


def test_a_title_of_another_license_is_refused_in_plain_words(here: Office) -> None:
    answer = as_account(here, "una").submit(FORM, **TYPED | {"title": "LMFT"})
    assert answer.status_code == 422
    assert "in CA the title LMFT stands for lmft" in words_on(answer).replace("In CA", "in CA")


def test_a_coach_needs_no_license_and_can_name_none(here: Office) -> None:
    coach = TYPED | {"license": "coach", "title": "", "number": ""}
    assert as_account(here, "una").submit(FORM, **coach | {"title": "LCSW"}).status_code == 422
    begin(here, **coach)
    assert own(here).licenses == ()


def test_nobody_publishes_a_new_listing_before_it_is_checked(here: Office) -> None:
    begin(here)
    id = own(here).id
    fill_in(here, id)
    assert "A person looks at it first" in publish(here, id)
    assert not own(here).published
    boss = as_account(here, "boss")
    assert f"/admin/checks/{id}" in boss.see("/admin/queue").text
    typed = findings(number="777")
    assert press(boss, f"/admin/checks/{id}", "clear", **typed).status_code == 303
    found = own(here)
    assert found.published
    assert [(held.number, held.status) for held in found.licenses] == [("777", "active")]
    assert here.person().see(f"/providers/{id}").status_code == 200
    assert recipients(here) == [CLAIMANT]
    assert "Nothing waits" in boss.see("/admin/queue").text


def test_what_is_sent_back_waits_for_its_keeper_and_comes_again(here: Office) -> None:
    begin(here)
    id = own(here).id
    fill_in(here, id)
    publish(here, id)
    boss = as_account(here, "boss")
    press(boss, f"/admin/checks/{id}", "send-back", reason="The board has no number 777.")
    assert "no number 777" in text_of(here.mails()[-1])
    assert "Nothing waits" in boss.see("/admin/queue").text
    publish(here, id)
    assert f"/admin/checks/{id}" in boss.see("/admin/queue").text


def test_a_check_of_what_is_not_filled_in_does_not_publish_it(here: Office) -> None:
    begin(here)
    id = own(here).id
    fill_in(here, id)
    publish(here, id)
    save(here.directory, id, "services", services=["psychotherapy"], service_intent="both")
    told = words_on(as_account(here, "boss").see(f"/admin/checks/{id}"))
    assert "You offer psychotherapy, so name at least one kind of therapy" in told
    press(as_account(here, "boss"), f"/admin/checks/{id}", "clear", **findings(number="777"))
    assert is_checked(here, id)
    assert not own(here).published


def test_a_coach_is_checked_without_a_license(here: Office) -> None:
    begin(here, license="coach", title="", number="")
    id = own(here).id
    fill_in(here, id)
    publish(here, id)
    boss = as_account(here, "boss")
    assert "no license to look up" in words_on(boss.see(f"/admin/checks/{id}"))
    press(boss, f"/admin/checks/{id}", "clear", source="A passport, by video")
    assert own(here).published


def test_a_new_listing_of_somebody_else_can_be_disputed(here: Office) -> None:
    begin(here)
    with here.directory.database.reading() as session:
        (held,) = Claims(session).of_listing(own(here).id)
    assert stored_claim(here, held.id).state == "settled"
    assert press(as_account(here, "boss"), f"/admin/claims/{held.id}", "freeze").status_code == 303
    assert as_account(here, "una").see(f"/my/listing/{own(here).id}").status_code == 404


def test_three_unfinished_listings_are_enough(here: Office) -> None:
    for name in ("Nora Newman", "Olga Older", "Pia Parker"):
        begin(here, name=name)
    answer = as_account(here, "una").submit(FORM, **TYPED | {"name": "Quinn Quill"})
    assert answer.status_code == 422
    assert "Finish the listings" in words_on(answer)


def test_a_listing_that_was_begun_is_no_secret_to_the_register_check(here: Office) -> None:
    begin(here, npi=make_npi(7))
    assert listing(here, own(here).id) is not None
    assert begin(here, npi=make_npi(7), name="Somebody Else").startswith("/my/listing/own-")


def test_an_admin_sees_whose_patients_a_new_listing_could_lead_elsewhere(here: Office) -> None:
    begin(here, name="Una Claimed", is_new="yes")
    fill_in(here, own(here).id)
    publish(here, own(here).id)
    page = as_account(here, "boss").see(f"/admin/checks/{own(here).id}")
    assert "May be the same person" in words_on(page)
    assert f'href="/providers/{LISTING}"' in page.text
