"""Whoever keeps a listing is told when patients are sent elsewhere, whoever did it."""

from tests.practices.house import House, Human
from tests.provider.form_reading import form_on

LISTING = "listing-ana"
PLACES = f"/my/listing/{LISTING}/places"
TOLD = "How people reach you was changed"


def change(who: Human, page: str = PLACES, **typed: str) -> None:
    """Send a section with something else in it."""
    form = form_on(who.see(page).text, page)
    sent = {name: values[-1] for name, values in form.items()} | typed
    assert who.press(page, page, **sent).status_code == 303


def test_a_thief_in_a_session_cannot_lead_patients_elsewhere_unnoticed(house: House) -> None:
    change(house.ana, phone="415-555-0199")
    assert house.ana.mails() == [TOLD]
    text = house.office.mails()[-1].get_content()
    assert "the phone number" in text
    assert "0199" not in text
    assert f"https://directory.example/my/listing/{LISTING}/history" in text.split()
    change(house.ana, website="https://elsewhere.example", email="thief@elsewhere.example")
    assert "the website, the email address" in house.office.mails()[-1].get_content()


def test_a_keeper_hears_of_what_their_practice_changes(house: House) -> None:
    practice = house.begin()
    house.mia.press(f"{practice}/invite", practice, who="ana@example.org")
    invitation = house.ana.invitation()
    house.ana.press(f"{invitation}/accept", invitation, listing=LISTING)
    change(house.mia, phone="415-555-0199")
    assert house.ana.mails()[-1] == TOLD
    assert TOLD not in house.mia.mails()


def test_bringing_an_old_phone_back_is_told_as_well(house: House) -> None:
    change(house.ana, phone="415-555-0199")
    page = f"/my/listing/{LISTING}/history"
    undo = next(
        part.split('"')[0]
        for part in house.ana.see(page).text.split('href="')
        if "?change=" in part
    )
    form = form_on(house.ana.see(undo).text, f"{page}/restore")
    sent = {name: values[-1] for name, values in form.items()}
    assert house.ana.press(f"{page}/restore", undo, **sent).status_code == 303
    assert house.ana.mails() == [TOLD, TOLD]


def test_nothing_is_told_where_people_are_reached_as_before(house: House) -> None:
    change(house.ana)
    change(house.ana, f"/my/listing/{LISTING}/words", bio="I listen first.")
    assert house.ana.mails() == []
