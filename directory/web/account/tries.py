"""How often an account may get a code or its password wrong, counted by all processes together."""

from collections.abc import Callable

from werkzeug.exceptions import TooManyRequests

from directory.web.rate_limits import Allowance

TOO_MANY = "That was wrong five times. Wait 15 minutes, then try again."


def try_once(account_id: str, is_right: Callable[[], bool], otherwise: str) -> str | None:
    """Return what was wrong with a code or password, None where it was right.

    A right one does not count. After five wrong ones nothing is looked at for fifteen minutes.
    """
    allowance = Allowance("5 per 15 minutes", ("codes and passwords", account_id))
    try:
        allowance.take()
    except TooManyRequests:
        return TOO_MANY
    if not is_right():
        return otherwise
    allowance.give_back()
    return None
