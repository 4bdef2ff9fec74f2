"""Between the password and the second factor: who has given the first, and not yet the other."""

from dataclasses import dataclass
from datetime import timedelta

from flask import redirect, session, url_for
from flask_security.utils import login_user
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.storage import Accounts, StoredAccount
from directory.web.access import current_directory
from directory.web.account.people import Person
from directory.workflows.accounts.change_factors import has_second_factor

_HALFWAY = "account.halfway"
_PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Halfway:
    """Somebody whose password was right, and where they want to go."""

    account: StoredAccount
    next: str


def enter(account_id: str, next: str) -> Response:
    """Sign in whoever gave the right password, or ask for their second factor first."""
    account = account_of(account_id)
    if not has_second_factor(account):
        return finish(account, next, by="password")
    session[_HALFWAY] = {
        "who": account.fs_uniquifier,
        "at": current_directory().clock().timestamp(),
        "next": next,
    }
    return redirect(url_for("second_step.code"), 303)


def who_is_halfway() -> Halfway | None:
    """Return whose second factor is awaited in this browser; None after ten minutes."""
    kept, directory = session.get(_HALFWAY), current_directory()
    if not kept or directory.clock().timestamp() - kept["at"] >= _PATIENCE.total_seconds():
        return None
    with directory.database.reading() as database:
        # The key changes with the password, so a password that was changed leads nowhere.
        account = Accounts(database).find("fs_uniquifier", kept["who"])
    return Halfway(account, kept["next"]) if account else None


def account_of(id: str) -> StoredAccount:
    """Return an account that has just been found; raise NotFound where it was deleted since."""
    with current_directory().database.reading() as database:
        account = Accounts(database).get(id)
    if account is None:
        raise NotFound("there is no such account")
    return account


def finish(account: StoredAccount, next: str, *, by: str) -> Response:
    """Sign somebody in and lead them on; `by` is what they proved last that it is them with."""
    session.pop(_HALFWAY, None)
    login_user(Person.of(account), remember=False, authn_via=[by])
    return redirect(next, 303)
