"""The history of a listing: told in plain words, and brought back by the same door."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from directory.errors import Conflict, NotFound
from directory.providers.history import SYSTEM, Author
from directory.storage import Changes, Practices
from directory.workflows import Directory, open_directory
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.publish_listing import take_off
from directory.workflows.keeping.restore_listing import Wanted, restoration, restore_listing
from directory.workflows.listing_changes import record_change
from tests.conftest import NOW
from tests.factories import make_license, make_provider, store
from tests.provider.editing import ADMIN, KEEPER, changes_of, save, stored
from tests.provider.form_reading import form_on
from tests.provider.visiting import ANA, directory_of, keeper

HOME = f"/my/listing/{ANA}"
HISTORY = f"{HOME}/history"


@pytest.fixture
def kept(directory: Directory) -> Directory:
    store(directory, make_provider())
    return directory


def text_of(client: FlaskClient, address: str = HISTORY) -> str:
    """Return the words of a page, without its marks."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def bring_back(directory: Directory, author: Author = KEEPER, **wanted: object):
    found = restoration(directory, ANA, Wanted(**wanted))
    return restore_listing(directory, ANA, Wanted(**wanted), author, found.seen)


def test_a_listing_that_nobody_changed_has_no_history(ana):
    assert "Nothing has changed yet." in text_of(ana)


def test_whoever_keeps_it_now_does_not_read_what_was_said_before_they_came(app, ana):
    directory, author = directory_of(app), Author("provider", "somebody-before")
    earlier = make_provider(phone="+14155550177")
    with directory.database.writing() as session:
        record_change(session, earlier, make_provider(), author, NOW - timedelta(days=500))
        number = Changes(session).of_listing(ANA)[0].id
    assert "555-0177" not in text_of(ana)
    assert "Nothing has changed yet." in text_of(ana)
    assert ana.get(f"{HISTORY}/restore?change={number}").status_code == 404


def test_a_change_is_told_in_plain_words(app, ana):
    save(directory_of(app), ANA, "languages", languages=["es"])
    save(directory_of(app), ANA, "costs", payers=["aetna"], fee={"min": 80, "max": 80})
    told = text_of(ana)
    assert "You 12:00" in told
    assert "Languages Added: Spanish Taken away: English" in told
    assert "Was: $90 to $160 a session, less for some Became: $80 a session" in told
    assert "Confirmed as still true: Insurance." in told


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (KEEPER, "You"),
        (Author("provider", "account-7"), "Somebody else who keeps this listing"),
        (Author("practice", "account-7"), "Your practice"),
        (Author("mail", "account-7"), "A link in a mail"),
        (ADMIN, "An admin of this site"),
        (SYSTEM, "This site by itself"),
    ],
)
def test_it_tells_who_it_was_and_no_other_account(app, ana, author, name):
    save(directory_of(app), ANA, "languages", author=author, languages=["es"])
    assert name in text_of(ana)
    assert "account-" not in ana.get(HISTORY).text


def test_another_order_of_what_one_helps_with_is_told(app, ana):
    directory = directory_of(app)
    save(directory, ANA, "concerns", concerns=["panic", "gad"])
    save(directory, ANA, "concerns", concerns=["gad", "panic"])
    assert "In another order: Generalized anxiety" in text_of(ana)


def test_a_long_history_has_pages(app, ana):
    directory = directory_of(app)
    for number in range(25):
        save(directory, ANA, "words", bio=f"Words number {number}.")
    assert "number 24" in text_of(ana)
    assert "Became: Words number 2." not in text_of(ana)
    older = re.search(r'href="([^"]+\?before=\d+)"', ana.get(HISTORY).text)
    assert older
    assert "Became: Words number 2." in text_of(ana, older[1])
    assert "Back to the newest" in text_of(ana, older[1])


def test_one_change_is_undone_and_the_later_ones_stay(app, ana):
    directory = directory_of(app)
    save(directory, ANA, "languages", languages=["en", "es"])
    save(directory, ANA, "words", bio="Later words.")
    (link,) = re.findall(r'href="([^"]+change=1)"', ana.get(HISTORY).text)
    sent = form_on(ana.get(link).text, f"{HISTORY}/restore")
    assert ana.post(f"{HISTORY}/restore", data=sent).location == HOME
    assert "Brought back. Patients see it now." in text_of(ana, HOME)
    assert stored(directory, ANA).languages == ("en",)
    assert stored(directory, ANA).bio == "Later words."
    assert len(changes_of(directory, ANA)) == 3


def test_what_was_undone_can_be_undone(kept):
    save(kept, ANA, "languages", languages=["en", "es"])
    bring_back(kept, change=1)
    bring_back(kept, change=2)
    assert stored(kept, ANA).languages == ("en", "es")


