"""The codes of an authenticator app, and those on paper."""

import base64
import hmac
import re
from dataclasses import dataclass
from typing import Any, cast

import qrcode
from flask_security import UserMixin
from flask_security.totp import Totp

from directory.web.access import current_directory, current_settings

RECOVERY_CODES = 10
_MARGIN = 4  # modules of white around the picture, which scanners need
_STEP = 30  # seconds: a code also counts in the step before and after its own


@dataclass(slots=True)
class _Asked:
    """Against which counter a code is checked, and the counter that it turned out to have."""

    last_counter: int | None
    counter: int | None = None


class Codes(Totp):  # type: ignore[misc]
    """Flask-Security's codes with our clock, remembering which was the last."""

    _totp: Any

    def __init__(self) -> None:
        key = base64.b32encode(_key("authenticators")).decode()
        super().__init__({"1": key}, current_settings().site_name)
        clock = current_directory().clock
        self._totp = self._totp.using(now=lambda: clock().timestamp())

    def get_last_counter(self, user: UserMixin) -> int | None:
        """Return the counter up to which every code was used."""
        return cast(_Asked, user).last_counter

    def set_last_counter(self, user: UserMixin, tmatch: Any) -> None:
        """Tell the counter of the code that was right."""
        cast(_Asked, user).counter = tmatch.counter


@dataclass(frozen=True, slots=True)
class ShownSecret:
    """A secret as its owner sees it: a picture of modules, a link, and letters to be typed."""

    size: int
    path: str
    link: str
    to_type: str


def new_secret() -> str:
    """Return a new secret for an app, encrypted."""
    return str(Codes().generate_totp_secret())


def shown_secret(secret: str, address: str) -> ShownSecret:
    """Return how a secret is shown to its owner, who signs in with an address."""
    codes = Codes()
    link = codes.get_totp_uri(address, secret)
    drawn = qrcode.QRCode(border=_MARGIN)
    drawn.add_data(link)
    rows = drawn.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    to_type = codes.get_totp_pretty_key(secret).replace("-", " ")
    return ShownSecret(len(rows), path, link, to_type)


def counter_of(code: str, secret: str, last_counter: int | None = None) -> int | None:
    """Return the counter of a right code that is newer than the last one, None for any other."""
    asked = _Asked(last_counter)
    digits = re.sub(r"\D", "", code)
    is_right = Codes().verify_totp(digits, secret, cast(UserMixin, asked), window=_STEP)
    return asked.counter if is_right else None


def new_recovery_codes() -> tuple[str, ...]:
    """Return new codes for paper."""
    return tuple(Codes().generate_recovery_codes(RECOVERY_CODES))


def hash_of_recovery_code(account_id: str, typed: str) -> str:
    """Return what is kept of a code; dashes, spaces and capital letters make no difference."""
    plain = re.sub(r"[\s\-–]", "", typed).lower()
    said = f"{account_id}\n{plain}".encode()
    return hmac.digest(_key("recovery codes"), said, "sha256").hex()


def _key(purpose: str) -> bytes:
    return hmac.digest(current_settings().secret_key.encode(), purpose.encode(), "sha256")
