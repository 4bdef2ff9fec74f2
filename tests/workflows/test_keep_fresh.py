"""The daily look: who is reminded when, what rests, how pauses end, and nothing comes twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from directory.mail import Mail
from directory.providers.history import Author
from directory.search import SearchQuery
from directory.storage import Keepers, Reminders
from directory.workflows.keeping import keep_fresh as the_daily_look
from directory.workflows.keeping.act_on_link import act_on_link, write_less
from directory.workflows.keeping.confirm_listing import all_true, keep_true, pausing
from directory.workflows.keeping.keep_fresh import keep_fresh
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.working.work import work_once
from tests.factories import make_unclaimed, store
from tests.workflows.keeping import TODAY, House, house, keep, said, tokens_in

ANA = Author("provider", "ana")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as opened:
        yield keep(opened, said(confirmed={}))


def after(here: House, days: int) -> list[Mail]:
    """Let days pass without anybody looking, then look, and return the mails of that day."""
    here.calendar.pass_days(days)
    keep_fresh(here.directory)
    return here.new_mails()


def each_day(here: House, days: int) -> list[int]:
    """Let days pass one by one, and return on which of them a mail was posted."""
    return [day for day in range(1, days + 1) if after(here, 1)]


def reminded(here: House) -> date | None:
    with here.directory.database.reading() as session:
        return Reminders(session).last_day("ana-lopez", "ana")


def found(here: House) -> int:
    return search_directory(here.directory, SearchQuery()).answer.total


def test_reminders_come_on_their_days_and_end_when_the_listing_rests(here: House) -> None:
    assert each_day(here, 130) == [14, 21, 81, 104, 111]
    assert here.listing().hidden_since == TODAY + timedelta(days=111)


def test_the_mail_names_what_is_due_and_holds_its_links(here: House) -> None:
    (mail,) = after(here, 14)
    assert mail.to == "ana@practice.example"
    assert mail.subject == "Is your listing still right?"
    assert "Openings: Taking new patients (good until December 12, 2026)" in mail.text
    assert "Insurance: Aetna (never confirmed)" in mail.text
    assert "hidden on March 12, 2027" in mail.text
    assert "Want fewer of these emails?" in mail.text
    assert len(set(tokens_in(mail).values())) == 4


def test_the_mail_says_in_its_subject_that_a_listing_will_soon_be_hidden(here: House) -> None:
    (mail,) = after(here, 81)
    assert mail.subject == "Your listing will be hidden on March 12, 2027"
    assert "goes without the mark “Kept up to date”" in mail.text


def test_a_stale_listing_rests_and_a_press_brings_it_back(here: House) -> None:
    assert found(here) == 1
    (mail,) = after(here, 111)
    assert mail.subject == "Your listing is resting: one press brings it back"
    assert found(here) == 0
    assert here.listing().published
    act_on_link(here.directory, tokens_in(mail)["true"])
    assert found(here) == 1
    assert here.history() == [
        ("mail", {"hidden_since", "availability", "confirmed"}),
        ("system", {"hidden_since"}),
    ]


def test_a_listing_that_nobody_keeps_goes_on_as_it_is(here: House) -> None:
    store(here.directory, said(id="nobodys"), make_unclaimed())
    assert after(here, 400) != []
    assert here.listing("nobodys").hidden_since is None
    assert found(here) == 2


def test_a_pause_ends_and_leaves_openings_unknown(here: House) -> None:
    until = TODAY + timedelta(days=14)
    keep_true(here.directory, "ana-lopez", pausing(until), ANA)
    assert each_day(here, 14) == [14]  # the day on which the word about openings is a week from
    assert here.listing().availability.accepting == "no"
    after(here, 1)
    assert here.listing().availability.accepting == "unknown"
    assert here.history()[0] == ("system", {"availability"})


def test_looking_twice_on_a_day_mails_once(here: House) -> None:
    assert len(after(here, 14)) == 1
    keep_fresh(here.directory)
    work_once(replace(here.directory, mailer=None))
    assert here.new_mails() == []


def test_two_workers_at_once_mail_each_keeper_once(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(the_daily_look, "_AT_ONCE", 3)
    keep(here, *(said(id=f"listing-{n:02}", confirmed={}) for n in range(20)))
    here.calendar.pass_days(14)
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(keep_fresh, [here.directory] * 2))
    names = [mail.text.split("/my/listing/")[1].split()[0] for mail in here.new_mails()]
    assert len(names) == len(set(names)) == 21


def test_a_look_that_breaks_off_goes_on_where_it_was(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(the_daily_look, "_AT_ONCE", 1)
    keep(here, said(id="bo", confirmed={}), said(id="cy", confirmed={}))
    here.calendar.pass_days(14)
    posted, post = [], the_daily_look.post

    def break_at_the_second(*args: object) -> None:
        posted.append(args)
        if len(posted) == 2:
            raise KeyboardInterrupt
        post(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(the_daily_look, "post", break_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        keep_fresh(here.directory)
    keep_fresh(here.directory)
    assert len(here.new_mails()) == 3


def test_days_on_which_nobody_looked_are_made_up_for_with_one_mail(here: House) -> None:
    after(here, 10)
    assert len(after(here, 20)) == 1
    assert after(here, 1) == []


def test_a_day_that_broke_off_is_made_up_for_without_a_second_mail(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(the_daily_look, "_AT_ONCE", 1)
    keep(here, said(id="bo", confirmed={}))
    after(here, 13)
    here.calendar.pass_days(1)
    assert the_daily_look._look_at_some(here.directory, here.directory.today())
    assert len(here.new_mails()) == 1
    (mail,) = after(here, 1)
    assert "/my/listing/bo" in mail.text


def test_every_keeper_is_reminded_and_whoever_left_is_not(here: House) -> None:
    here.let_keep("ben", "ana-lopez")
    assert {mail.to for mail in after(here, 14)} == {"ana@practice.example", "ben@practice.example"}
    with here.directory.database.writing() as session:
        Keepers(session).remove("ana-lopez", "ana")
    assert {mail.to for mail in after(here, 7)} == {"ben@practice.example"}


def test_who_wants_fewer_mails_gets_them_on_the_day_alone(here: House) -> None:
    here.let_keep("ben", "ana-lopez")
    (mail,) = (one for one in after(here, 14) if one.to == "ana@practice.example")
    write_less(here.directory, tokens_in(mail)["fewer"], is_quiet=True)
    mails = [(14 + day, one.to[:3]) for day in range(1, 98) for one in after(here, 1)]
    assert [day for day, to in mails if to == "ana"] == [21, 111]
    assert [day for day, to in mails if to == "ben"] == [21, 81, 104, 111]


def test_nothing_is_kept_of_whoever_keeps_nothing_any_more(here: House) -> None:
    assert len(after(here, 14)) == 1
    assert reminded(here) == TODAY + timedelta(days=14)
    after(here, 1)
    assert reminded(here) == TODAY + timedelta(days=14)
    with here.directory.database.writing() as session:
        Keepers(session).remove("ana-lopez", "ana")
    after(here, 1)
    assert reminded(here) is None


def test_nothing_falls_due_for_whoever_confirms_in_time(here: House) -> None:
    for _ in range(10):
        assert after(here, 13) == []
        keep_true(here.directory, "ana-lopez", all_true, ANA)


def test_people_of_the_demo_get_no_real_mail(here: House) -> None:
    class Real:
        is_real = True

        def send(self, mail: Mail) -> None:
            raise AssertionError(f"sent to {mail.to}")

    keep(here, said(id="demo", demo=True, confirmed={}))
    here.calendar.pass_days(14)
    keep_fresh(replace(here.directory, mailer=Real()))
    (mail,) = here.new_mails()
    assert "/my/listing/ana-lopez" in mail.text
