"""Hostile and broken files in the pages: a sentence or a dry run, no fault, and nothing written."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.hostile.case import Case
from tests.hostile.corpus import CASES
from tests.imports.desk import Desk, counts, import_desk

_FAULT = re.compile(r"Traceback|Exception|<class|0x[0-9a-f]{6}|Something went wrong")
LIGHT = [case for case in CASES if not case.heavy]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all files: none of them is confirmed."""
    with import_desk(tmp_path_factory.mktemp("hostile")) as opened:
        yield opened


def page_after(desk: Desk, case: Case) -> str:
    """Bring a file; return the address where it led, "" where it was refused in words."""
    answer = desk.send(case.make(), "hostile file")
    if answer.status_code == 303:
        return answer.headers["Location"]
    assert answer.status_code == 422, answer.status_code
    told = re.search(r'id="file-error"[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    assert told
    sentence = unescape(re.sub("<[^>]+>", "", told[1]))
    assert not _FAULT.search(sentence), sentence
    assert case.refused or case.any_answer, sentence
    return ""


@pytest.mark.parametrize("case", LIGHT[::6], ids=lambda case: case.name)
def test_a_hostile_file_gets_an_answer_in_words_and_changes_nothing(
    shelf: Desk, case: Case
) -> None:
    page = page_after(shelf, case)
    if page and not page.endswith("/columns"):
        shelf.work()
        shown = shelf.see(page)
        assert not _FAULT.search(shown), shown
        found = counts(shown)
        assert found or "We cannot read this file" in shown
        if found.get("Rows that cannot be used"):
            assert not _FAULT.search(shelf.see(f"{page}/errors"))
            assert shelf.client.get(f"{page}/failed.csv").status_code == 200
    elif page:
        shelf.see(page)
    assert not shelf.stored()["provider"]
