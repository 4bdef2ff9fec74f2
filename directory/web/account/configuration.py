"""How Flask-Security is set up here."""

from datetime import timedelta
from typing import Any

from directory.workflows.opening import Clock

BLUEPRINT = "account"
CONFIRM_WITHIN = timedelta(days=2)
RESET_WITHIN = timedelta(hours=1)
# Whoever has no password yet gets the link from the person who runs the site.
FIRST_PASSWORD_WITHIN = timedelta(days=1)
FRESH_FOR = timedelta(minutes=15)
SHORTEST_PASSWORD = 12
# As OWASP advises: 19 MiB of memory, two passes, one lane.
ARGON2 = {"argon2__memory_cost": 19_456, "argon2__time_cost": 2, "argon2__parallelism": 1}


def settings_of_accounts(clock: Clock) -> dict[str, Any]:
    """Return the configuration of Flask-Security and of Flask-Login beneath it."""
    own = {
        "BLUEPRINT_NAME": BLUEPRINT,
        "ANONYMOUS_USER_DISABLED": True,
        "CLI_USERS_NAME": None,
        "CLI_ROLES_NAME": None,
        "CONFIRMABLE": True,
        "RETURN_GENERIC_RESPONSES": True,
        "DATETIME_FACTORY": clock,
        "PASSWORD_HASH": "argon2",
        "PASSWORD_SCHEMES": ["argon2"],
        "PASSWORD_SINGLE_HASH": ["argon2"],
        "PASSWORD_HASH_PASSLIB_OPTIONS": ARGON2,
        "PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
        # What is hashed for a link is an address or a hash, and the link is signed.
        "HASHING_SCHEMES": ["hex_sha256"],
        "CONFIRM_EMAIL_WITHIN": CONFIRM_WITHIN,
        "RESET_PASSWORD_WITHIN": FIRST_PASSWORD_WITHIN,
        "FRESHNESS": FRESH_FOR,
        "FRESHNESS_GRACE_PERIOD": timedelta(0),
        "FRESHNESS_ALLOW_AUTH_TOKEN": False,
        "API_ENABLED_METHODS": ["session"],
        "DEFAULT_REMEMBER_ME": False,
        "POST_LOGIN_VIEW": "/account",
        "POST_LOGOUT_VIEW": "/account/sign-in",
        "SEND_REGISTER_EMAIL": False,
        "SEND_PASSWORD_CHANGE_EMAIL": False,
        "SEND_PASSWORD_RESET_NOTICE_EMAIL": False,
        "EMAIL_HTML": False,
    }
    # Who is signed in is bound to the session alone, not to an IP address.
    return {f"SECURITY_{name}": value for name, value in own.items()} | {"SESSION_PROTECTION": None}
