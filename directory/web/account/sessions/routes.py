"""Where one is signed in, and ending that."""

from datetime import date, datetime, timedelta

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from directory.storage import AccountSession, AccountSessions
from directory.web.access import current_directory
from directory.web.account.owner import owner
from directory.web.account.sessions.pages import SessionLine, SessionsPage
from directory.web.rendering import render_page

sessions = Blueprint("sessions", __name__, url_prefix="/account/sessions")
_PAGE = "/account/sessions"


@sessions.get("")
def list_all() -> ResponseReturnValue:
    """List where the account is signed in."""
    directory, me = current_directory(), owner()
    now = directory.clock()
    with directory.database.reading() as database:
        found = AccountSessions(database).of_account(me.account_id, now)
    here = [_line(one, now.date(), is_here=True) for one in found if one.id == me.session_id]
    page = SessionsPage(
        title="Where you are signed in",
        here=here[0],
        others=tuple(_line(one, now.date()) for one in found if one.id != me.session_id),
    )
    return render_page("account/sessions.html", page)


@sessions.post("/end")
def end() -> ResponseReturnValue:
    """End one session of this account."""
    directory, me = current_directory(), owner()
    with directory.database.writing() as database:
        ended = AccountSessions(database).end(me.account_id, request.form.get("session", ""))
    flash("That browser is signed out." if ended else "That browser was signed out before.")
    return redirect(_PAGE, 303)


@sessions.post("/end-others")
def end_others() -> ResponseReturnValue:
    """End every session of this account but this one."""
    directory, me = current_directory(), owner()
    with directory.database.writing() as database:
        AccountSessions(database).end_all(me.account_id, but=me.session_id)
    flash("All other browsers are signed out.")
    return redirect(_PAGE, 303)


def _line(one: AccountSession, today: date, *, is_here: bool = False) -> SessionLine:
    return SessionLine(
        id=one.id,
        browser=one.browser,
        opened=_day(one.opened_at, today),
        seen="now" if is_here else _day(one.seen_at, today),
        is_strong=one.is_strong,
    )


def _day(at: datetime, today: date) -> str:
    """Say when something was, by the day in UTC."""
    if at.date() >= today:
        return "today"
    if at.date() == today - timedelta(days=1):
        return "yesterday"
    return f"on {at:%B} {at.day}"
