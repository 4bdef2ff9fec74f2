"""Files to take along: the template and all listings, which come back unchanged."""

import pytest

from directory.storage import AuditLog
from tests.imports.desk import Desk, counts
from tests.imports.test_dry_run import ROWS


@pytest.mark.parametrize("name", ["template.csv", "template.xlsx"])
def test_an_empty_template_is_read_without_a_listing(desk: Desk, name: str) -> None:
    with desk.client.get(f"/admin/imports/{name}") as answer:
        page = desk.bring(answer.data, name)
    found = counts(desk.see(page))
    assert (found["New listings"], found["Rows that cannot be used"]) == (0, 0)


@pytest.mark.parametrize("format", ["csv", "xlsx", "jsonl"])
def test_what_is_exported_comes_back_unchanged(desk: Desk, format: str) -> None:
    desk.confirm(desk.bring(ROWS.encode()))
    with desk.press("/admin/imports/export", "/admin/imports/export", format=format) as answer:
        page = desk.bring(answer.data, "again")
    assert counts(desk.see(page))["Listings that stay as they are"] == 3
    with desk.directory.database.reading() as session:
        assert "listings.exported" in {entry.action for entry in AuditLog(session).newest()}
