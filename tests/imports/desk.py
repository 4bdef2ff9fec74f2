"""The desk of an editor who brings files, a worker beside them, and all that is stored."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from sqlalchemy import text
from werkzeug.test import TestResponse

from directory.providers import Provider
from directory.storage import Providers
from directory.workflows.working.jobs import run_waiting_jobs
from tests.accounts import sign_in, store_account
from tests.web.mailing import Clock, Office

_FIELD = re.compile(r'<(?:input|textarea)[^>]* name="(line-\d+|round)"([^>]*)>([^<]*)')
_VALUE = re.compile(r'value="([^"]*)"')
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
# What makes a listing: its row, and whatever may hang on it.
LISTING_TABLES = ("provider", "listing_change", "license_check", "section_draft", "photo", "claim")


class Desk:
    """What an editor does in the pages; the worker works when it is told to."""

    def __init__(self, opened: Office) -> None:
        self.office, self.directory = opened, opened.directory
        self.client = sign_in(opened.app, "editor", opened.clock(), True)
        self.known_token = ""

    def see(self, address: str) -> str:
        """Return a page that has to be there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text
        return unescape(answer.text)

    def press(self, page: str, action: str, **typed: str) -> TestResponse:
        """Send a form that stands on a page."""
        return self.client.post(action, data={"csrf_token": self.token(page), **typed})

    def token(self, page: str) -> str:
        """Return the token of the forms on a page."""
        found = _TOKEN.search(self.client.get(page).text)
        assert found, f"no form on {page}"
        return found[1]

    def send(self, content: bytes, name: str) -> TestResponse:
        """Bring a file; the token is asked for once."""
        form = "/admin/imports/new"
        self.known_token = self.known_token or self.token(form)
        fields = (("csrf_token", "", self.known_token.encode()), ("file", name, content))
        body = b"".join(_part(*field) for field in fields) + b"--part--\r\n"
        kind = "multipart/form-data; boundary=part"
        return self.client.post(form, data=body, content_type=kind)

    def bring(self, content: bytes, name: str = "list.csv") -> str:
        """Bring a file that is recognised, let the worker read it, and return its address."""
        answer = self.send(content, name)
        assert answer.status_code == 303, unescape(answer.text)
        self.work()
        return answer.headers["Location"]

    def work(self) -> int:
        """Let the worker do what waits."""
        return run_waiting_jobs(self.directory)

    def fields(self, page: str) -> dict[str, str]:
        """Return the cells that can be mended on a page, with what stands in them."""
        found = {}
        for name, rest, inner in _FIELD.findall(self.client.get(page).text):
            value = _VALUE.search(rest)
            found[name] = unescape(value[1] if value else inner.removeprefix("\n"))
        return found

    def mend(self, page: str, **cells: str) -> TestResponse:
        """Save the cells of a page, and let the worker read the file again."""
        answer = self.press(page, page, **self.fields(page) | cells)
        self.work()
        return answer

    def confirm(self, page: str, new: str = "shown") -> str:
        """Confirm what a page shows; return the address of the import."""
        shown = re.search(r'name="round"[^>]*value="(\d+)"', self.client.get(page).text)
        assert shown
        answer = self.press(page, f"{page}/confirm", round=shown[1], new_listings=new)
        assert answer.status_code == 303, unescape(answer.text)
        self.work()
        return re.search(r'href="(/admin/imports/batches/[^"]+)"', self.see(page))[1]  # type: ignore[index]

    def undo(self, batch: str, **typed: str) -> str:
        """Take an import back; return its page."""
        answer = self.press(batch, f"{batch}/undo", **typed)
        assert answer.status_code == 303, unescape(answer.text)
        self.work()
        return self.see(batch)

    def stored(self) -> dict[str, list[tuple[object, ...]]]:
        """Return every row of the tables of listings."""
        with self.directory.database.reading() as session:
            return {
                table: [tuple(row) for row in session.execute(text(f"SELECT * FROM {table}"))]
                for table in LISTING_TABLES
            }

    def listing(self, id: str) -> Provider | None:
        with self.directory.database.reading() as session:
            return Providers(session).get(id)


def _part(name: str, filename: str, content: bytes) -> bytes:
    named = f'name="{name}"' + (f'; filename="{filename}"' if filename else "")
    return f"--part\r\nContent-Disposition: form-data; {named}\r\n\r\n".encode() + content + b"\r\n"


def counts(page: str) -> dict[str, int]:
    """Return the counts of the page of a file, by what is counted."""
    found = re.findall(r"<dt>([^<]+)</dt><dd><strong>([\d,]+)</strong>", page)
    return {words: int(number.replace(",", "")) for words, number in found}


@contextmanager
def import_desk(folder: Path, **environ: str) -> Iterator[Desk]:
    """Open an application in which an editor has signed in just now."""
    opened = Office(folder, Clock(), **{"RATE_LIMIT": "off"} | environ)
    with opened.directory.database.writing() as session:
        store_account(session, "editor", "editor@directory.example", role="editor")
    yield Desk(opened)
    opened.directory.close()
