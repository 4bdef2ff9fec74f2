"""Accounts: how providers and admins prove who they are."""

from flask import Blueprint

from directory.web.account import (
    address,
    deletion,
    forgotten,
    home,
    invitation,
    mails,
    old_tokens,
    password,
    sign_in,
    sign_up,
)
from directory.web.account.blueprint import pages
from directory.web.account.factors.authenticator import authenticator
from directory.web.account.factors.overview import overview
from directory.web.account.factors.passkey_pages import passkeys
from directory.web.account.factors.recovery_codes import recovery_codes
from directory.web.account.proving.second_step import second_step
from directory.web.account.proving.verify import verify
from directory.web.account.security import init_app
from directory.web.account.sessions.routes import sessions

BLUEPRINTS: tuple[Blueprint, ...] = (
    pages,
    second_step,
    verify,
    overview,
    authenticator,
    passkeys,
    recovery_codes,
    sessions,
    invitation.pages,
)

__all__ = [
    "BLUEPRINTS",
    "address",
    "deletion",
    "forgotten",
    "home",
    "init_app",
    "invitation",
    "mails",
    "old_tokens",
    "password",
    "sign_in",
    "sign_up",
]
