"""A canary: answers that nobody else would give are looked for in everything that is left behind.

The real server runs in a process of its own, with its real database. Somebody answers all questions
with words and numbers that occur nowhere else, searches, keeps somebody and looks at the results.
"""

import base64
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.storage import SealedVisits
from directory.web.access import EXTENSION
from directory.web.patient.visit import LASTS, Ticket
from directory.workflows.opening import utc_now
from tests.journeys.wire import Visitor, served
from tests.web.walking import hidden_fields, walk

WORDS = "quixotic zanzibar marmalade"
SEARCHED = "vermilion hippogriff"
ANSWERS = {
    "text": f"I panic when I smell {WORDS}",
    "zip": "96913",
    "within_miles": "487",
    "coverage.payer": "",
    "coverage.max_fee": "731",
    "instruments.ASQ[0]": "null",
}
# Short numbers stand in many files by chance; as they are sealed they would stand thus.
NEEDLES = (
    *WORDS.split(),
    *SEARCHED.split(),
    '"within_miles"',
    '"coverage.max_fee"',
    '"zip": "96913"',
    '"zip":"96913"',
    "within_miles=487",
    "max_fee=731",
    "zip=96913",
)


@dataclass(frozen=True)
class Left:
    """What somebody left behind who answered everything and looked at the results."""

    instance: Path
    said: Path
    visitor: Visitor
    ticket: Ticket
    kept: str
    results: str


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    folder = tmp_path_factory.mktemp("canary")
    instance, said = folder / "instance", folder / "said.txt"
    with served(instance, said) as port:
        visitor = Visitor(port)
        walk(cast(FlaskClient, visitor)).to_the_end(**ANSWERS)
        stop = visitor.get("/triage/results")
        visitor.post("/triage/results", {**hidden_fields(stop.text), "show_providers": "true"})
        results = visitor.get("/triage/results").text
        found = re.search(r'name="keep" value="([^"]+)"', results)
        kept = found[1] if found else ""
        visitor.post("/shortlist", {"keep": kept, "back": "/triage/results"})
        visitor.get("/shortlist")
        visitor.get("/triage/check")
        visitor.get("/no/such/page")
        visitor.post("/triage/1", {"text": WORDS})  # refused, for it bears no token
        ticket = Ticket.read(visitor.cookies["visit"])
        assert ticket
        yield Left(instance, said, visitor, ticket, kept, results)


def needles(left: Left) -> list[bytes]:
    return [needle.encode() for needle in (*NEEDLES, left.ticket.key.decode())]


def hits(left: Left, name: str, content: bytes) -> list[str]:
    lower = content.lower()
    return [f"{n.decode()} in {name}" for n in needles(left) if n.lower() in lower]


def test_the_answers_were_understood(left: Left) -> None:
    assert "<h1" in left.results
    assert left.kept
    assert WORDS in left.visitor.get("/triage/check").text


def test_an_answer_in_the_clear_would_be_found(left: Left) -> None:
    (left.instance / "notes.txt").write_text(f"{left.ticket.key.decode()} {WORDS.upper()}")
    found = hits(left, "notes", (left.instance / "notes.txt").read_bytes())
    (left.instance / "notes.txt").unlink()
    assert len(found) == 4


def test_no_file_holds_an_answer(left: Left) -> None:
    backup = left.instance / "backup.db"
    with (
        closing(sqlite3.connect(left.instance / "directory.db")) as live,
        closing(sqlite3.connect(backup)) as copy,
    ):
        live.backup(copy)
        assert copy.execute("SELECT count(*) FROM sealed").fetchone() == (1,)
    files = [file for file in left.instance.rglob("*") if file.is_file()]
    assert {"directory.db", "directory.db-wal", "directory.db-shm"} <= {f.name for f in files}
    assert [hit for file in files for hit in hits(left, file.name, file.read_bytes())] == []


def test_no_log_holds_an_answer_or_an_address(left: Left) -> None:
    left.visitor.get(f"/search?q={SEARCHED.replace(' ', '+')}&cursor=broken")
    said = left.said.read_bytes()
    assert b"Started worker" in said
    assert hits(left, "the log", said) == []
    assert left.kept.encode() not in said


def test_no_address_holds_an_answer(left: Left) -> None:
    asked = "\n".join(one for one in left.visitor.asked if "/search" not in one)
    assert hits(left, "an address", asked.encode()) == []


def test_no_header_holds_an_answer(left: Left) -> None:
    headers = [
        one for one in left.visitor.headers if not one.lower().startswith("set-cookie: visit=")
    ]
    plain = "\n".join(headers).encode()
    assert hits(left, "a header", plain + b"".join(map(unpacked, headers))) == []
    assert left.kept.encode() not in plain


def unpacked(header: str) -> bytes:
    """Return what the parts of a signed cookie say in the clear."""
    found = b""
    for part in re.findall(r"[\w-]{8,}", header):
        with suppress(ValueError):  # no base64
            raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
            found += raw
            with suppress(zlib.error):
                found += zlib.decompress(raw)
    return found


def test_after_half_an_hour_nothing_is_left_to_be_read(left: Left) -> None:
    def later():  # type: ignore[no-untyped-def]
        return utc_now() + LASTS + timedelta(minutes=1)

    environ = {"INSTANCE_PATH": str(left.instance), "DIRECTORY_ENV": "development"}
    app = create_app(Settings.from_environment(environ), clock=later)
    directory = app.extensions[EXTENSION]
    try:
        thief = app.test_client()
        thief.set_cookie("visit", str(left.ticket))
        assert thief.get("/triage/results").location == "/triage?over"
        walk(app.test_client())  # whoever comes next sweeps up
        with directory.database.reading() as session:
            sealed = SealedVisits(session).get(left.ticket.id, utc_now() - timedelta(days=1))
        assert sealed is None
    finally:
        directory.close()
