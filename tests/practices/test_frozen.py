"""While somebody's objection waits for an admin, nobody edits a listing: no keeper, no practice."""

from directory.providers.claims import Claim
from directory.storage import Claims
from tests.conftest import NOW
from tests.practices.house import House


def test_a_frozen_listing_is_closed_to_its_keeper_and_to_the_practice(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", who=house.ana.address)
    house.ana.press(f"{house.ana.invitation()}/accept", listing="listing-ana")
    editor = "/my/listing/listing-ana"
    assert house.ana.see(editor).status_code == house.mia.see(editor).status_code == 200
    with house.directory.database.writing() as session:
        claim = Claim("c", "listing-ana", house.ana.id, NOW, "by_hand", "", "frozen", NOW)
        Claims(session).save(claim)
    assert house.ana.see(editor).status_code == house.mia.see(editor).status_code == 404
    page = house.ana.see("/my/listing")
    assert "somebody objected to who keeps it" in page.text
    assert f'href="{editor}"' not in page.text
    assert f'href="{editor}"' not in house.mia.see("/my/listing").text


def test_a_keeper_who_is_stopped_reads_what_happens_next_and_can_answer(house: House) -> None:
    with house.directory.database.writing() as session:
        claim = Claim("c", "listing-ana", house.ana.id, NOW, "by_hand", "", "frozen", NOW)
        Claims(session).save(claim)
    assert 'href="/claims/c"' in house.ana.see("/my/listing").text
    assert "then gives it back to you" in house.ana.see("/claims/c").text
    house.ana.press("/claims/c/answer", "/claims/c", answer="The front desk is new.")
    assert "The front desk is new." in house.ana.see("/claims/c").text
    with house.directory.database.reading() as session:
        kept = Claims(session).get("c")
    assert kept
    assert (kept.state, kept.answer) == ("frozen", "The front desk is new.")
