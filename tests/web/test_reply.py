"""The link in a provider's mail: what it opens, when it is over, and that it leaves nothing."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import text

from directory.workflows.messages.reply_links import Awaited, ReplyLink
from directory.workflows.messages.send_message import LASTS
from directory.workflows.working.work import work_once
from tests.factories import make_provider, remove, store
from tests.web.mailing import (
    ANSWER,
    PROVIDERS_ADDRESS,
    WRITERS_ADDRESS,
    Office,
    link_in,
    words_on,
)

AWAITED = Awaited(
    provider_id="ana-lopez",
    provider_address=PROVIDERS_ADDRESS,
    writer_address=WRITERS_ADDRESS,
    writer_language="en",
)
OVER = "A link works for one answer and for 14 days."


@pytest.fixture
def link(here: Office) -> str:
    """The link to a message that was just sent."""
    here.person().write()
    return link_in(here.mails()[0])


def awaited(here: Office) -> int:
    with here.directory.database.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM awaited_reply")).scalar_one())


def is_over(here: Office, link: str) -> bool:
    page = here.person().see(link)
    return page.status_code == 404 and OVER in words_on(page) and 'href="/"' in page.text


def test_looking_at_the_link_uses_nothing_up(here: Office, link: str) -> None:
    for _ in range(3):
        assert here.person().see(link).status_code == 200
    assert here.person().submit(link, message=ANSWER).status_code == 303


def test_the_link_works_once(here: Office, link: str) -> None:
    person = here.person()
    token = person.see(link).text.partition('csrf_token" value="')[2].partition('"')[0]
    typed = {"csrf_token": token, "message": ANSWER}
    assert person.client.post(link, data=typed).status_code == 303
    assert is_over(here, link)
    again = person.client.post(link, data=typed)
    assert again.status_code == 404
    assert "If you have just sent an answer, it went out." in words_on(again)
    assert len(here.mails()) == 2


def test_the_link_works_for_fourteen_days(here: Office, link: str) -> None:
    here.clock.passed = LASTS - timedelta(seconds=1)
    assert here.person().see(link).status_code == 200
    here.clock.passed = LASTS
    assert is_over(here, link)


@pytest.mark.parametrize("token", ["x", "sent", "A" * 43, "é" * 43])
def test_what_is_no_link_of_ours_opens_nothing(here: Office, link: str, token: str) -> None:
    assert is_over(here, f"/reply/{token}")


def test_the_link_is_over_when_the_listing_changed_hands(here: Office, link: str) -> None:
    store(here.directory, make_provider(email="someone.else@practice.example"))
    assert is_over(here, link)
    store(here.directory, make_provider(email=PROVIDERS_ADDRESS))
    assert not is_over(here, link)
    store(here.directory, make_provider(email=PROVIDERS_ADDRESS, published=False))
    assert is_over(here, link)
    remove(here.directory, "ana-lopez")
    assert is_over(here, link)


def test_an_empty_or_endless_answer_is_told_and_stays(here: Office, link: str) -> None:
    empty = here.person().submit(link, message=" ")
    assert (empty.status_code, words_on(empty).count("Write a few words")) == (422, 2)
    endless = here.person().submit(link, message="y" * 2001)
    assert (endless.status_code, "y" * 2001 in endless.text) == (422, True)
    assert len(here.mails()) == 1


def test_an_old_form_comes_back_with_the_answer_in_it(here: Office, link: str) -> None:
    page = here.person().client.post(link, data={"message": ANSWER})
    assert page.status_code == 400
    assert "green house" in page.text
    assert len(here.mails()) == 1


def test_no_cache_keeps_the_link(here: Office, link: str) -> None:
    page = here.person().see(link)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_only_the_link_opens_what_is_kept() -> None:
    link = ReplyLink.issue()
    blob = link.seal(AWAITED)
    assert link.open(blob) == AWAITED
    assert ReplyLink.issue().open(blob) is None
    assert link.open(blob[:-1]) is None
    assert link.token not in link.id
    assert WRITERS_ADDRESS not in repr(AWAITED)
    assert link.token not in repr(link)


CANARIES = (
    *("yellow submarine", "green house", WRITERS_ADDRESS, "worried.person", "Mondays"),
    *("203.0.113.7",),
)


def hits(found: bytes, *more: str) -> list[str]:
    return [word for word in (*CANARIES, *more) if word.encode() in found]


def test_neither_words_nor_addresses_lie_anywhere_in_the_clear(
    here: Office, link: str, capfd: pytest.CaptureFixture[str]
) -> None:
    token = link.removeprefix("/reply/")
    assert awaited(here) == 1
    assert hits(here.kept(), token) == []
    here.person().submit(link, message=ANSWER)
    here.person().write(message="I want to kill myself near the yellow submarine.")
    here.person("203.0.113.8").write(email="worried.person@")
    assert hits(here.kept(), token) == []
    said = capfd.readouterr()
    assert hits((said.out + said.err).encode(), token) == []


def test_after_the_answer_nothing_is_left_of_what_was_kept(here: Office, link: str) -> None:
    sealed = _blob(here)
    assert sealed in here.kept()
    here.person().submit(link, message=ANSWER)
    assert awaited(here) == 0
    _checkpoint(here)
    assert sealed not in here.kept()


def test_after_its_time_nothing_is_left_of_what_was_kept(here: Office, link: str) -> None:
    sealed = _blob(here)
    here.clock.passed = LASTS
    work_once(here.directory)
    assert awaited(here) == 0
    _checkpoint(here)
    assert sealed not in here.kept()


def test_without_a_worker_the_next_message_clears_what_is_over(here: Office, link: str) -> None:
    here.clock.passed = LASTS
    here.person().write()
    assert awaited(here) == 1
    assert is_over(here, link)


def _blob(here: Office) -> bytes:
    with here.directory.database.reading() as session:
        return bytes(session.execute(text("SELECT blob FROM awaited_reply")).scalar_one())


def _checkpoint(here: Office) -> None:
    """Empty the journal into the database, as SQLite does by itself now and then."""
    with closing(sqlite3.connect(str(here.directory.database.engine.url.database))) as raw:
        assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
