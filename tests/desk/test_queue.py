"""The one list of what waits: the worst first, with the law's clocks."""

import re
from datetime import date, timedelta

from directory.providers.desk_lines import DeskLine, change_due, due_again, in_order
from directory.providers.removals import Removal
from directory.storage import ContactReports, Removals
from directory.workflows.desk.desk_notices import open_notice
from tests.claim.people import ADMIN, LISTING, as_account
from tests.conftest import NOW
from tests.desk.desk import PAGE, send, verify
from tests.factories import make_unclaimed, store
from tests.web.mailing import Office, words_on

WEDNESDAY = NOW.replace(day=25)  # before Thanksgiving


def queue(here: Office, narrowed: str = "") -> str:
    return words_on(as_account(here, "boss").see(f"/admin/queue{narrowed}"))


def wish(here: Office, id: str, reason: str, **facts: object) -> None:
    with here.directory.database.writing() as session:
        Removals(session).save(Removal(id, LISTING, here.clock(), "all", reason, **facts))  # type: ignore[arg-type]


def line(harm: str, day: int, hour: int = 9) -> DeskLine:
    since = NOW.replace(day=day, hour=hour)
    return DeskLine("claim", harm, "x", "", since, change_due(since), f"/{day}/{hour}")  # type: ignore[arg-type]


def test_harm_comes_before_age_and_age_before_all_else() -> None:
    lines = [line("routine", 1), line("waiting", 2, 10), line("waiting", 2), line("danger", 20)]
    assert [one.href for one in in_order(lines)] == ["/20/9", "/2/9", "/2/10", "/1/9"]


def test_a_change_before_thanksgiving_is_due_on_the_monday_after_it() -> None:
    assert change_due(WEDNESDAY) == date(2026, 11, 30)


def test_a_check_is_due_again_after_ninety_days_or_when_the_first_license_ends() -> None:
    day = date(2026, 11, 20)
    assert due_again(day, ()) == date(2027, 2, 18)
    assert due_again(day, (date(2027, 5, 1), date(2026, 12, 1))) == date(2026, 12, 2)
    assert due_again(day, (date(2020, 1, 1),)) == date(2027, 2, 18)


def test_an_empty_queue_says_so(here: Office) -> None:
    assert "Nothing waits for you." in queue(here)
    assert as_account(here, "boss").see("/admin/claims").headers["Location"] == "/admin/queue"


def test_somebody_who_is_not_safe_comes_first_and_is_late_after_two_business_days(
    here: Office,
) -> None:
    wish(here, "wrong", "wrong")
    here.clock.passed += timedelta(hours=1)
    wish(here, "unsafe", "unsafe")
    page = as_account(here, "boss").see("/admin/queue").text
    assert page.index("/admin/removals/unsafe") < page.index("/admin/removals/wrong")
    assert "Due by November 24, 2026" in page
    assert "tag--red" not in page
    here.clock.passed += timedelta(days=4)
    assert "2 of them should have been decided by now" in queue(here)


def test_what_is_hidden_already_has_thirty_days(here: Office) -> None:
    wish(here, "hidden", "unsafe", hidden_at=here.clock())
    assert "December 21" in queue(here)
    assert "Somebody waits for you" in queue(here)


def test_a_checked_listing_comes_again_two_weeks_before_its_ninety_days_are_over(
    here: Office,
) -> None:
    verify(here)
    here.clock.passed = timedelta(days=70)
    assert "Nothing waits" in queue(here)
    here.clock.passed = timedelta(days=80)
    assert "Soon due again" in queue(here)
    here.clock.passed = timedelta(days=95)
    told = queue(here)
    assert "Patients may be misled" in told
    assert "every 90 days" in told
    assert PAGE in as_account(here, "boss").see("/admin/queue").text
    verify(here, looked_on=(NOW + here.clock.passed).date().isoformat(), expires="2028-01-01")
    assert "Nothing waits" in queue(here)


def test_a_wrong_number_brings_a_listing_until_somebody_has_looked(here: Office) -> None:
    verify(here)
    with here.directory.database.writing() as session:
        ContactReports(session).add(LISTING, "wrong_number", NOW.date())
        ContactReports(session).add(LISTING, "no_reply", NOW.date())
        ContactReports(session).add(LISTING, "full", NOW.date())
    told = queue(here)
    assert "The number was wrong (1)" in told
    assert "no reply" not in told
    send(here, f"/admin/reports/{LISTING}/looked", note="Called: it is right.")
    assert "Nothing waits" in queue(here)
    with here.directory.database.writing() as session:
        ContactReports(session).add(LISTING, "wrong_number", NOW.date() + timedelta(days=1))
    here.clock.passed += timedelta(days=1)
    assert "The number was wrong (1)" in queue(here)


def test_a_notice_waits_until_somebody_says_what_they_found(here: Office) -> None:
    with here.directory.database.writing() as session:
        ids = {
            open_notice(session, LISTING, "call", "No such number.", "call/1", NOW) for _ in "ab"
        }
    assert "No such number." in queue(here)
    (id,) = ids
    send(here, f"/admin/notices/{id}/close", note="")
    assert "No such number." in queue(here)
    send(here, f"/admin/notices/{id}/close", note="It rings.")
    assert "Nothing waits" in queue(here)
    assert "It rings." in words_on(as_account(here, "boss").see(PAGE))
    assert send(here, f"/admin/notices/{id}/close", note="Again.").status_code == 409


def test_the_list_can_be_narrowed_and_turned(here: Office) -> None:
    wish(here, "one", "unsafe")
    others = [make_unclaimed(id=f"stub-{n}", npi=None, name=f"Stub {n}") for n in range(60)]
    store(here.directory, *others)
    with here.directory.database.writing() as session:
        for other in others:
            open_notice(session, other.id, "unsure", "Look.", "roster/1", NOW)
    first, second = queue(here, "?show=notice"), queue(here, "?show=notice&from=50")
    assert "Asked to be removed" not in first
    assert first.count("Look.") == 50
    assert second.count("Look.") == 10
    assert "Asked to be removed" in queue(here, "?show=removal")
    assert "Queue (61)" in queue(here, "?show=no-such-thing&from=-4")
    assert "60 listings on the site were never checked" in queue(here)


def test_no_address_of_anybody_stands_in_the_audit_log(here: Office) -> None:
    verify(here)
    send(here, f"{PAGE}/hide", reason="Write to una@home.example.")
    with here.directory.database.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT * FROM audit_entry").all()
    assert len(rows) == 2
    assert not re.search(rf"@home|{ADMIN}", str(rows))
