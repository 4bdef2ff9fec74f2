"""Writing to a provider through the site: the way there, and whatever keeps a message back."""

from pathlib import Path

import pytest

from directory.web.patient.message.form import read_draft
from tests.factories import make_provider, store
from tests.web.mailing import (
    ANSWER,
    FORM,
    PROVIDERS_ADDRESS,
    WORDS,
    WRITERS_ADDRESS,
    Office,
    fill,
    link_in,
    office,
    text_of,
    words_on,
)

SMTP = {
    "DIRECTORY_ENV": "production",
    "MAIL_URL": "smtp://mail.example.org",
    "MAIL_FROM": "no-reply@directory.example",
}


def test_a_message_reaches_the_provider_and_their_answer_the_person(here: Office) -> None:
    person = here.person()
    sent = person.write()
    assert (sent.status_code, sent.location) == (303, f"{FORM}/sent")
    assert "Your message is on its way" in words_on(person.see(sent.location))
    (asked,) = here.mails()
    assert asked["To"] == PROVIDERS_ADDRESS
    assert asked["Subject"] == "Someone asks about a first visit"
    assert asked["Reply-To"] is None
    assert "> Do you have room on Mondays?\n> I think of the yellow submarine." in text_of(asked)
    assert "Email is not sealed" in text_of(asked)
    provider = here.person("198.51.100.1")
    answered = provider.submit(link_in(asked), message=ANSWER)
    assert (answered.status_code, answered.location) == (303, "/reply/sent")
    assert "Your answer is on its way" in words_on(provider.see("/reply/sent"))
    answer = here.mails()[-1]
    assert (answer["To"], answer["Reply-To"]) == (WRITERS_ADDRESS, PROVIDERS_ADDRESS)
    assert f"> {ANSWER}" in text_of(answer)


def test_neither_side_sees_an_address_before_the_answer(here: Office) -> None:
    person = here.person()
    pages = [person.see("/providers/ana-lopez"), person.see(FORM), person.write()]
    pages.append(person.see(f"{FORM}/sent"))
    assert not any(PROVIDERS_ADDRESS in page.text for page in pages)
    (asked,) = here.mails()
    assert WRITERS_ADDRESS not in asked.as_string()
    assert WRITERS_ADDRESS not in here.person().see(link_in(asked)).text


def test_both_are_told_beforehand_when_addresses_become_known(here: Office) -> None:
    form = words_on(here.person().see(FORM))
    assert "If they answer, you get an email with their answer and their address." in form
    assert "They see your address only if you write back." in form
    here.person().write()
    (asked,) = here.mails()
    assert f"They will see your address, {PROVIDERS_ADDRESS}," in text_of(asked)
    reply = words_on(here.person().see(link_in(asked)))
    assert PROVIDERS_ADDRESS in reply
    assert "You will see theirs when they do." in reply


def test_each_gets_their_mail_in_their_own_language(here: Office) -> None:
    here.person(accept_language="es").write()
    (asked,) = here.mails()
    assert asked["Content-Language"] == "en"
    here.person(accept_language="en").submit(link_in(asked), message=ANSWER)
    assert here.mails()[-1]["Content-Language"] == "es"


def test_the_profile_leads_to_the_form_where_there_is_one(here: Office) -> None:
    person = here.person()
    assert f'href="{FORM}"' in person.see("/providers/ana-lopez").text
    for id in ("no-address", "odd-address", "register"):
        assert "/message" not in person.see(f"/providers/{id}").text


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("register", "has not joined this site"),
        ("no-address", "has not given us an address"),
        ("odd-address", "has not given us an address"),
    ],
)
def test_who_takes_no_messages_has_no_form_but_a_phone(here: Office, id: str, why: str) -> None:
    page = here.person().see(f"/providers/{id}/message")
    assert page.status_code == 200
    assert '<form action="/providers' not in page.text
    assert why in words_on(page)
    assert 'href="tel:' in page.text or id == "register"
    assert 'href="/search"' in page.text
    here.person().client.post(f"/providers/{id}/message", data={"message": "x", "email": "a@b.org"})
    assert here.mails() == []


def test_who_has_no_room_can_be_asked_when_they_might(here: Office) -> None:
    full = "They told us that they take no new patients now."
    assert full not in words_on(here.person().see(FORM))
    store(here.directory, make_provider(email=PROVIDERS_ADDRESS, availability={"accepting": "no"}))
    assert full in words_on(here.person().see(FORM))


@pytest.mark.parametrize("id", ["hidden", "nobody"])
def test_who_is_not_listed_has_no_page(here: Office, id: str) -> None:
    assert here.person().see(f"/providers/{id}/message").status_code == 404


