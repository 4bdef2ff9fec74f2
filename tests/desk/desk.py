"""What an admin does at the desk, in as few words as will do."""

import re
from datetime import date
from io import BytesIO
from typing import Any

from sqlmodel import text
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from directory.providers.verifications import Verification
from directory.storage import Keepers, LicenseChecks, Verifications
from tests.claim.people import LISTING, as_account, findings
from tests.factories import make_provider, store
from tests.web.mailing import Office

PAGE = f"/admin/listings/{LISTING}"
BOARD = "California board, breeze.ca.gov"
_BESIDE = ("source", "evidence", "looked_on")  # the license
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def send(here: Office, action: str, page: str = PAGE, **typed: Any) -> Any:
    """Send one form of a page as the admin; a file is a pair of its name and its bytes."""
    boss = as_account(here, "boss")
    token = re.search(r'name="csrf_token" value="([^"]+)"', boss.see(page).text)
    assert token
    typed = {name: _file(value) for name, value in typed.items()}
    boundary, body = encode_multipart({"csrf_token": token[1], **typed})  # Flask leaves a file open
    kind = f'multipart/form-data; boundary="{boundary}"'
    return boss.client.post(action, data=body, content_type=kind)


def _file(value: Any) -> Any:
    return FileStorage(BytesIO(value[1]), value[0]) if isinstance(value, tuple) else value


def verify(here: Office, published: str | None = "yes", **changes: Any) -> Any:
    """Write down what the board says of the one license of the stub."""
    extra = {name: changes.pop(name) for name in _BESIDE if name in changes}
    typed = {**findings(**changes), "looked_on": "2026-11-20", **extra}
    return send(here, f"{PAGE}/verify", **typed, **({"published": published} if published else {}))


def kept(here: Office, **facts: Any) -> None:
    """Let Una keep the listing, which is claimed and filled in."""
    store(here.directory, make_provider(id=LISTING, npi="1234567893", **facts))
    with here.directory.database.writing() as session:
        Keepers(session).add(LISTING, "una", here.clock())


def checks(here: Office) -> tuple[Verification, ...]:
    with here.directory.database.reading() as session:
        return Verifications(session).of_listing(LISTING)


def due_on(here: Office) -> date | None:
    with here.directory.database.reading() as session:
        found = LicenseChecks(session).get(LISTING)
    return found.due_on if found else None


def stored_bytes(here: Office, *tables: str) -> list[tuple[Any, ...]]:
    """Return the rows of some tables as they are stored."""
    with here.directory.database.reading() as session:
        found = [session.connection().execute(text(f"SELECT * FROM {name}")) for name in tables]
        return [tuple(row) for rows in found for row in rows]
