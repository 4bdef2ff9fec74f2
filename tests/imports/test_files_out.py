"""What the room of imports gives away: an empty table, and every listing."""

import pytest
from werkzeug.test import TestResponse

from directory.storage import AuditLog, Providers
from tests.factories import make_provider, store
from tests.imports.desk import Desk


def export(desk: Desk, format: str) -> TestResponse:
    return desk.press("/admin/imports", "/admin/imports/export", format=format)


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_template_can_be_brought_as_it_is(desk: Desk, format: str) -> None:
    answer = desk.client.get(f"/admin/imports/template?format={format}")
    assert f"template.{format}" in answer.headers["Content-Disposition"]
    assert "row of hints" in desk.see(f"{desk.bring(answer.data)}/notes/skipped")


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
def test_an_export_changes_nothing_when_it_is_brought_again(desk: Desk, format: str) -> None:
    store(desk.directory, make_provider(), make_provider(id="b", name="=1+1", published=False))
    answer = export(desk, format)
    desk.bring(answer.data, f"all.{format}")
    with desk.directory.database.reading() as session:
        assert [one.id for one in Providers(session).every()] == ["ana-lopez", "b"]


def test_an_export_has_no_private_address(desk: Desk) -> None:
    store(desk.directory, make_provider(email="ana@example.org"))
    answer = export(desk, "csv")
    assert b"Ana" in answer.data
    assert b"ana@example.org" not in answer.data


def test_a_format_that_is_none_is_not_found(desk: Desk) -> None:
    assert export(desk, "pdf").status_code == 404
    assert desk.client.get("/admin/imports/template?format=pdf").status_code == 404


def test_the_log_tells_who_took_the_listings(desk: Desk) -> None:
    store(desk.directory, make_provider())
    assert desk.client.get("/admin/imports/export?format=csv").status_code == 404
    export(desk, "csv")
    with desk.directory.database.reading() as session:
        (entry,) = AuditLog(session).newest()
    assert (entry.action, entry.account_id) == ("listings.exported", "editor")
    assert entry.details == {"format": "csv", "listings": 1, "contacts": False}
