"""Notices: what a roster or a call found about a listing, until an admin has looked at it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# `off`: a licence does not hold, and patients no longer see the listing. `lapsed`: one of several
# ran out. `unsure`: a roster may mean somebody else. `call`: a call found something wrong.
NoticeKind = Literal["off", "lapsed", "unsure", "call"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to look at; `origin` names what found it, such as `roster/7f` or `call/12`."""

    id: str
    provider_id: str
    kind: NoticeKind
    at: datetime
    words: str
    origin: str
    closed_at: datetime | None = None
    closed_by: str | None = None
    answer: str = ""