def test_a_listing_comes_back_as_it_was_on_a_day(settings, kept):
    save(kept, ANA, "languages", languages=["es"])
    later = open_directory(settings, clock=lambda: NOW + timedelta(days=3))
    save(later, ANA, "languages", languages=["fr"])
    save(later, ANA, "words", bio="Later words.")
    assert bring_back(later, day=NOW.date() + timedelta(days=1)).state == "live"
    assert stored(later, ANA).languages == ("es",)
    assert stored(later, ANA).bio == make_provider().bio
    later.close()


def test_before_it_was_made_there_was_no_listing(kept):
    with kept.database.writing() as session:
        record_change(session, None, make_provider(id="new"), KEEPER, NOW)
    with pytest.raises(NotFound):
        restoration(kept, "new", Wanted(day=NOW.date() - timedelta(days=1)))


def test_what_does_not_fit_any_more_comes_back_as_a_draft(kept):
    save(kept, ANA, "modalities", modalities=[{"code": "CBT"}, {"code": "ACT"}])
    save(kept, ANA, "services", services=["support"], service_intent="support")
    save(kept, ANA, "modalities", modalities=[])
    done = bring_back(kept, change=2)
    assert done.state == "draft"
    assert [problem.field for problem in done.problems] == ["modalities"]
    assert stored(kept, ANA).services == ("support",)
    assert drafted_listing(kept, ANA).values["services"] == ["psychotherapy"]


def test_what_is_typed_and_not_public_is_not_overwritten(kept):
    save(kept, ANA, "services", services=["psychotherapy", "support"])
    save(kept, ANA, "services", services=["medication"])
    found = restoration(kept, ANA, Wanted(change=1))
    assert (dict(found.sections), found.left_out) == ({}, ("services",))
    assert bring_back(kept, change=1).state == "unchanged"
    assert drafted_listing(kept, ANA).values["services"] == ["medication"]


def test_locked_facts_do_not_come_back(kept):
    before = stored(kept, ANA)
    checked = make_license(number="77777")
    after = make_provider(name="Ana Lopez Ruiz", licenses=[checked])
    with kept.database.writing() as session:
        record_change(session, before, after, ADMIN, NOW)
    bring_back(kept, change=1)
    assert stored(kept, ANA).name == "Ana Lopez Ruiz"
    assert [license.number for license in stored(kept, ANA).licenses] == ["77777"]


def test_a_hidden_listing_gets_it_as_a_draft(kept):
    save(kept, ANA, "languages", languages=["es"])
    take_off(kept, ANA, KEEPER)
    assert bring_back(kept, change=1).state == "draft"
    assert drafted_listing(kept, ANA).values["languages"] == ["en"]


def test_nothing_comes_back_over_a_change_that_was_not_seen(kept):
    save(kept, ANA, "languages", languages=["es"])
    seen = restoration(kept, ANA, Wanted(change=1)).seen
    save(kept, ANA, "languages", languages=["fr"])
    with pytest.raises(Conflict):
        restore_listing(kept, ANA, Wanted(change=1), KEEPER, seen)


def test_a_page_that_was_open_for_a_while_shows_again_what_would_happen(app, ana):
    directory = directory_of(app)
    save(directory, ANA, "languages", languages=["es"])
    sent = form_on(ana.get(f"{HISTORY}/restore?change=1").text, f"{HISTORY}/restore")
    save(directory, ANA, "languages", languages=["fr"])
    answer = ana.post(f"{HISTORY}/restore", data=sent)
    assert answer.status_code == 409
    again = form_on(answer.text, f"{HISTORY}/restore")
    assert ana.post(f"{HISTORY}/restore", data=again).status_code == 303
    assert stored(directory, ANA).languages == ("en",)


def test_a_change_of_another_listing_is_not_there(app, ana):
    directory = directory_of(app)
    store(directory, make_provider(id="bea"))
    save(directory, "bea", "languages", languages=["es"])
    assert ana.get(f"{HISTORY}/restore?change=1").status_code == 404


@pytest.mark.parametrize("query", ["", "change=x", "change=999", "day=soon", "change=-1"])
def test_what_names_neither_a_change_nor_a_day_is_not_there(ana, query):
    assert ana.get(f"{HISTORY}/restore?{query}").status_code == 404


def test_a_practice_brings_back_nothing_of_a_license(app):
    directory = directory_of(app)
    added = {"license": "lcsw", "title": "LCSW", "state": "AZ", "number": "9"}
    save(directory, ANA, "license", licenses=[added])
    with directory.database.writing() as session:
        practices = Practices(session)
        practices.add("house", "House", NOW)
        practices.add_manager("house", "account-2", NOW)
        practices.join("house", ANA, NOW)
    manager = keeper(app, "account-2")
    assert manager.get(f"{HOME}/license").status_code == 404
    assert "Nothing would change" in text_of(manager, f"{HISTORY}/restore?change=1")
    assert len(stored(directory, ANA).licenses) == 2


def test_days_are_told_as_people_here_write_them(app, ana):
    save(directory_of(app), ANA, "languages", languages=["es"])
    assert "November 21, 2026" in text_of(ana)
    assert "as it was before November 21, 2026" in text_of(ana)
