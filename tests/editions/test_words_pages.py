"""An editor changes words, lines, weights and clocks in a draft, tries it, and takes it back."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from directory.matching import RANKING
from directory.matching.ranking_table import lines_of
from directory.roles import Admin
from directory.storage import AdminSteps
from directory.vocabulary import CONCERNS
from directory.workflows.roles.second_admin import agree
from directory.workflows.working.jobs import run_waiting_jobs
from tests.accounts import sign_in, store_account
from tests.factories import make_provider, store
from tests.web.mailing import Clock, Office, Person

NOWHERE = "purple zebra days"
HOME = "/admin/words"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path, Clock(), RATE_LIMIT="off")
    store(opened.directory, make_provider(concerns=["panic"], payers=["aetna"]))
    with opened.directory.database.writing() as session:
        store_account(session, "ed", "ed@example.org", "editor")
    yield opened
    opened.directory.close()


@pytest.fixture
def editor(here: Office) -> Person:
    return Person(sign_in(here.app, "ed", here.clock(), True))


def send(editor: Person, path: str, **typed: Any) -> TestResponse:
    """Send a form to an address."""
    token = _TOKEN.search(editor.see(HOME).text)
    assert token
    return editor.client.post(path, data={"csrf_token": token[1], **typed})


def sent(editor: Person, path: str, **typed: Any) -> str:
    """Send a form that is in order, and return the page that follows."""
    answer = send(editor, path, **typed)
    assert answer.status_code == 303, answer.text
    return editor.see(answer.headers["Location"]).text


def publish(editor: Person) -> str:
    version = re.search(r'name="version"[^>]*value="(\d+)"', editor.see(f"{HOME}/publish").text)
    assert version
    return sent(editor, f"{HOME}/publish", note="Said so by the board", version=version[1])


def words_of_panic(*more: str) -> str:
    return "\n".join((*CONCERNS["panic"].synonyms, *more))


def found(here: Office, text: str) -> int:
    answer = here.person().see(f"/api/v1/providers?q={text}")
    total: int = answer.json["total"] if answer.json else -1
    return total


def weights(**changes: str) -> dict[str, Any]:
    """Return what the form of the weights holds, with some lines typed otherwise."""
    shown = {
        line.replace(".", "__"): list(value) if isinstance(value, tuple) else f"{value:g}"
        for line, value in lines_of(RANKING).items()
    }
    return shown | changes


def test_a_draft_is_written_tried_published_and_taken_back(here: Office, editor: Person) -> None:
    page = sent(editor, f"{HOME}/terms/concerns/panic", words=words_of_panic(NOWHERE))
    assert "adds “purple zebra days”" in page
    assert found(here, NOWHERE) == 0
    assert "The worker begins soon" in sent(editor, f"{HOME}/previews")
    run_waiting_jobs(here.directory)
    page = editor.see(f"{HOME}/previews/1").text
    assert "This changes the top five of 0 of 200 sample triages." in page
    assert "“purple zebra days”: 0 now, 1 with the draft" in page
    page = publish(editor)
    assert "Edition 1 is in force." in page
    assert "Said so by the board" in page
    assert found(here, NOWHERE) == 1
    assert "Edition 2 is in force." in sent(editor, f"{HOME}/editions/0/take-back", note="")
    assert found(here, NOWHERE) == 0
    assert "edition 0 again" in editor.see(HOME).text


def test_a_slip_is_told_beside_its_field_and_nothing_typed_is_lost(editor: Person) -> None:
    answer = send(editor, f"{HOME}/terms/concerns/panic", words="?!\nkept words")
    assert answer.status_code == 422
    assert "“?!” has no word in it" in answer.text
    assert "kept words" in answer.text
    answer = send(editor, "/admin/weights", **weights(weights__need="0", weights__cost="much"))
    assert answer.status_code == 422
    assert 'value="much"' in answer.text
    answer = send(editor, "/admin/weights", **weights(weights__need="0"))
    assert "0 is out of range: give a number from 1 to 1000" in answer.text
    assert "Begin one by changing something" in editor.see(HOME).text


def test_weights_and_clocks_are_shown_to_everybody_once_published(
    here: Office, editor: Person
) -> None:
    days = {"availability": 14, "payers": 30, "locations": 45, "others": 90, "hidden": 60}
    assert "21 days" in sent(editor, f"{HOME}/clocks", **days)
    assert "a second admin" in sent(editor, "/admin/weights", **weights(weights__need="30"))
    publish(editor)
    page = here.person().see("/about/matching").text
    assert "it ships as 25" in page
    assert "it ships as 21" in page


def test_a_crisis_line_gets_another_number_and_the_county_has_its_own(
    here: Office, editor: Person
) -> None:
    sent(editor, f"{HOME}/lines/rainn", call="1-800-555-0188", text="", chat="")
    own = {"name": "County line", "need": "too-much", "call": "1-800-555-0177", "always": "y"}
    sent(editor, f"{HOME}/new-line", **own, text="", chat="")
    publish(editor)
    page = here.person().see("/crisis").text
    assert "1-800-555-0188" in page
    assert "1-800-555-0177" in page
    assert "County line" in page


@pytest.mark.parametrize("line", ["988-suicide-crisis-lifeline", "emergency-services"])
def test_988_and_911_stay_whatever_is_sent(editor: Person, line: str) -> None:
    answer = send(editor, f"{HOME}/lines/{line}", call="1-800-555-0188", hidden="y")
    assert answer.status_code == 422
    assert "This number saves lives" in answer.text


def test_a_second_admin_has_to_agree_to_lines_and_weights_but_not_to_words(
    here: Office, editor: Person
) -> None:
    with here.directory.database.writing() as session:
        store_account(session, "sue", "sue@example.org", "owner")
    sent(editor, f"{HOME}/terms/concerns/panic", words=words_of_panic(NOWHERE))
    assert "Edition 1 is in force." in publish(editor)
    sent(editor, f"{HOME}/lines/rainn", call="1-800-555-0188", text="", chat="")
    assert "A second admin has to agree first." in publish(editor)
    assert "1-800-555-0188" not in here.person().see("/crisis").text
    with here.directory.database.reading() as session:
        (step,) = AdminSteps(session).waiting(here.clock())
    assert step.document["told"][0].startswith("RAINN: call 1-800-656-4673, then call 1-800-555")
    agree(here.directory, step.id, Admin("sue", "owner"))
    assert "1-800-555-0188" in here.person().see("/crisis").text
    assert "Begin one by changing something" in editor.see(HOME).text


def test_a_clinicians_word_is_shown_with_the_row(here: Office, editor: Person) -> None:
    row = "depression-CBT-adult"
    typed = {"name": "Ada Quill", "license": "PhD, CA 12345", "day": "2026-11-20"}
    assert "signed by Ada Quill" in sent(editor, f"{HOME}/evidence/{row}", **typed)
    publish(editor)
    assert "signed by Ada Quill, PhD, CA 12345, 2026-11-20" in (
        here.person().see("/about/evidence").text
    )
    sent(editor, f"{HOME}/evidence/{row}/withdraw")
    publish(editor)
    assert "Ada Quill" not in here.person().see("/about/evidence").text


def test_an_edition_goes_to_a_file_and_comes_back(editor: Person) -> None:
    sent(editor, f"{HOME}/terms/concerns/panic", words=words_of_panic(NOWHERE))
    publish(editor)
    file = editor.see(f"{HOME}/editions/1/file")
    assert file.json == {"format": "edition/1", "concerns": {"panic": {"added": [NOWHERE]}}}
    sent(editor, f"{HOME}/editions/0/take-back", note="")
    sent(editor, f"{HOME}/file", file=(io.BytesIO(file.data), "edition.json"))
    assert editor.see(f"{HOME}/draft/file").json == file.json


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not written as JSON"),
        (b"\xff\xfe{}", "not written as JSON"),
        (b"[" * 100_000, "not written as JSON"),
        (b"[]", "Input should be a valid"),
        (json.dumps({"luck": 1}).encode(), "luck: this field is not known here"),
        (json.dumps({"clocks": {"payers": 900}}).encode(), "clocks.payers: give whole days"),
    ],
)
def test_a_file_that_is_no_edition_says_why(editor: Person, content: bytes, told: str) -> None:
    answer = send(editor, f"{HOME}/file", file=(io.BytesIO(content), "edition.json"))
    assert answer.status_code == 422
    assert told in answer.text


def test_every_page_of_the_words_opens(editor: Person) -> None:
    sent(
        editor,
        f"{HOME}/clocks",
        **dict.fromkeys(("availability", "payers"), 20),
        locations=45,
        others=90,
        hidden=90,
    )
    pages = (
        *("", "/publish", "/terms", "/terms/modalities/CBT", "/payers", "/payers/aetna"),
        *("/new-payer", "/lines", "/lines/rainn", "/new-line", "/clocks", "/evidence"),
        *("/evidence/depression-CBT-adult", "/editions/0"),
    )
    for page in (*(HOME + one for one in pages), "/admin/weights"):
        answer = editor.see(page)
        assert answer.status_code == 200, page
        assert answer.text.count("<h1") == 1
    for page in ("/terms/concerns/none", "/payers/none", "/lines/none", "/editions/9"):
        assert editor.see(HOME + page).status_code == 404
