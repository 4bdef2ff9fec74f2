"""The links in a reminder: signed, for one listing, one keeper and one thing to say."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast, get_args

from itsdangerous import BadData, URLSafeSerializer

from directory.errors import Unusable

LASTS = timedelta(days=60)
# What a link lets one say: all is still true, I am full, I pause until a day, write to me less.
Saying = Literal["true", "full", "pause", "fewer"]
SAYINGS: tuple[Saying, ...] = get_args(Saying)


@dataclass(frozen=True, slots=True)
class KeepLink:
    """Who may say what of which listing, and since when."""

    provider_id: str
    account_id: str
    saying: Saying
    issued: date


def write_link(link: KeepLink, secret: str) -> str:
    """Return the end of the address; whoever has it may say this, and nothing else."""
    parts = [link.provider_id, link.account_id, link.saying, link.issued.isoformat()]
    return str(_signer(secret).dumps(parts))


def read_link(token: str, secret: str, today: date) -> KeepLink | None:
    """Read the end of an address; None where we did not write it, or where its time is over."""
    try:
        provider_id, account_id, saying, issued = _signer(secret).loads(token)
    except BadData:
        return None
    link = KeepLink(provider_id, account_id, cast(Saying, saying), date.fromisoformat(issued))
    return link if today <= link.issued + LASTS else None


def _signer(secret: str) -> URLSafeSerializer:
    if not secret:
        raise Unusable("SECRET_KEY is missing: the links in reminders are signed with it")
    return URLSafeSerializer(secret, salt="keep a listing")
