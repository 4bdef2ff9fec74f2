"""A report of a call reaches the listing's record, and only that."""

from datetime import timedelta

import pytest

from directory.errors import Invalid, NotFound
from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.storage import ContactReports
from directory.workflows.matching.report_contact import report_contact
from directory.workflows.working.work import work_once
from tests.factories import make_provider, store
from tests.reports import told_since


def counts(directory):
    return told_since(directory, directory.today() - REPORTS_COUNT_FOR)


def test_a_report_is_counted_for_its_listing(directory):
    store(directory, make_provider())
    report_contact(directory, "ana-lopez", "no_reply")
    report_contact(directory, "ana-lopez", "no_reply")
    assert counts(directory) == {"ana-lopez": {"no_reply": 2}}


def test_a_slip_of_the_finger_can_be_mended(directory):
    store(directory, make_provider())
    slip = report_contact(directory, "ana-lopez", "no_reply")
    report_contact(directory, "ana-lopez", "reached", instead_of=slip)
    assert counts(directory) == {"ana-lopez": {"reached": 1}}


def test_what_is_older_than_the_window_goes_with_the_next_report(directory):
    store(directory, make_provider())
    long_ago = directory.today() - REPORTS_COUNT_FOR - timedelta(1)
    with directory.database.writing() as session:
        ContactReports(session).add("ana-lopez", "full", long_ago)
    report_contact(directory, "ana-lopez", "reached")
    assert told_since(directory, long_ago) == {"ana-lopez": {"reached": 1}}


def test_what_is_older_than_the_window_goes_though_nobody_reports(directory):
    long_ago = directory.today() - REPORTS_COUNT_FOR - timedelta(1)
    with directory.database.writing() as session:
        ContactReports(session).add("ana-lopez", "full", long_ago)
    work_once(directory)
    assert told_since(directory, long_ago) == {}


@pytest.mark.parametrize("id", ["nobody", "hidden"])
def test_nobody_can_tell_of_a_listing_that_cannot_be_seen(directory, id):
    store(directory, make_provider(id="hidden", published=False))
    with pytest.raises(NotFound):
        report_contact(directory, id, "reached")
    assert counts(directory) == {}


def test_a_kind_that_is_not_offered_is_refused(directory):
    store(directory, make_provider())
    with pytest.raises(Invalid):
        report_contact(directory, "ana-lopez", "rude")
