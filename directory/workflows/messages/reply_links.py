"""The link by which a provider answers: it alone opens what is kept for the reply."""

import base64
import hmac
import re
import secrets
from dataclasses import dataclass, field
from typing import Self

from cryptography.fernet import Fernet, InvalidToken
from pydantic import BaseModel, ConfigDict, ValidationError

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class Awaited(BaseModel):
    """Whom a reply goes to, and of whom it is expected; nothing of what was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    provider_id: str
    provider_address: str
    writer_address: str
    writer_language: str

    def __repr_args__(self) -> list[tuple[str | None, object]]:
        """Show nothing: addresses must not end up in a log by accident."""
        return []


@dataclass(frozen=True, slots=True)
class ReplyLink:
    """A random token of 32 bytes, which is in the mail and never stored."""

    token: str = field(repr=False)

    @classmethod
    def issue(cls) -> Self:
        """Return a new link."""
        return cls(secrets.token_urlsafe(32))

    @classmethod
    def read(cls, token: str) -> Self | None:
        """Read the end of an address; None where it cannot be one of ours."""
        return cls(token) if _TOKEN.fullmatch(token) else None

    @property
    def id(self) -> str:
        """The place of what is kept; it does not lead back to the token."""
        return self._derived("place").hex()

    def seal(self, awaited: Awaited) -> bytes:
        """Return what is to be kept, readable with this link alone."""
        return self._box().encrypt(awaited.model_dump_json().encode())

    def open(self, blob: bytes) -> Awaited | None:
        """Return what was sealed, None where it was not sealed with this link."""
        try:
            return Awaited.model_validate_json(self._box().decrypt(blob))
        except (InvalidToken, ValidationError):  # damaged, or kept by an older version
            return None

    def _box(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(self._derived("key")))

    def _derived(self, purpose: str) -> bytes:
        # The token is random in all its 256 bits, so no slow derivation is called for.
        return hmac.digest(self.token.encode(), purpose.encode(), "sha256")
