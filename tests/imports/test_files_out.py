"""What the room of imports gives away: an empty table, and every listing."""

import pytest

from directory.storage import Providers
from tests.factories import make_provider, store
from tests.imports.desk import Desk


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_template_can_be_brought_as_it_is(desk: Desk, format: str) -> None:
    answer = desk.client.get(f"/admin/imports/template?format={format}")
    assert f"template.{format}" in answer.headers["Content-Disposition"]
    assert "row of hints" in desk.see(f"{desk.bring(answer.data)}/notes/skipped")


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
def test_an_export_changes_nothing_when_it_is_brought_again(desk: Desk, format: str) -> None:
    store(desk.directory, make_provider(), make_provider(id="b", name="=1+1", published=False))
    answer = desk.client.get(f"/admin/imports/export?format={format}")
    desk.bring(answer.data, f"all.{format}")
    with desk.directory.database.reading() as session:
        assert [one.id for one in Providers(session).every()] == ["ana-lopez", "b"]


def test_an_export_has_no_private_address(desk: Desk) -> None:
    store(desk.directory, make_provider(email="ana@example.org"))
    answer = desk.client.get("/admin/imports/export?format=csv")
    assert b"Ana" in answer.data
    assert b"ana@example.org" not in answer.data


def test_a_format_that_is_none_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/admin/imports/export?format=pdf").status_code == 404
