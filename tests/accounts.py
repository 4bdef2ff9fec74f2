"""Accounts for tests, and browsers in which they are signed in without typing a password."""

from datetime import datetime

import flask
from flask import Flask
from flask.testing import FlaskClient
from flask_security import login_user
from sqlmodel import Session

from directory.roles import Role
from directory.storage import Accounts, AccountSessions, StoredAccount
from directory.web.access import current_directory
from directory.web.account.security import current_store
from directory.web.account.sessions.cookie import open_now
from tests.conftest import NOW


def store_account(session: Session, id: str, email: str, role: Role | None = None) -> None:
    """Store an account whose address is confirmed."""
    account = StoredAccount(
        id=id,
        email=email,
        created_at=NOW,
        fs_uniquifier=f"sign-in of {id}",
        fs_webauthn_user_handle=f"passkeys of {id}",
        confirmed_at=NOW,
        role=role,
    )
    Accounts(session).add(account)


def sign_in(
    app: Flask, id: str, verified: datetime, is_strong: bool, by_passkey: bool | None = None
) -> FlaskClient:
    """Return a browser in which an account is signed in; `is_strong` with its second factor.

    Unless it is said otherwise, that is a passkey.
    """
    client = app.test_client()
    with app.test_request_context("/account/sign-in", method="POST"):
        way = "passkey" if is_strong else "password"
        login_user(current_store().find_user(id=id), authn_via=[way])
        opened, kept = open_now(), dict(flask.session)
        assert opened
        with current_directory().database.writing() as database:
            AccountSessions(database).note_proof(
                opened.id,
                verified,
                is_strong=is_strong,
                by_passkey=is_strong if by_passkey is None else by_passkey,
            )
    with client.session_transaction() as session:
        session.update(kept)
    return client