def test_a_demo_listing_takes_messages_only_where_they_go_nowhere(tmp_path: Path) -> None:
    with office(tmp_path / "here") as opened:
        page = fill(opened).person().see("/providers/demo/message")
        assert "No one gets them" in words_on(page)
        assert opened.person().write("demo").status_code == 303
    with office(tmp_path / "there", **SMTP) as opened:
        page = fill(opened).person().see("/providers/demo/message")
        assert "not a real person" in words_on(page)
        assert "/message" not in opened.person().see("/providers/demo").text
        assert "/message" in opened.person().see("/providers/ana-lopez").text


def test_without_mail_nothing_is_offered(tmp_path: Path) -> None:
    with office(tmp_path, DIRECTORY_ENV="production") as opened:
        person = fill(opened).person()
        assert "/message" not in person.see("/providers/ana-lopez").text
        assert "This site cannot send messages" in words_on(person.see(FORM))


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"message": " \r\n "}, "Write a few words"),
        ({"message": "x" * 2003}, "Take out 3 letters or more"),
        ({"email": ""}, "Write the email address for the answer"),
        ({"email": "worried person"}, "This is not an email address"),
        ({"email": "a@b.org\r\nBcc: c@d.org"}, "This is not an email address"),
    ],
)
def test_a_slip_is_told_and_what_was_typed_stays(
    here: Office, typed: dict[str, str], problem: str
) -> None:
    page = here.person().write(**typed)
    assert page.status_code == 422
    assert "<title>Error: Write to Ana Lopez" in page.text
    assert words_on(page).count(problem) == 2  # above, and at the field
    if "message" not in typed:
        assert "yellow submarine" in page.text
    else:
        assert WRITERS_ADDRESS in page.text
    assert here.mails() == []


def test_the_longest_message_goes_through_whole(here: Office) -> None:
    words = "ñ" * 1999 + "?"
    assert here.person().write(message=words).status_code == 303
    assert f"> {words}" in text_of(here.mails()[0])


def test_no_line_of_a_message_can_pass_for_ours(here: Office) -> None:
    trick = "Hi\r\n\r\nYou can answer on this page:\rhttps://evil.example/\x00\x0b\u2028x"
    here.person().write(message=trick)
    lines = text_of(here.mails()[0]).splitlines()
    assert not any("evil" in line and not line.startswith(">") for line in lines)
    assert "> x" in lines


def test_words_of_danger_bring_help_first_and_the_message_can_still_go_out(here: Office) -> None:
    person = here.person()
    words = "I want to kill myself."
    page = person.write(message=words)
    assert page.status_code == 200
    assert page.text.index('href="tel:988"', page.text.index("<main")) < page.text.index(
        "<form act"
    )
    assert "Your message has not been sent yet" in words_on(page)
    assert words in page.text
    assert here.mails() == []
    assert 'name="seen_help"' in page.text
    assert person.write(message=words, seen_help="yes").status_code == 303
    assert len(here.mails()) == 1


def test_who_fears_a_partner_gets_a_card_that_gives_nothing_away(here: Office) -> None:
    page = here.person().write(message="My husband hits me.")
    assert "1-800-799-7233" in page.text
    assert "partner" not in words_on(page).lower()


def test_a_form_that_lay_open_too_long_comes_back_with_all_that_was_typed(here: Office) -> None:
    typed = {"message": WORDS, "email": WRITERS_ADDRESS}
    page = here.person().client.post(FORM, data=typed)
    assert page.status_code == 400
    assert "yellow submarine" in page.text
    assert WRITERS_ADDRESS in page.text
    assert "Please press the button once more" in words_on(page)
    assert here.mails() == []


def test_what_was_typed_is_kept_by_no_cache_and_no_search_engine(here: Office) -> None:
    person = here.person()
    for page in (person.see(FORM), person.write(email="x"), person.write()):
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["X-Robots-Tag"] == "noindex"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "submarine" not in str(page.headers)


def test_the_page_after_a_message_is_for_whoever_sent_one(here: Office) -> None:
    assert here.person().see(f"{FORM}/sent").location == FORM


def test_a_listing_that_takes_messages_no_more_says_so_to_whoever_has_the_form_open(
    here: Office,
) -> None:
    person = here.person()
    page = person.see(FORM)
    store(here.directory, make_provider(email=None))
    token = page.text.partition('csrf_token" value="')[2].partition('"')[0]
    typed = {"csrf_token": token, "message": WORDS, "email": WRITERS_ADDRESS}
    answer = person.client.post(FORM, data=typed)
    assert "has not given us an address" in words_on(answer)
    assert here.mails() == []


def test_of_words_far_too_long_only_the_beginning_is_read_for_danger() -> None:
    filler = "I feel tired today. " * 1000
    assert read_draft({"message": f"I want to die. {filler}"}).crisis is not None
    assert read_draft({"message": f"{filler} I want to die."}).crisis is None


def test_danger_in_spanish_words_brings_help_before_a_message_goes_out(here: Office) -> None:
    page = here.person().write(message="Busco ayuda. Prefiero estar muerta.")
    assert 'name="seen_help"' in page.text
    assert here.mails() == []
