"""The session of the browser that asks: a random token in its cookie, all else on the server."""

import secrets
from datetime import timedelta

from flask import g, request, session

from directory.storage import AccountSession, AccountSessions
from directory.web.access import current_directory
from directory.web.account.sessions.browsers import browser_name

TOKEN = "account.token"  # noqa: S105  (the name of a key, not a secret)
_NOTED = timedelta(minutes=1)
_UNREAD = object()


def open_session(account_id: str, *, is_strong: bool, by_passkey: bool) -> AccountSession:
    """Sign an account in here with a new token; what this browser had open before ends."""
    directory, token = current_directory(), secrets.token_urlsafe(32)
    before = open_now()
    browser = browser_name(request.user_agent.string)
    with directory.database.writing() as database:
        sessions, now = AccountSessions(database), directory.clock()
        if before:
            sessions.end(before.account_id, before.id)
        opened = sessions.open(
            token, account_id, browser, now, is_strong=is_strong, by_passkey=by_passkey
        )
    session[TOKEN] = token
    g.account_session = opened
    return opened


def open_now() -> AccountSession | None:
    """Return the session that this browser's cookie opens; None where it was ended or is over."""
    found = g.get("account_session", _UNREAD)
    if found is _UNREAD:
        found = g.account_session = _read()
    return found if isinstance(found, AccountSession) else None


def close_session() -> None:
    """Sign out: the session ends on the server, so a copy of the cookie is worth nothing."""
    if found := open_now():
        with current_directory().database.writing() as database:
            AccountSessions(database).end(found.account_id, found.id)
    session.pop(TOKEN, None)
    g.account_session = None


def note_proof(*, is_strong: bool, by_passkey: bool = False) -> None:
    """Note that whoever sits here has just proved who they are, and by what."""
    directory, found = current_directory(), open_now()
    if found is None:
        return
    with directory.database.writing() as database:
        AccountSessions(database).note_proof(
            found.id,
            directory.clock(),
            is_strong=found.is_strong or is_strong,
            by_passkey=found.by_passkey or by_passkey,
        )
    g.pop("account_session")


def _read() -> AccountSession | None:
    token = session.get(TOKEN)
    if not isinstance(token, str):
        return None
    directory = current_directory()
    now = directory.clock()
    with directory.database.reading() as database:
        found = AccountSessions(database).get(token, now)
    if found and now - found.seen_at >= _NOTED:
        with directory.database.writing() as database:
            AccountSessions(database).note_seen(found.id, now)
    return found
