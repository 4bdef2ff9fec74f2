"""The blueprint of all pages of accounts: Flask-Security looks for its own under one name."""

from flask import Blueprint

from directory.web.account.configuration import BLUEPRINT

pages = Blueprint(BLUEPRINT, __name__, url_prefix="/account")
