"""Forms of the shortlist are taken from pages of this site alone, without a token (ADR 0037)."""

from urllib.parse import urlsplit

from flask import request
from flask_wtf.csrf import ValidationError, validate_csrf
from werkzeug.datastructures import Headers

from directory.web.patient.visit import COOKIE


def is_from_here() -> bool:
    """Tell whether the browser vouches that a page of this site sent the form."""
    token = request.form.get("csrf_token")
    return came_from_here(request.headers, request.host, COOKIE in request.cookies) or bool(
        token and _is_ours(token)
    )


def came_from_here(headers: Headers, host: str, has_cookie: bool) -> bool:
    """Judge by what browsers add to a form, in the order in which it can be relied on.

    `has_cookie` says that a cookie came along which browsers never send from another site.
    """
    site = headers.get("Sec-Fetch-Site")
    if site:
        return site in {"same-origin", "none"}
    origin = headers.get("Origin")
    if origin is None:
        return True  # no browser of today: every one of them names an origin in a POST
    # Our pages send no referrer, so without HTTPS their forms come from an origin called null.
    return has_cookie if origin == "null" else _host_of(origin) == host


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # no browser writes such an origin
        return None


def _is_ours(token: str) -> bool:
    try:
        validate_csrf(token)
    except ValidationError:
        return False
    return True
