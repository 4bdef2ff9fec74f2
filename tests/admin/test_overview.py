"""The overview: is it up, is it fresh, what needs somebody, what changed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from directory.accuracy.figures import WeeklyFigure
from directory.errors import Unusable
from directory.providers.removals import Removal
from directory.providers.unmet_demand import UnmetSum, Wish
from directory.providers.view_counts import whole_weeks
from directory.roles import Admin
from directory.storage import (
    AuditLog,
    Imports,
    Jobs,
    Outbox,
    Removals,
    UnmetSums,
    Vitals,
    WeeklyFigures,
)
from directory.web.access import EXTENSION
from directory.workflows.working.vital_signs import AUDIT, SILENT, WORKER
from directory.workflows.working.work import work_once
from tests.admin.running import Rooms, running
from tests.conftest import NOW
from tests.factories import make_provider, store


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    with running(tmp_path) as opened:
        yield opened


def page(rooms: Rooms) -> str:
    answer = rooms.reader.get("/admin")
    assert answer.status_code == 200
    return answer.text[answer.text.index("<main") :]


def part(rooms: Rooms, name: str) -> str:
    """Return what the page says of one part of the site."""
    text = page(rooms)
    start = text.index(f'<dt class="vitals__name">{name} ')
    return text[start : text.index("</dd>", start)]


def test_an_empty_directory_says_how_to_begin(rooms: Rooms) -> None:
    text = page(rooms)
    assert "Nobody is listed yet." in text
    assert "Bring a file" in text
    assert "Nothing waits for you." in text


def test_a_demo_is_told_apart_from_a_beginning(rooms: Rooms) -> None:
    store(rooms.directory, make_provider(demo=True))
    assert "Everybody who is listed is made up" in page(rooms)
    store(rooms.directory, make_provider(id="bo", npi=None))
    assert "How to begin" not in page(rooms)


def test_a_worker_that_lives_is_seen_and_one_that_died_is_missed(rooms: Rooms) -> None:
    assert "None has run yet" in part(rooms, "Worker")
    work_once(rooms.directory)
    assert "Works" in part(rooms, "Worker")
    with rooms.directory.database.writing() as session:
        Vitals(session).note(WORKER, NOW - SILENT - timedelta(hours=3))
    said = part(rooms, "Worker")
    assert "no sign of life for 3 hours" in said
    assert "<code>directory worker</code>" in said


def test_what_is_wrong_is_named_at_the_top(rooms: Rooms) -> None:
    assert '">Worker needs a look. Nothing waits in the queue.</p>' in page(rooms)
    work_once(rooms.directory)
    assert '">Everything works. Nothing waits in the queue.</p>' in page(rooms)


def test_listings_are_counted_and_the_index_holds_them(rooms: Rooms) -> None:
    store(rooms.directory, make_provider(), make_provider(id="bo", npi=None, published=False))
    assert "It holds 2 listings: patients see 1, 1 are hidden" in part(rooms, "Database")
    assert "finds every listing" in part(rooms, "Search")


def test_an_index_that_does_not_answer_breaks_nothing_else(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_query: object) -> None:
        raise Unusable("the index is missing")

    monkeypatch.setattr(rooms.directory.engine, "search", broken)
    said = part(rooms, "Search")
    assert "the index is missing" in said
    assert "<code>directory reindex</code>" in said


def test_mail_that_waits_too_long_is_told(rooms: Rooms) -> None:
    assert "None waits." in part(rooms, "Mail")
    with rooms.directory.database.writing() as session:
        Outbox(session).add(b"sealed", NOW - timedelta(hours=7))
    said = part(rooms, "Mail")
    assert "1 mail waits, the oldest for 7 hours." in said
    assert "Broken" in said


def test_without_a_mail_server_the_page_says_what_is_missing(rooms: Rooms) -> None:
    rooms.app.extensions[EXTENSION] = replace(rooms.directory, mailer=None)
    assert "MAIL_URL is not set" in part(rooms, "Mail")


def test_a_job_that_failed_is_told_for_a_week(rooms: Rooms) -> None:
    with rooms.directory.database.writing() as session:
        for days in (8, 1):
            at = NOW - timedelta(days=days)
            id = Jobs(session).ask("import.dry_run", "x", None, at)
            Jobs(session).end(id, "failed", f"The file of {days} ended in the middle.", at)
    said = part(rooms, "Long work")
    assert "1 job failed" in said
    assert "The file of 1 ended in the middle." in said


def test_the_last_import_and_the_last_undo_are_told(rooms: Rooms) -> None:
    assert "Nothing was imported yet." in part(rooms, "Last import")
    with rooms.directory.database.writing() as session:
        imports = Imports(session)
        for name, days in (("ohio.csv", 3), ("texas.csv", 2)):
            imports.begin(name, "csv", NOW - timedelta(days=days), name)
            imports.end(name, NOW - timedelta(days=days))
        imports.mark_undone("ohio.csv", NOW - timedelta(days=1))
    said = part(rooms, "Last import")
    assert "texas.csv, 0 new and 0 changed" in said
    assert "The last one taken back: ohio.csv, November 20, 2026" in said


def test_what_the_look_at_the_audit_log_found_is_told(rooms: Rooms) -> None:
    assert "Not checked yet" in part(rooms, "Audit log")
    with rooms.directory.database.writing() as session:
        Vitals(session).note(AUDIT, NOW, "Entry 7 has been changed.")
    said = part(rooms, "Audit log")
    assert "Entry 7 has been changed." in said
    assert "Broken" in said


def test_what_waits_leads_to_where_it_is_decided_and_says_what_is_late(rooms: Rooms) -> None:
    store(rooms.directory, make_provider())
    with rooms.directory.database.writing() as session:
        asked = NOW - timedelta(days=30)
        Removals(session).save(Removal("r", "ana-lopez", asked, "all", "not_asked"))
    text = page(rooms)
    assert 'href="/admin/queue?show=removal"><strong>1</strong> wish to be removed' in text
    assert "1 late" in text
    assert "1 thing waits in the queue, 1 late." in text


def test_what_people_missed_most_is_told(rooms: Rooms) -> None:
    wish, week = Wish("OH", "language", "es"), whole_weeks(NOW.date())[-1]
    with rooms.directory.database.writing() as session:
        UnmetSums(session).tell([UnmetSum(week, wish, "nobody", 40, since=week)])
    text = page(rooms)
    assert "In Ohio, 40 searches for somebody who speaks Spanish found nobody." in text
    assert 'href="/admin/demand"' in text


def test_plots_show_how_many_are_listed_and_how_fresh_they_are(rooms: Rooms) -> None:
    assert "The worker takes the first figures" in page(rooms)
    weeks = whole_weeks(NOW.date())
    with rooms.directory.database.writing() as session:
        for week, public, confirmed in ((weeks[-2], 100, 50), (weeks[-1], 200, 150)):
            figures = [
                WeeklyFigure(week, "public", public, 210),
                WeeklyFigure(week, "confirmed", confirmed, public),
            ]
            WeeklyFigures(session).put(figures)
    text = page(rooms)
    assert "100 in the week of Nov 2, 200 in that of Nov 9." in text
    assert "50% in the week of Nov 2, 75% in that of Nov 9." in text


def test_what_changed_names_the_role_and_no_person(rooms: Rooms) -> None:
    with rooms.directory.database.writing() as session:
        log = AuditLog(session)
        log.append(NOW, Admin("owner", "owner"), "listing.merged", "listing/npi-1234567893")
        log.append(NOW, None, "audit.sealed", "audit")
    text = page(rooms)
    assert "Listing merged: listing/npi-1234567893" in text
    assert "by an owner, November 21, 2026" in text
    assert "by the worker or a command" in text
    assert "@" not in text


def test_every_link_leads_to_where_a_thing_is_decided_or_mended(rooms: Rooms) -> None:
    store(rooms.directory, make_provider())
    work_once(rooms.directory)
    reader = rooms.reader
    addresses = set(re.findall(r'<a class="govuk-link" href="(/admin[^"]*)"', page(rooms)))
    assert {"/admin/listings?shown=unchecked", "/admin/audit", "/admin/imports"} <= addresses
    for address in addresses:
        assert reader.get(address.replace("&amp;", "&")).status_code == 200, address
