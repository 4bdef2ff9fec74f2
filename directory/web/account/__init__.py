"""Accounts: how providers and admins prove who they are."""

from flask import Blueprint

from directory.web.account import forgotten, home, mails, sign_in, sign_up
from directory.web.account.blueprint import pages
from directory.web.account.security import init_app

BLUEPRINTS: tuple[Blueprint, ...] = (pages,)

__all__ = ["BLUEPRINTS", "forgotten", "home", "init_app", "mails", "sign_in", "sign_up"]
