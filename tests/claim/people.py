"""People around a listing: who it names, somebody else, an admin, and the office they meet in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from directory.providers import Provider
from directory.providers.claims import Claim
from directory.storage import Changes, Claims, Keepers, LicenseChecks, Providers
from tests.accounts import sign_in, store_account
from tests.factories import make_unclaimed, store
from tests.web.mailing import Clock, Office, Person, text_of

LISTING = "npi-1234567893"
ON_FILE = "front.desk@lopez-therapy.example"
CLAIMANT = "una@home.example"
OTHER = "eve@elsewhere.example"
ADMIN = "admin@directory.example"
ACCOUNTS = {"una": CLAIMANT, "eve": OTHER, "boss": ADMIN}
PLACE = {"street": "1 Main Street", "city": "Oakland", "state": "CA", "zip": "94601"}
_PATH = re.compile(r"(?m)^https?://[^/\s]+(/\S+)$")


def register_stub(**facts: Any) -> Provider:
    """Return a listing as an import left it, with every contact on file."""
    contacts = {
        "email": ON_FILE,
        "website": "https://www.lopez-therapy.example/",
        "phone": "415-555-0123",
        "locations": [PLACE],
    }
    return make_unclaimed(**contacts | facts)


@contextmanager
def claim_office(folder: Path, *listings: Provider, **environ: str) -> Iterator[Office]:
    """Open an application with a register stub and three accounts."""
    opened = Office(folder, Clock(), **{"RATE_LIMIT": "off"} | environ)
    store(opened.directory, *(listings or (register_stub(),)))
    with opened.directory.database.writing() as session:
        for id, address in ACCOUNTS.items():
            store_account(session, id, address, role="owner" if id == "boss" else None)
    yield opened
    opened.directory.close()


def as_account(here: Office, id: str) -> Person:
    """Return somebody who signed in just now, with their second factor."""
    return Person(sign_in(here.app, id, here.clock(), True))


def claim(here: Office, id: str = "una", way: str = "email", **typed: str) -> str:
    """Claim the listing; return the id of the claim."""
    answer = as_account(here, id).submit(f"/claim/{LISTING}", way=way, **typed)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].rpartition("/")[2]


def links_in(here: Office, to: str) -> list[str]:
    """Return the paths of the links in the newest mail to an address."""
    mail = next(mail for mail in reversed(here.mails()) if mail["To"] == to)
    return _PATH.findall(text_of(mail))


def recipients(here: Office) -> list[str]:
    """Return who got mail, in the order of the mails."""
    return [str(mail["To"]) for mail in here.mails()]


def findings(**changes: str) -> dict[str, str]:
    """Return what an admin types of the one license of the stub."""
    row = {
        "license": "lcsw",
        "title": "LCSW",
        "state": "CA",
        "number": "12345",
        "status": "active",
        "expires": "2027-12-31",
        "authority": "license",
    }
    typed = {f"licenses-0-{name}": value for name, value in (row | changes).items()}
    return typed | {"source": "California board, breeze.ca.gov"}


def decide(here: Office, claim_id: str, step: str, **typed: str) -> int:
    """Decide on a claim as the admin; return the status of the answer."""
    answer = press(as_account(here, "boss"), f"/admin/claims/{claim_id}", step, **typed)
    return answer.status_code


def press(person: Person, page: str, step: str, **typed: str) -> Any:
    """Fill in one form of a page and send it."""
    shown = person.see(page)
    token = re.search(r'name="csrf_token" value="([^"]+)"', shown.text)
    assert token, (page, shown.status)
    return person.client.post(f"{page}/{step}", data={"csrf_token": token[1], **typed})


def approved(here: Office, id: str = "una") -> str:
    """Claim, prove and approve; return the id of the claim."""
    claim_id = claim(here, id)
    proof = links_in(here, ON_FILE)[0]
    assert as_account(here, id).submit(proof).status_code == 303
    assert decide(here, claim_id, "approve", **findings()) == 303
    return claim_id


def stored_claim(here: Office, claim_id: str) -> Claim:
    with here.directory.database.reading() as session:
        found = Claims(session).get(claim_id)
    assert found
    return found.at(here.clock())


def listing(here: Office, id: str = LISTING) -> Provider | None:
    with here.directory.database.reading() as session:
        return Providers(session).get(id)


def keepers(here: Office, id: str = LISTING) -> tuple[str, ...]:
    with here.directory.database.reading() as session:
        return Keepers(session).of_listing(id)


def is_checked(here: Office, id: str = LISTING) -> bool:
    with here.directory.database.reading() as session:
        check = LicenseChecks(session).get(id)
    return bool(check and check.checked_at)


def authors(here: Office, id: str = LISTING) -> list[str]:
    """Return who changed a listing, the oldest change first."""
    with here.directory.database.reading() as session:
        return [change.author.kind for change in reversed(Changes(session).of_listing(id))]
