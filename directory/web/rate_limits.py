"""How often one address may send something: counted together by all processes, and no address kept.

Reading is not counted: a count is a write, and pages and searches are cheap.
"""

import hmac
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv6Address, ip_address
from typing import cast

from flask import Flask, current_app, request
from flask_limiter import Limit, Limiter, RequestLimit
from limits import parse
from werkzeug.exceptions import TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix

from directory.config import Settings
from directory.web.access import current_directory, current_settings
from directory.workflows import Directory

EXTENSION = "directory.rate_limits"
# What is posted is counted for each route by itself. A person in a hurry taps once a second, and
# a whole school or library may ask from one address.
_PAGES = "300 per minute"
_API = "120 per minute"
# The routes that may be posted to less often, by endpoint.
STRICT: Mapping[str, str] = {
    "message.send": "20 per minute",
    "photo.add": "10 per minute",  # to read a large picture takes a second
    "reply.send": "20 per minute",
    "second_step.passkey_options": "60 per minute",  # each writes a row
    "shortlist.tell": "10 per hour; 30 per day",  # each tells how a call went
}


def init_app(app: Flask, settings: Settings, directory: Directory) -> None:
    """Count what is posted, and know the address of a visitor behind our own proxies."""
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=0
        )
    limiter = Limiter(
        client_key,
        default_limits=[Limit(_limit_here)],
        storage_uri="directory://",
        storage_options={"database": directory.database, "clock": directory.clock},  # type: ignore[dict-item]
        on_breach=_refuse,
        enabled=settings.rate_limit,
    )
    limiter.init_app(app)
    app.extensions[EXTENSION] = limiter


def client_key() -> str:
    """Return a name for the address that asks, which holds today and tells nothing."""
    return _name(_network(request.remote_addr or ""))


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often something may be done, as in "5 per day"; the scope names what and by whom."""

    limit: str
    scope: tuple[str, ...]

    def take(self) -> None:
        """Count one more; raise TooManyRequests, and count nothing, where there were enough."""
        if not self._count(1):
            self._count(-1)
            stats = _limiter().limiter.get_window_stats(parse(self.limit), self._name())
            raise _too_many(stats.reset_time)

    def give_back(self) -> None:
        """Count one less: what was taken for came to nothing."""
        self._count(-1)

    def _count(self, cost: int) -> bool:
        limiter = _limiter()
        item = parse(self.limit)
        return not limiter.enabled or limiter.limiter.hit(item, self._name(), cost=cost)

    def _name(self) -> str:
        return _name("\n".join(self.scope))


def _limiter() -> Limiter:
    return cast(Limiter, current_app.extensions[EXTENSION])


def _limit_here() -> str:
    """Return how often the route that is asked may be posted to; nothing where it only reads."""
    if request.method != "POST":
        return ""
    usual = _API if request.path.startswith("/api/") else _PAGES
    return STRICT.get(request.endpoint or "", usual)


def _refuse(breached: RequestLimit) -> None:
    raise _too_many(breached.window.reset_time)


def _too_many(until: float) -> TooManyRequests:
    seconds = until - current_directory().clock().timestamp()
    return TooManyRequests(
        "Too many requests in a short time: wait for the seconds that Retry-After gives.",
        retry_after=max(1, math.ceil(seconds)),
    )


def _name(of: str) -> str:
    """Return a keyed hash; the key changes with the day, so that no two days can be joined."""
    secret, today = current_settings().secret_key, current_directory().today()
    return hmac.digest(_key_of(secret, today), of.encode(), "sha256").hex()[:32]


def _key_of(secret: str, today: date) -> bytes:
    return hmac.digest(secret.encode(), f"rate limits of {today}".encode(), "sha256")


def _network(address: str) -> str:
    """Return what one household has: an IPv4 address, or the first half of an IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or found.packed[:8].hex())
    return str(found)
