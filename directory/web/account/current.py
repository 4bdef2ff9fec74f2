"""Who is signed in, and since when: the one place that reads and writes this in the session."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from flask import g, session
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from directory.roles import Role
from directory.web.account.people import Person
from directory.web.account.sessions.cookie import open_now, open_session

# What proves more than a password does. A recovery code only lets somebody in.
_STRONG = frozenset({"authenticator", "passkey"})


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever is signed in; `verified_at` tells when they last proved who they are."""

    id: str
    email: str = field(repr=False)
    role: Role | None
    has_second_factor: bool
    by_passkey: bool
    verified_at: datetime

    @property
    def is_admin(self) -> bool:
        """Whether they have a role in running the directory."""
        return self.role is not None


def current_account() -> SignedIn | None:
    """Return who is signed in, None where nobody is."""
    person, opened = current_person(), open_now()
    if person is None or opened is None:
        return None
    return SignedIn(
        id=person.id,
        email=person.email,
        role=person.role,
        has_second_factor=opened.is_strong,
        by_passkey=opened.by_passkey,
        verified_at=opened.proved_at,
    )


def current_person() -> Person | None:
    """Return the account of whoever is signed in, to be changed."""
    person = current_user._get_current_object()  # noqa: SLF001  (the way of the library)
    return cast(Person | None, person)


def begin_session(_app: object, user: Person, authn_via: Sequence[str], **_: Any) -> None:
    """Remember that somebody signed in just now, and by what (a signal of Flask-Security)."""
    is_strong = not _STRONG.isdisjoint(authn_via)
    open_session(user.id, is_strong=is_strong, by_passkey="passkey" in authn_via)
    # Nothing from before the sign-in may be known to anybody else.
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    generate_csrf()
