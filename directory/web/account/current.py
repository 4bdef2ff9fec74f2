"""Who is signed in, and since when: the one place that reads and writes this in the session."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from flask import g, session
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from directory.web.access import current_directory
from directory.web.account.configuration import SIGNED_IN_FOR
from directory.web.account.people import Person

_SINCE, _VERIFIED, _TWICE = "signed_in_at", "verified_at", "second_factor"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever is signed in; `verified_at` tells when they last proved who they are."""

    id: str
    email: str = field(repr=False)
    is_admin: bool
    has_second_factor: bool
    verified_at: datetime


def current_account() -> SignedIn | None:
    """Return who is signed in, None where nobody is."""
    person = current_person()
    if person is None:
        return None
    return SignedIn(
        id=person.id,
        email=person.email,
        is_admin=person.is_admin,
        has_second_factor=bool(session.get(_TWICE)),
        verified_at=datetime.fromtimestamp(session[_VERIFIED], UTC),
    )


def current_person() -> Person | None:
    """Return the account of whoever is signed in, to be changed."""
    person = current_user._get_current_object()  # noqa: SLF001  (the way of the library)
    return cast(Person | None, person)


def begin_session(_app: object, **_: Any) -> None:
    """Remember that somebody signed in just now (a signal of Flask-Security)."""
    session[_SINCE] = current_directory().clock().timestamp()
    session[_TWICE] = False
    mark_verified()
    # Nothing from before the sign-in may be known to anybody else.
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    generate_csrf()


def mark_verified() -> None:
    """Remember that somebody proved just now who they are."""
    session[_VERIFIED] = current_directory().clock().timestamp()


def is_session_over() -> bool:
    """Tell whether the session that is asked with has lasted long enough."""
    age = current_directory().clock().timestamp() - session.get(_SINCE, 0)
    return bool(age >= SIGNED_IN_FOR.total_seconds())
