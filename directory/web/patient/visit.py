"""A visit: the answers of one person, sealed with a key that only their browser holds."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, Self

from cryptography.fernet import Fernet, InvalidToken
from pydantic import (
    BaseModel,
    ConfigDict,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    ValidationError,
)

from directory.web.patient.shortlist.shortlist import Shortlist

COOKIE = "visit"
LASTS = timedelta(minutes=30)

Answer = StrictBool | StrictInt | StrictFloat | StrictStr | tuple[StrictStr, ...] | None
Answers = Mapping[str, Answer]


class Draft(BaseModel):
    """A page that was sent with something to mend: what was written, and what cannot be used.

    What to mend is found again from what was written, in the words of whoever reads the page.
    `unusable` names the fields that read well but that the triage could not take.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    question: str
    written: Mapping[str, tuple[str, ...]]
    unusable: tuple[str, ...] = ()


class Visit(BaseModel):
    """What one person told us so far.

    `acknowledged` names the reasons for a crisis card that the person has seen and gone past,
    `dropped` the wishes that they gave up to see more people. `intent`, `order` and `leave_out` are
    how they would have the matches. `seen` are the ids of the listings that were counted as shown
    to them on the day `seen_on`; on the day `unmet_on` it was counted that hardly anybody fits.
    The shortlist stays when the questions begin anew.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    answers: Mapping[str, Answer] = {}
    acknowledged: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    intent: str = ""
    order: str = "best"
    leave_out: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    seen_on: date | None = None
    unmet_on: date | None = None
    draft: Draft | None = None
    shortlist: Shortlist = Shortlist()

    def with_answers(self, answers: Answers, without: tuple[str, ...] = ()) -> Self:
        """Return this visit with more answers and without some, and nothing left to mend."""
        merged = {key: a for key, a in {**self.answers, **answers}.items() if key not in without}
        return self.model_copy(update={"answers": merged, "draft": None})

    def with_shortlist(self, shortlist: Shortlist) -> Self:
        """Return this visit with another shortlist."""
        return self.model_copy(update={"shortlist": shortlist})

    def __repr_args__(self) -> list[tuple[str | None, object]]:
        """Show nothing: answers must not end up in a log by accident."""
        return []


class SealedStore(Protocol):
    """A place that keeps sealed bytes until a time."""

    def put(self, id: str, blob: bytes, expires_at: datetime) -> None:
        """Keep bytes until a time, in place of what was kept under this id."""

    def get(self, id: str, now: datetime) -> bytes | None:
        """Return the bytes of an id, or None where there are none or their time is over."""

    def delete(self, id: str) -> None:
        """Forget the bytes of an id."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the cookie holds: where the sealed visit lies, and the key that opens it."""

    id: str
    key: bytes

    @classmethod
    def issue(cls) -> Self:
        """Return a new ticket with a random place and a random key of 32 bytes."""
        return cls(secrets.token_hex(16), Fernet.generate_key())

    @classmethod
    def read(cls, cookie: str | None) -> Self | None:
        """Read the value of a cookie; None where it is not one of ours."""
        id, _, key = (cookie or "").partition(".")
        try:
            is_key = len(base64.urlsafe_b64decode(key.encode())) == 32
        except ValueError:
            return None
        return cls(id, key.encode()) if is_key and len(id) == 32 and id.isalnum() else None

    def __str__(self) -> str:
        return f"{self.id}.{self.key.decode()}"


def open_visit(store: SealedStore, ticket: Ticket | None, now: datetime) -> Visit | None:
    """Return the visit that a ticket opens, or None where it is gone or the key is wrong."""
    blob = store.get(ticket.id, now) if ticket else None
    if ticket is None or blob is None:
        return None
    try:
        return Visit.model_validate_json(Fernet(ticket.key).decrypt(blob))
    except (InvalidToken, ValidationError):  # a wrong key, or kept by an older version
        return None


def seal_visit(store: SealedStore, ticket: Ticket, visit: Visit, now: datetime) -> None:
    """Keep a visit for another half an hour, readable only with the ticket."""
    blob = Fernet(ticket.key).encrypt(visit.model_dump_json().encode())
    store.put(ticket.id, blob, now + LASTS)
